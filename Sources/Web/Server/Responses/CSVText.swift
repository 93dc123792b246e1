/// Comma-separated values (RFC 4180) that a spreadsheet does not take for formulas.
package enum CSVText {
    /// A line with its end. Each value is quoted; one that a spreadsheet would compute (it begins with `=`, `+`, `-`, `@`, a tab, a
    /// carriage return or a NUL) gets an apostrophe before it, unless it is a plain number.
    package static func line(_ values: [String]) -> String {
        values.map { value in
            let isFormula = value.utf8.first.map { "=+-@\t\r\0".utf8.contains($0) } ?? false
            let text = isFormula && Double(value) == nil ? "'" + value : value
            // Hardly any value has a quotation mark, and looking for one is much cheaper than replacing it.
            let hasQuotes = text.utf8.contains(UInt8(ascii: "\""))
            return "\"" + (hasQuotes ? text.replacing("\"", with: "\"\"") : text) + "\""
        }.joined(separator: ",") + "\r\n"
    }
}
