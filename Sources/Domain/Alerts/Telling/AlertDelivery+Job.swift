import Companies
import Connections
package import Jobs
import Logging
import Postgres
package import Vault

extension DeliverAlerts {
    /// Teaches a process to tell of alerts.
    package static func register(in registry: inout JobRegistry, access: AlertAccess, vault: SecretVault) {
        registry.register(DeliverAlerts.self) { arguments, context in
            let id = DeliveryID(rawValue: arguments.delivery)
            do {
                try await deliver(id, access, vault, context)
            } catch let error where isFinal(error, context) {
                // Keys that are missing, a database that is away: whoever looks at the channel must not see it wait for ever.
                context.logger.error(
                    "alerts could not be told", metadata: ["delivery": "\(id)", "cause": "\(error)"])
                let version = try await context.database.transaction(in: context.company) {
                    try await DeliveryQueries(delivery: id, transaction: $0).version()
                }
                try await giveUp(
                    id, "it could not be sent; the log says why", nil, broken: version, access, context)
            }
        }
    }

    /// Makes the kind known to a process that tells nobody, for its console.
    package static func declare(in registry: inout JobRegistry) {
        registry.register(DeliverAlerts.self) { _, _ in throw JobControl.snooze(.seconds(60)) }
    }

    private static func isFinal(_ error: any Error, _ context: JobContext) -> Bool {
        switch error {
        case is JobControl, is JobFenced, is CancellationError: false
        default: context.job.attempt >= settings.mostAttempts
        }
    }

    /// One attempt. Between the other side's word and ours the process may die: then it is told again, under the same id.
    private static func deliver(
        _ id: DeliveryID, _ access: AlertAccess, _ vault: SecretVault, _ context: JobContext
    ) async throws {
        let begun = try await context.database.transaction(in: context.company) { transaction in
            try await DeliveryQueries(delivery: id, transaction: transaction)
                .begin(vault: vault, at: access.now()) { access.page($0, context.company) }
        }
        let attempt: DeliveryQueries.Attempt
        switch begun {
        case .attempt(let begun): attempt = begun
        case .channelIsBroken(let version):
            return try await giveUp(id, "the channel does not work", nil, broken: version, access, context)
        case .nothing:
            return try await context.complete { transaction in
                try await DeliveryQueries(delivery: id, transaction: transaction).noteFailed(
                    "there is nothing to tell any more", status: nil, broken: nil, at: access.now())
            }
        }
        if attempt.channel.kind == .email { return try await mail(id, attempt, access, context) }
        let delivery = AlertDelivery(access: access, message: attempt.message, channel: attempt.channel)
        let (verdict, status) = try await attempt.secrets.lend(vault) { try await delivery.send($0) }
        switch verdict {
        case .delivered:
            try await context.complete { transaction in
                try await DeliveryQueries(delivery: id, transaction: transaction)
                    .noteDelivered(status: status, version: attempt.version, at: access.now())
            }
            context.logger.info(
                "alerts told",
                metadata: ["delivery": "\(id)", "how": "\(attempt.channel.kind.rawValue)"])
        case .failed(let problem, let isBroken):
            try await giveUp(id, problem, status, broken: isBroken ? attempt.version : nil, access, context)
        case .again(let asked, let problem):
            // A test is for somebody who waits at the page. That the other side is busy says nothing of the channel.
            if attempt.message.occasion == .test {
                return try await giveUp(id, problem, status, broken: nil, access, context)
            }
            let wait = DeliveryRetry.wait(
                after: context.job.attempt, age: attempt.age, asked: asked, fraction: access.random())
            guard let wait else {
                return try await giveUp(id, problem, status, broken: attempt.version, access, context)
            }
            try await context.database.transaction(in: context.company) { transaction in
                try await DeliveryQueries(delivery: id, transaction: transaction)
                    .noteProblem(problem, status: status)
            }
            throw JobControl.retry(after: .seconds(wait), reason: problem)
        }
    }

    private static func giveUp(
        _ id: DeliveryID, _ problem: String, _ status: Int?, broken version: Int?, _ access: AlertAccess,
        _ context: JobContext
    ) async throws {
        context.logger.warning(
            "alerts could not be told", metadata: ["delivery": "\(id)", "cause": "\(problem)"])
        try await context.complete { transaction in
            try await DeliveryQueries(delivery: id, transaction: transaction)
                .noteFailed(problem, status: status, broken: version, at: access.now())
            // Another channel can tell of it.
            if version != nil { try await WatchFigures.request(in: transaction) }
        }
    }

    /// Mail has a list of its own, with its own attempts.
    private static func mail(
        _ id: DeliveryID, _ attempt: DeliveryQueries.Attempt, _ access: AlertAccess, _ context: JobContext
    ) async throws {
        let addresses = try await AlertRecipients.addresses(
            of: context.company, chosen: attempt.channel.recipients, in: context.database)
        guard !addresses.isEmpty else {
            return try await giveUp(
                id, "nobody it is meant for can be mailed any more", nil, broken: attempt.version, access, context)
        }
        try await context.complete { transaction in
            let queries = DeliveryQueries(delivery: id, transaction: transaction)
            try await queries.post(to: addresses)
            try await queries.noteDelivered(status: nil, version: attempt.version, at: access.now())
        }
    }
}
