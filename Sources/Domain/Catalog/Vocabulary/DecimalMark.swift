/// The sign between whole and fraction in a source's numbers.
package enum DecimalMark: String, Codable, Sendable, CaseIterable {
    /// `1,234.50`
    case point
    /// `1.234,50`
    case comma
    /// Either: the last of `,` and `.` is the mark, unless the text could as well be a grouped whole number
    /// (`1,234`), which is refused.
    case either
}
