package import Foundation

/// Who did something. Twin of the check on `audit_events.actor_kind` (parity test).
package enum AuditActor: Sendable, Hashable {
    /// A member of the company.
    case person(IdentityID)
    /// Somebody who works for the platform.
    case staff(IdentityID)
    /// A program with a token of the company.
    case token(UUID)
    /// A job of the company.
    case job(UUID)
    /// Whoever runs the program on its machine.
    case command

    /// The kinds, as the record has them.
    package static let kinds = ["person", "staff", "token", "job", "command"]

    /// One of `kinds`.
    package var kind: String {
        switch self {
        case .person: "person"
        case .staff: "staff"
        case .token: "token"
        case .job: "job"
        case .command: "command"
        }
    }

    /// The id of who it was; nil for a command.
    package var id: UUID? {
        switch self {
        case .person(let identity), .staff(let identity): identity.rawValue
        case .token(let id), .job(let id): id
        case .command: nil
        }
    }

    /// Who it was, where it was somebody.
    package var person: IdentityID? {
        switch self {
        case .person(let identity), .staff(let identity): identity
        case .token, .job, .command: nil
        }
    }

    /// - Returns: nil for what no actor is written as.
    init?(kind: String, id: UUID?) {
        switch (kind, id) {
        case ("person", let id?): self = .person(IdentityID(rawValue: id))
        case ("staff", let id?): self = .staff(IdentityID(rawValue: id))
        case ("token", let id?): self = .token(id)
        case ("job", let id?): self = .job(id)
        case ("command", nil): self = .command
        default: return nil
        }
    }
}
