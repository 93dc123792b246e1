import Companies
import Foundation
import Jobs

/// Begins a pass of the company's pipeline over whatever is due.
struct BeginCycle: JobArguments {
    static let kind = "cycle.begin"
    static let settings = JobSettings(priority: .scraping, mostAttempts: 5, byHand: true)

    /// Who wants it now; nobody for what comes by itself.
    var person: UUID?

    init(person: IdentityID? = nil) { self.person = person?.rawValue }
}
