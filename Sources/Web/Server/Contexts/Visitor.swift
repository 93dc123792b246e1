import Companies
import Vault

/// A signed-in person, in a company or in none, and the token they presented.
struct Visitor: Sendable {
    let person: Person
    let token: SecretToken
}
