/// Where the day of a row comes from.
enum DateRule: Hashable, Sendable {
    /// Patterns searched in the file's name, the first that fits counts.
    case fileName([FileNameDate])
    case column(names: [String], format: DateFormat)
    /// Only from the caller.
    case argument
}
