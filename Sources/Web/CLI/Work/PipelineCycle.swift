import Companies
import Connections
import Foundation
import Ingestion
import Jobs
import Logging

/// One pass of a company's pipeline, as a graph of jobs with deadlines: what is due is read, side by side; then products are recognised;
/// then scored; then forecast. A step that is late or fails holds nobody up for longer than its deadline.
enum PipelineCycle {
    /// What consoles call the schedule.
    static let scheduleName = "Cycle, every hour"
    static let everyHour = "0 * * * *"

    /// Seconds after the beginning: when recognising starts at the latest, when scoring and forecasting do, and when all should be done.
    private static let matchBy = 480.0
    private static let scoreBy = 720.0
    private static let forecastBy = 900.0
    private static let doneBy = 1_200.0

    static func register(in registry: inout JobRegistry, now: @escaping @Sendable () -> Date = { Date() }) {
        registry.register(BeginCycle.self) { arguments, context in
            let begun = try await context.complete { transaction in
                try await begin(in: transaction, at: now(), person: arguments.person.map(IdentityID.init(rawValue:)))
            }
            context.logger.info("cycle begun", metadata: ["reads": "\(begun)"])
        }
    }

    /// - Returns: how many connections are read; with none there is no cycle.
    @discardableResult
    static func begin(in transaction: CompanyTransaction, at moment: Date, person: IdentityID? = nil) async throws
        -> Int
    {
        let queries = CycleQueries(transaction: transaction)
        var steps: [CycleStep] = []
        for connection in try await queries.due(at: moment) {
            let read = ReadSource(connection: connection, person: person)
            let job = try await transaction.enqueue(read, EnqueueOptions(uniqueKey: read.uniqueKey))
            // One that waits to go on with its run is this cycle's as well.
            guard let id = if let job { job } else { try await queries.living(ReadSource.kind, key: read.uniqueKey) }
            else {
                continue
            }
            steps.append(CycleStep(.read, connection: connection, job: id))
        }
        guard !steps.isEmpty else {
            // What the platform has read is this company's as well.
            if transaction.company != .house, try await queries.isBehindTheHouse() {
                try await transaction.enqueue(ScoreTrends(), EnqueueOptions(uniqueKey: CatalogUpkeep.key))
            }
            return 0
        }
        let reads = steps.count
        let matchBy = moment + matchBy
        let match = try await next(
            MatchListings(), key: CatalogUpkeep.key, after: steps.map(\.job), by: matchBy, in: transaction, queries)
        steps.append(CycleStep(.match, job: match, startsBy: matchBy))
        let scoreBy = moment + scoreBy
        let score = try await next(
            ScoreTrends(), key: CatalogUpkeep.key, after: [match], by: scoreBy, in: transaction, queries)
        steps.append(CycleStep(.score, job: score, startsBy: scoreBy))
        let forecastBy = moment + forecastBy
        let forecast = try await next(
            ForecastProducts.watched, key: ForecastProducts.watched.uniqueKey, after: [score], by: forecastBy,
            in: transaction, queries)
        steps.append(CycleStep(.forecast, job: forecast, startsBy: forecastBy))
        let cycle = UUID()
        try await queries.begin(cycle, at: moment, due: moment + doneBy, person: person)
        try await queries.add(steps, to: cycle)
        return reads
    }

    /// The job that follows; one that has not begun yet and has the same to do stands in for it.
    private static func next<Arguments: JobArguments>(
        _ arguments: Arguments, key: String, after jobs: [JobID], by deadline: Date,
        in transaction: CompanyTransaction,
        _ queries: CycleQueries
    ) async throws -> JobID {
        let options = EnqueueOptions(uniqueKey: key, after: jobs, deadline: deadline)
        if let made = try await transaction.enqueue(arguments, options) { return made }
        if let living = try await queries.living(Arguments.kind, key: key) { return living }
        // It has begun meanwhile; another one sees what this cycle has read.
        return try await transaction.enqueue(arguments, options) ?? JobID()
    }
}
