/// A row that could not be taken, and why.
package struct RowReject: Sendable {
    /// Most bytes of a rejected row that are kept.
    package static let rawLimit = 64 * 1024

    /// The line of the file at which the record starts, from 1.
    package let line: Int
    /// The column at fault, as the header names it; `nil` when the whole row is at fault.
    package let column: String?
    /// One sentence for a person.
    package let reason: String
    /// The record's bytes, cut to `rawLimit`.
    package let raw: [UInt8]

    package init(line: Int, column: String?, reason: String, raw: [UInt8]) {
        self.line = line
        self.column = column
        self.reason = reason
        self.raw = raw.count > Self.rawLimit ? Array(raw.prefix(Self.rawLimit)) : raw
    }
}
