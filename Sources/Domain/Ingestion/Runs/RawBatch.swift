import Postgres

/// The raw records of one batch, byte for byte, one after the other.
///
/// One row of the database holds them all: a row and an index entry for each of a million records would cost more than
/// the records.
struct RawBatch: Sendable {
    private(set) var lines = ArrayBinding<Int>()
    /// Where each record ends in `payload`.
    private(set) var ends = ArrayBinding<Int32>()
    private(set) var payload: [UInt8] = []
    private(set) var firstLine = Int.max
    private(set) var lastLine = 0

    var isEmpty: Bool { lines.count == 0 }

    mutating func append(line: Int, _ record: [UInt8]) {
        payload.append(contentsOf: record)
        lines.append(line)
        ends.append(Int32(clamping: payload.count))
        firstLine = min(firstLine, line)
        lastLine = max(lastLine, line)
    }
}
