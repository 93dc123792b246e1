/// What a kind of job is told, and the kind itself. The arguments travel as JSON and are kept with the job, so they hold
/// ids and settings, never a secret.
package protocol JobArguments: Codable, Sendable {
    /// Stable for ever: jobs of an older version carry it. Lower case, digits, `_` and `.`; at most 80.
    static var kind: String { get }
    static var settings: JobSettings { get }
}

extension JobArguments {
    package static var settings: JobSettings { JobSettings() }
}
