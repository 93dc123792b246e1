package import Companies
import Connections
package import Foundation

/// Who wants a run.
package struct RunOccasion: Sendable, Hashable {
    package let person: IdentityID?
    package let job: UUID?
    /// Somebody wants it now, and not a schedule.
    let isAsked: Bool

    private init(person: IdentityID?, job: UUID?, isAsked: Bool) {
        self.person = person
        self.job = job
        self.isAsked = isAsked
    }

    /// A job does it.
    /// - Parameters:
    ///   - person: who asked for it, if somebody did.
    ///   - isAsked: a program asked for it.
    package static func job(_ job: UUID, person: IdentityID? = nil, isAsked: Bool = false) -> RunOccasion {
        RunOccasion(person: person, job: job, isAsked: isAsked || person != nil)
    }

    /// A person does it, and waits.
    package static func person(_ person: IdentityID) -> RunOccasion {
        RunOccasion(person: person, job: nil, isAsked: true)
    }

    /// A command does it.
    package static let command = RunOccasion(person: nil, job: nil, isAsked: true)

    func use(_ reason: UseReason, run: UUID? = nil) -> UseOccasion {
        if let job { return .job(job, reason, run: run, person: person) }
        if let person { return .person(person, reason, run: run) }
        return .command(reason, run: run)
    }
}
