import Companies
import Ingestion
import Postgres

/// Turns a failure into a sentence for the person at the terminal: what happened, what was kept, what to do.
enum Explanation {
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as DatabaseError: sentence(error)
        case let error as any CustomStringConvertible & Error: "\(error)"
        default: "Something went wrong: \(error)"
        }
    }

    private static func sentence(_ error: DatabaseError) -> String {
        switch error.state {
        case .diskFull:
            "The database has no disk space left. Nothing of this was kept; free some space and run it again."
        case .cannotConnect:
            "The database cannot be reached (\(error.message)). Nothing was changed. Start it and run this again."
        case .poolTimeout, .poolClosed:
            "The database is too busy to answer (\(error.message)). Nothing was changed; run this again."
        case .queryCanceled:
            "The database took too long and was stopped. Nothing was kept; run this again."
        case .migration:
            "The database's schema does not fit: \(error.message)."
        case let state where state.isConnectionLoss:
            "The connection to the database was lost. Nothing of this was kept; run it again."
        default:
            "The database refused this: \(error)"
        }
    }
}
