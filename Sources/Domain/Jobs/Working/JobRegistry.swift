import Foundation

/// The kinds a process can run and how.
package struct JobRegistry: Sendable {
    struct Entry: Sendable {
        let settings: JobSettings
        let run: @Sendable (JobContext) async throws -> Void
    }

    private(set) var entries: [String: Entry] = [:]

    package init() {}

    /// Says how jobs of a kind are done. Arguments that cannot be read make a job dead, with the reason.
    package mutating func register<Arguments: JobArguments>(
        _ type: Arguments.Type, settings: JobSettings? = nil,
        run: @escaping @Sendable (Arguments, JobContext) async throws -> Void
    ) {
        entries[Arguments.kind] = Entry(settings: settings ?? Arguments.settings) { context in
            let arguments: Arguments
            do {
                arguments = try JSONDecoder().decode(Arguments.self, from: Data(context.job.arguments.utf8))
            } catch {
                throw JobControl.giveUp(reason: "its arguments cannot be read by this version")
            }
            try await run(arguments, context)
        }
    }

    package var kinds: [String] { entries.keys.sorted() }
    package var settings: [String: JobSettings] { entries.mapValues(\.settings) }
}
