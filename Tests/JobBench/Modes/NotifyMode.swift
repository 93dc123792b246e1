import ArgumentParser
import Companies
import Jobs
import Postgres

/// How many notifications enqueueing causes.
struct NotifyMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "notify")

    struct Findings: Codable {
        let batches: Int
        let jobs: Int
        let notifications: Int
    }

    @Option var batches = 10
    @Option var batch = 1_000

    func run() async throws {
        let addresses = try Addresses()
        let heard = try await addresses.open(connections: 2) { database in
            let company = try await database.benchCompanies(1)[0]
            let listener = try await addresses.connect(asWorker: true)
            try await listener.listen(to: JobSignal.channel)
            for _ in 0..<batches {
                let jobs = (0..<batch).map { NewJob(NoOp(number: $0)) }
                try await database.transaction(in: company) { _ = try await $0.enqueue(all: jobs) }
            }
            var heard = 0
            while true {
                let more = try await listener.notifications(waitingUpTo: .seconds(1)).count
                if more == 0 { break }
                heard += more
            }
            await listener.close()
            return heard
        }
        try Figures.print(Findings(batches: batches, jobs: batches * batch, notifications: heard))
    }
}
