package import Foundation

/// A place in a list of jobs: what it is ordered by, and the id.
package struct JobCursor: Sendable, Hashable {
    package let moment: ExactMoment
    package let job: UUID

    package init(moment: ExactMoment, job: UUID) {
        self.moment = moment
        self.job = job
    }

    /// As it stands in addresses.
    package var text: String { "\(moment.rawValue)~\(job.uuidString.lowercased())" }

    package init?(text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2, let moment = Int64(parts[0]), let job = UUID(uuidString: String(parts[1])) else {
            return nil
        }
        self.init(moment: ExactMoment(rawValue: moment), job: job)
    }
}
