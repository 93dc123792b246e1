package import Companies
package import Foundation

/// Who opens secrets, why, and in which job and run. There is no occasion without somebody who answers for it.
package struct UseOccasion: Sendable, Hashable {
    package let reason: UseReason
    package let person: IdentityID?
    package let job: UUID?
    package let run: UUID?
    /// Whoever runs the program on its machine does it.
    package let isCommand: Bool

    /// A person asked, and somebody waits.
    package static func person(_ person: IdentityID, _ reason: UseReason, run: UUID? = nil) -> UseOccasion {
        UseOccasion(reason: reason, person: person, job: nil, run: run, isCommand: false)
    }

    /// A job does it.
    /// - Parameter person: who wanted the job, if somebody did.
    package static func job(
        _ job: UUID, _ reason: UseReason, run: UUID? = nil, person: IdentityID? = nil
    ) -> UseOccasion {
        UseOccasion(reason: reason, person: person, job: job, run: run, isCommand: false)
    }

    /// A command does it.
    package static func command(_ reason: UseReason, run: UUID? = nil) -> UseOccasion {
        UseOccasion(reason: reason, person: nil, job: nil, run: run, isCommand: true)
    }
}
