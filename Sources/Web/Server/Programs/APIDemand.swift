import Companies
import Routes

/// What an operation of the API asks of whoever calls it: a scope of programs, a role of people.
struct APIDemand: Hashable, Sendable {
    let scope: APIScope
    let role: Role
}

extension APIDemand {
    /// The one table of it. Nil for what asks for a token and nothing of what it may.
    static func of(_ operation: APIRoute.Pattern) -> APIDemand? {
        switch operation {
        case .trends: APIDemand(scope: .trendsRead, role: .viewer)
        case .product, .history: APIDemand(scope: .productsRead, role: .viewer)
        case .jobs, .job: APIDemand(scope: .jobsRead, role: .admin)
        case .token: nil
        }
    }
}
