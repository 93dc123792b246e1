import ArgumentParser

/// Measures the queue of the product in the database that `DATABASE_URL` and its relatives name, and prints figures as
/// JSON. `make bench` runs it on databases of its own; it fills whatever it is pointed at, so nothing else should.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "JobBench", abstract: "Measures the queue of jobs.",
        subcommands: [
            EnqueueMode.self, DrainMode.self, PickUpMode.self, SnapshotMode.self, FairnessMode.self, ClaimMode.self,
            IdleMode.self, NotifyMode.self,
        ])
}
