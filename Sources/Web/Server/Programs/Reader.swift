import Companies
import Vault

/// Who reads an answer that may be kept: all that the answer depends on, and whose it is.
struct Reader: Sendable {
    let company: CompanyID
    let role: Role
    let dataVersion: Int
    /// Tells readers apart, so that nobody learns from a tag what another one has.
    let mark: [UInt8]

    init(_ member: Member) {
        company = member.company
        role = member.session.role
        dataVersion = member.session.dataVersion
        mark = member.token.hash.bytes
    }

    /// A program reads what somebody who only reads does.
    init(_ client: APIClient) {
        company = client.company.id
        role = .viewer
        dataVersion = client.dataVersion
        mark = sha256(Array("token \(client.company.id) \(client.token)".utf8))
    }
}
