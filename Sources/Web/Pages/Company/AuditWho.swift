/// Who did something, as far as the company may know.
package enum AuditWho: Sendable, Hashable {
    /// A member by name; nil for somebody who is none any more.
    case member(String?)
    /// The platform's staff, who have no names here.
    case staff
    case token
    case job
    case command

    package func words(_ text: InterfaceText) -> String {
        switch self {
        case .member(let name?): name
        case .member: text[.auditFormer]
        case .staff: text[.auditStaff]
        case .token: text[.auditToken]
        case .job: text[.auditJob]
        case .command: text[.auditCommand]
        }
    }
}
