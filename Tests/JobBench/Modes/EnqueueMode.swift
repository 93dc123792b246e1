import ArgumentParser
import Companies
import Jobs
import Postgres

/// Bulk enqueueing as the product does it, by arrays; and beside it COPY into tables like its own that no row-level
/// security guards, which is what arrays forgo.
struct EnqueueMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "enqueue")

    enum Way: String, ExpressibleByArgument { case arrays, copy }

    struct Findings: Codable {
        let jobs: Int
        let rate: Double
    }

    @Option(help: "arrays or copy") var way = Way.arrays
    @Option var jobs = 200_000
    @Option(help: "Jobs of one transaction.") var batch = 5_000
    @Option(help: "Transactions at once, each of a company of its own.") var lanes = 2

    func run() async throws {
        let addresses = try Addresses()
        let batches = jobs / batch / lanes
        let (way, batch) = (way, batch)
        let seconds = try await addresses.open(connections: lanes) { database in
            let companies = try await database.benchCompanies(lanes)
            let begun = ContinuousClock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for company in companies {
                    group.addTask {
                        if way == .copy {
                            let connection = try await addresses.connect(asWorker: true)
                            for _ in 0..<batches { try await Self.copy(batch, of: company, over: connection) }
                            await connection.close()
                        } else {
                            for _ in 0..<batches {
                                let jobs = (0..<batch).map { NewJob(NoOp(number: $0)) }
                                try await database.transaction(in: company) { _ = try await $0.enqueue(all: jobs) }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            return (.now - begun) / .seconds(1)
        }
        try Figures.print(Findings(jobs: batches * batch * lanes, rate: Double(batches * batch * lanes) / seconds))
    }

    private static func copy(_ count: Int, of company: CompanyID, over connection: Connection) async throws {
        let ids = (0..<count).map { _ in JobID().description }
        let (jobs, ready) = AsyncStream<[UInt8]>.twoStreams(
            ids.enumerated().map { "\(company)\t\($1)\t\(NoOp.kind)\tstandard\t60\t{\"number\":\($0)}\t20\n" },
            ids.map { "\(company)\t\($0)\tstandard\t\(NoOp.kind)\tnow\n" })
        try await connection.execute("BEGIN")
        _ = try await connection.copyIn(
            "COPY open_jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts) FROM STDIN",
            from: jobs)
        _ = try await connection.copyIn(
            "COPY open_ready_jobs (company_id, job_id, queue, kind, turn_at) FROM STDIN", from: ready)
        try await connection.execute("COMMIT")
    }
}

extension AsyncStream<[UInt8]> {
    /// Lines as two streams of one chunk each.
    fileprivate static func twoStreams(_ first: [String], _ second: [String]) -> (Self, Self) {
        func stream(_ lines: [String]) -> Self {
            Self { continuation in
                continuation.yield(Array(lines.joined().utf8))
                continuation.finish()
            }
        }
        return (stream(first), stream(second))
    }
}
