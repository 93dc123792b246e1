package import Companies
import Connections
package import Foundation

/// Who wants a run.
package struct RunOccasion: Sendable, Hashable {
    package let person: IdentityID?
    package let job: UUID?

    private init(person: IdentityID?, job: UUID?) {
        self.person = person
        self.job = job
    }

    /// A job does it.
    /// - Parameter person: who asked for it, if somebody did.
    package static func job(_ job: UUID, person: IdentityID? = nil) -> RunOccasion {
        RunOccasion(person: person, job: job)
    }

    /// A person does it, and waits.
    package static func person(_ person: IdentityID) -> RunOccasion { RunOccasion(person: person, job: nil) }

    /// A command does it.
    package static let command = RunOccasion(person: nil, job: nil)

    /// Somebody wants it now, and not a schedule.
    var isAsked: Bool { person != nil || job == nil }

    func use(_ reason: UseReason, run: UUID? = nil) -> UseOccasion {
        if let job { return .job(job, reason, run: run, person: person) }
        if let person { return .person(person, reason, run: run) }
        return .command(reason, run: run)
    }
}
