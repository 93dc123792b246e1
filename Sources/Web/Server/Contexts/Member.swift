import Companies
import Vault

/// A signed-in person in their company, and the token they presented.
struct Member: Sendable {
    let session: Session
    let token: SecretToken

    var company: CompanyID { session.company.id }
}
