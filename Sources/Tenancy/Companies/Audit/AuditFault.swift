/// Where a record is not what was written.
package enum AuditFault: Sendable, Hashable, CustomStringConvertible {
    /// The event of this number was changed or put in by somebody, or one before it was.
    case altered(Int)
    /// Events are missing: these numbers.
    case missing(ClosedRange<Int>)
    /// The record ends before events that were there once: this many are gone.
    case truncated(last: Int, known: Int)
    /// The event is not the one that was noted outside of the database.
    case replaced(Int)
    /// The event names a key that is not there.
    case keyMissing(Int)

    package var description: String {
        switch self {
        case .altered(let number): "event \(number) is not what was written, or does not follow the one before it"
        case .missing(let numbers):
            numbers.count == 1
                ? "event \(numbers.lowerBound) is missing"
                : "events \(numbers.lowerBound) to \(numbers.upperBound) are missing"
        case .truncated(let last, let known): "the record ends with event \(last), and there were \(known)"
        case .replaced(let number): "event \(number) is not the one that was noted outside of the database"
        case .keyMissing(let number): "the key of event \(number) is not there"
        }
    }
}
