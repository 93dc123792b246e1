import ArgumentParser

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Set everything up and serve: database, schema, demo, pages.")

    @Flag(name: .customLong("no-demo"), help: "Do not load the demo companies.") var noDemo = false

    func run() async throws {
        let settings = try Settings.load()
        let applied = try await Schema.migrate(settings)
        if !applied.isEmpty { Console.say("Schema: applied \(applied.joined(separator: ", ")).") }
        var signIns: [String] = []
        if !noDemo, settings.environment == .development {
            signIns = try await DemoLoader.load(settings)
        }
        try await WebNode.serve(settings, signIns: signIns)
    }
}
