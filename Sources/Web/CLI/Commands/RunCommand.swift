import ArgumentParser

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Set everything up, serve and work: database, schema, demo, pages, jobs.")

    @Flag(name: .customLong("no-demo"), help: "Do not load the demo companies.") var noDemo = false

    @Option(help: "A program that simulates sources; the demo reads them from it.") var simulator: String?

    @Option(help: "Jobs this process does at once, 0 to 64; with 0 they are left to tidemark work.") var slots = 2

    func validate() throws {
        guard (0...64).contains(slots) else { throw ValidationError("--slots takes 0 to 64.") }
    }

    func run() async throws {
        var settings = try Settings.load()
        let applied = try await Schema.migrate(settings)
        if !applied.isEmpty { Console.say("Schema: applied \(applied.joined(separator: ", ")).") }
        var signIns: [String] = []
        var simulation: SimulatedSources?
        if !noDemo, settings.environment == .development {
            if let simulator, settings.sourcePlaces.isEmpty {
                simulation = try SimulatedSources.start(simulator)
                settings.sourcePlaces = simulation?.places ?? [:]
            }
            signIns = try await DemoLoader.load(settings)
            if let simulation { try await DemoSources(settings: settings, simulation: simulation).read() }
        }
        // It ends with this process.
        defer { simulation?.stop() }
        try await WebNode.serve(settings, signIns: signIns, slots: slots)
    }
}
