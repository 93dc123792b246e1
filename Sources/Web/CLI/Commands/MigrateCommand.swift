import ArgumentParser
import Catalog
import Postgres

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database's schema up to this version.")

    @Option(help: "Take back every migration above this number instead.") var downTo: Int?
    @Flag(help: "Only say what is pending.") var status = false
    @Flag(help: "Answer as JSON.") var json = false

    private struct Report: Encodable {
        let pending: [String]?
        let applied: [String]?
        let takenBack: [String]?
    }

    func run() async throws {
        let settings = try Settings.load()
        if status {
            let pending = try await Schema.open(settings) { try await $0.pending() }
            if json { return try Console.json(Report(pending: pending, applied: nil, takenBack: nil)) }
            return Console.say(
                pending.isEmpty ? "The schema is up to date." : "Pending: \(pending.joined(separator: ", "))")
        }
        if let downTo {
            let names = try await Schema.open(settings) { try await $0.down(to: downTo) }
            if json { return try Console.json(Report(pending: nil, applied: nil, takenBack: names)) }
            return Console.say(names.isEmpty ? "Nothing to take back." : "Took back \(names.joined(separator: ", ")).")
        }
        let names = try await Schema.migrate(settings)
        if json { return try Console.json(Report(pending: nil, applied: names, takenBack: nil)) }
        Console.say(names.isEmpty ? "The schema is up to date." : "Applied \(names.joined(separator: ", ")).")
    }
}

/// The schema, as the owner changes it.
enum Schema {
    /// Applies what is missing and refreshes the vocabulary tables.
    static func migrate(_ settings: Settings) async throws -> [String] {
        try await asOwner(settings, for: "migrate") { connection in
            let migrations = try Migration.load(from: settings.root + "/migrations")
            let names = try await Migrator(migrations: migrations, connection: connection).up()
            try await CategoryCode.synchronize(on: connection)
            return names
        }
    }

    static func open<Result: Sendable>(
        _ settings: Settings, _ body: (Migrator) async throws -> Result
    ) async throws -> Result {
        try await asOwner(settings, for: "migrate") { connection in
            let migrations = try Migration.load(from: settings.root + "/migrations")
            return try await body(Migrator(migrations: migrations, connection: connection))
        }
    }

    /// Runs work as the role that owns the schema.
    static func asOwner<Result: Sendable>(
        _ settings: Settings, for purpose: String, _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        guard let uri = settings.database.owner else {
            throw SettingsProblem("This needs DATABASE_OWNER_URL, the address of the role that owns the schema.")
        }
        let connection = try await Connection.connect(
            number: 0,
            settings: ConnectionSettings(
                uri: uri, applicationName: "tidemark \(purpose)", statementTimeout: nil, lockTimeout: .seconds(10)))
        let result = try await body(connection)
        await connection.close()
        return result
    }
}
