/// The rows that were not taken as a CSV file: line, column, reason, and the start of the row.
package enum RejectReport {
    /// Characters of the row that are shown.
    private static let excerptLength = 500

    /// The first line of the file.
    package static let header = "line,column,reason,row\r\n"

    /// One line of the file. A text that a spreadsheet would take for a formula gets an apostrophe in front
    /// (OWASP, CSV injection).
    package static func line(_ reject: RowReject) -> String {
        let cells = [String(reject.line), reject.column ?? "", reject.reason, excerpt(reject.raw)]
        return cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0.value > 0x20 }
        let isFormula = first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x09].contains($0) }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Line breaks and other control characters become spaces.
    private static func excerpt(_ raw: [UInt8]) -> String {
        let start = Array(raw.prefix(excerptLength * 4))
        var text = start
        // A sequence cut by the prefix is not a sign of another encoding: compare without the last three bytes.
        if !Array(start.dropLast(min(3, start.count))).withUnsafeBufferPointer(UTF8Check.isValid),
            !start.withUnsafeBufferPointer(UTF8Check.isValid)
        {
            text = []
            SingleByteText.appendUTF8(of: start, to: &text)
        }
        var output = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars.prefix(excerptLength) {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            output.append(isControl ? " " : scalar)
        }
        return String(output)
    }
}
