package import Companies
import Connections
import Foundation
package import Jobs
import Logging
import Postgres
package import Vault

extension SourceReading {
    /// Teaches a process to read sources.
    /// - Parameters:
    ///   - access: the process's way to them; shared, so that manners are kept between runs.
    ///   - follows: what follows from a run, however it ended, in the transaction in which it does.
    package static func register(
        in registry: inout JobRegistry, access: SourceAccess, vault: SecretVault,
        follows: @escaping @Sendable (CompanyTransaction, RunReport) async throws -> Void
    ) {
        registry.register(ReadSource.self) { arguments, context in
            let reading = SourceReading(
                database: context.database, access: access,
                uses: CredentialUseQueries(database: context.database, vault: vault),
                company: context.company,
                for: .job(
                    context.job.id.rawValue, person: arguments.person.map(IdentityID.init(rawValue:)),
                    isAsked: arguments.isAsked ?? false),
                ending: { end in
                    // The run and the job end together: neither can be done twice.
                    try await context.complete { transaction in
                        let report = try await end(transaction)
                        try await follows(transaction, report)
                        return report
                    }
                })
            do {
                let report = try await context.reporting(note: "records") { progress in
                    try await reading.run(
                        ConnectionID(rawValue: arguments.connection),
                        isLastAttempt: context.job.attempt >= ReadSource.settings.mostAttempts
                    ) { progress($0, nil) }
                }
                context.logger.info(
                    "source read",
                    metadata: [
                        "run": "\(report.run)", "state": "\(report.state.rawValue)", "records": "\(report.records)",
                        "cause": "\(report.cause?.rawValue ?? "-")",
                    ])
            } catch let trouble as RunTrouble {
                switch trouble.course {
                case .later(let seconds): throw JobControl.snooze(.seconds(max(1, seconds)))
                case .again:
                    let wait = ReadSource.settings.backoff.delay(
                        afterFailures: context.job.attempt, fraction: Double.random(in: 0...1))
                    throw JobControl.retry(after: wait, reason: trouble.description)
                case .end: throw JobControl.cancel(reason: trouble.description)
                }
            } catch is RunTaken {
                throw JobControl.cancel(reason: "another process reads it")
            }
        }
    }
}
