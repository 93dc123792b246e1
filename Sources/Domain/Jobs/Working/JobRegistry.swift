import Foundation

/// The kinds a process can run and how.
package struct JobRegistry: Sendable {
    struct Entry: Sendable {
        let settings: JobSettings
        /// Reads arguments as a handler would and writes them anew, in the one form that equal arguments have.
        let canonical: @Sendable (String) throws -> String
        let run: @Sendable (JobContext) async throws -> Void
    }

    private(set) var entries: [String: Entry] = [:]

    package init() {}

    /// Says how jobs of a kind are done. Arguments that cannot be read make a job dead, with the reason.
    package mutating func register<Arguments: JobArguments>(
        _ type: Arguments.Type, settings: JobSettings? = nil,
        run: @escaping @Sendable (Arguments, JobContext) async throws -> Void
    ) {
        entries[Arguments.kind] = Entry(
            settings: settings ?? Arguments.settings,
            canonical: { text in
                try NewJob(try JSONDecoder().decode(Arguments.self, from: Data(text.utf8))).json()
            }
        ) { context in
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
