import Companies

/// Who asks the API: a person with a session, or a program with a token of the company.
enum Principal: Sendable {
    case member(Member)
    case program(Program)

    var company: CompanyID {
        switch self {
        case .member(let member): member.company
        case .program(let program): program.client.company.id
        }
    }

    /// What an answer that may be kept depends on.
    var reader: Reader {
        switch self {
        case .member(let member): Reader(member)
        case .program(let program): Reader(program.client)
        }
    }

    /// Lets only those on who may.
    /// - Throws: `ScopeNeeded`, `Forbidden`, `ConfirmationNeeded`.
    func satisfy(_ scope: APIScope, _ role: Role) throws {
        switch self {
        case .program(let program):
            guard program.client.scopes.contains(scope) else { throw ScopeNeeded(scope: scope) }
        case .member(let member):
            guard member.session.role >= role else { throw Forbidden() }
            // What admins may is confirmed, here as on their pages.
            guard role < .admin || member.session.isConfirmed else { throw ConfirmationNeeded() }
        }
    }
}

/// A token lacks the scope for what it asked.
struct ScopeNeeded: Error { let scope: APIScope }
