import ArgumentParser
import Foundation
import Postgres

/// Load at full speed, a snapshot held for a while, and what happens after it is let go. A bystander reads another table
/// all the time.
struct SnapshotMode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "snapshot")

    struct Findings: Codable {
        /// Jobs done in each second.
        let jobs: [Int]
        /// The bystander's reads of each ten seconds.
        let reads: [Figures]
        let before: Int
        let held: Int
        let after: Int
    }

    @OptionGroup var options: QueueOptions
    @Option(help: "Seconds before the snapshot is taken.") var before = 40
    @Option(help: "Seconds it is held.") var held = 120
    @Option(help: "Seconds afterwards.") var after = 40
    @Option(help: "Jobs that are not done yet, at most.") var outstanding = 4_000
    @Option(help: "Jobs offered per second; 0 for as many as are done.") var offered = 0

    func run() async throws {
        let findings = try await options.open { queue in
            try await queue.working {
                let feeding = Task { try await feed(queue) }
                defer { feeding.cancel() }
                // What a process does once is not what is measured.
                try await Task.sleep(for: .seconds(3))
                return try await watch(queue)
            }
        }
        try Figures.print(findings)
    }

    /// Keeps jobs in front of the workers.
    private func feed(_ queue: any MeasuredQueue) async throws {
        var (added, company) = (queue.done.value, 0)
        let (begun, batch) = (ContinuousClock.now, offered > 0 ? max(1, offered / 20) : 500)
        while !Task.isCancelled {
            let due = offered > 0 ? Int((.now - begun) / .seconds(1) * Double(offered)) : .max
            guard added + batch <= due, added - queue.done.value + batch <= outstanding else {
                try await Task.sleep(for: .milliseconds(5))
                continue
            }
            try await queue.add(batch, to: company)
            added += batch
            company = (company + 1) % options.companies
        }
    }

    private func watch(_ queue: any MeasuredQueue) async throws -> Findings {
        let addresses = try Addresses()
        let holder = try await addresses.connect(asWorker: true)
        let bystander = try await Bystander(addresses)
        let reading = Task { try await bystander.read() }
        var (jobs, reads) = ([Int](), [Figures]())
        var last = queue.done.value
        var due = ContinuousClock.now
        for second in 0..<(before + held + after) {
            if second == before {
                try await holder.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
                _ = try await holder.fetch(Query<Single<Int>>("SELECT count(*) FROM bench_catalogue"))
            }
            if second == before + held { try await holder.execute("COMMIT") }
            due += .seconds(1)
            try await Task.sleep(until: due)
            let now = queue.done.value
            jobs.append(now - last)
            last = now
            if (second + 1) % 10 == 0 { reads.append(Figures(await bystander.take())) }
        }
        reading.cancel()
        await holder.close()
        return Findings(jobs: jobs, reads: reads, before: before, held: held, after: after)
    }
}
