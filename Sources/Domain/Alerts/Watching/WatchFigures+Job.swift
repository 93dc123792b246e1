package import Foundation
package import Jobs
import Logging
import Postgres

extension WatchFigures {
    /// Teaches a process to watch over figures.
    /// - Parameter platform: what the process can tell of the platform, besides what its tables say.
    package static func register(
        in registry: inout JobRegistry, platform: PlatformSurvey, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        registry.register(WatchFigures.self) { _, context in
            try await context.freeKey()
            let moment = now()
            let survey = try await AlertLook(at: context.company, database: context.database, platform: platform)
                .survey(at: moment) { what, error in
                    context.logger.warning(
                        "figures could not be read", metadata: ["of": "\(what)", "cause": "\(error)"])
                }
            let (changes, messages) = try await context.complete { transaction in
                try await AlertWatch(transaction: transaction, now: moment).settle(survey)
            }
            if messages > 0 {
                context.logger.info(
                    "alerts looked after", metadata: ["changes": "\(changes)", "messages": "\(messages)"])
            }
        }
    }

    /// Makes the kind known to a process that does not do it, for its console.
    package static func declare(in registry: inout JobRegistry) {
        registry.register(WatchFigures.self) { _, _ in throw JobControl.snooze(.seconds(60)) }
    }
}
