import ArgumentParser

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Set everything up, serve and work: database, schema, demo, pages, jobs.")

    @Flag(name: .customLong("no-demo"), help: "Do not load the demo companies.") var noDemo = false

    @Option(help: "Jobs this process does at once, 0 to 64; with 0 they are left to tidemark work.") var slots = 2

    func validate() throws {
        guard (0...64).contains(slots) else { throw ValidationError("--slots takes 0 to 64.") }
    }

    func run() async throws {
        let settings = try Settings.load()
        let applied = try await Schema.migrate(settings)
        if !applied.isEmpty { Console.say("Schema: applied \(applied.joined(separator: ", ")).") }
        var signIns: [String] = []
        if !noDemo, settings.environment == .development {
            signIns = try await DemoLoader.load(settings)
        }
        try await WebNode.serve(settings, signIns: signIns, slots: slots)
    }
}
