import Foundation
package import Jobs
import Logging

/// Puts a company's runs into the lake, and lets go of what was kept long enough.
package struct KeepBronze: JobArguments {
    package static let kind = "bronze.keep"
    package static let settings = JobSettings(
        priority: .analysis, mostAttempts: 6, timeLimit: .seconds(3_600), mostRunning: 1, byHand: true)

    package init() {}

    /// Teaches a process to keep bronze.
    /// - Parameter lake: nil for a process that does not; its console still knows the kind.
    package static func register(in registry: inout JobRegistry, lake: BronzeLake?, retention: BronzeRetention) {
        registry.register(KeepBronze.self) { _, context in
            guard let lake else {
                throw JobControl.retry(after: .seconds(60), reason: "this process has no lake")
            }
            let now = context.job.claimedAt
            let round = try await context.reporting(note: "runs") { report in
                try await lake.keep(context.company, at: now) { report($0, $1) }
            }
            for failure in round.failures {
                context.logger.warning(
                    "run not kept",
                    metadata: ["run": "\(failure.run.uuidString.lowercased())", "cause": "\(failure.error)"])
            }
            // What was kept long enough goes all the same: only what the lake has.
            let forgotten = try await lake.forget(context.company, keeping: retention, at: now)
            context.logger.info(
                "bronze kept",
                metadata: [
                    "files": "\(round.files.count)", "bytes": "\(round.files.reduce(0) { $0 + $1.fileBytes })",
                    "forgotten": "\(forgotten.records)", "removed": "\(forgotten.files)",
                ])
            if let failure = round.failures.first { throw failure.error }
            try await context.complete { _ in }
        }
    }
}
