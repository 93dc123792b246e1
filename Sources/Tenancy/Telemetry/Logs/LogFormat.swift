/// How the log is written.
package enum LogFormat: String, CaseIterable, Sendable {
    /// A line for a person.
    case text
    /// A JSON object on each line, for programs.
    case json
}
