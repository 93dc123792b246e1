import Catalog

/// Where one value of a row comes from.
struct FieldRule: Hashable, Sendable {
    enum Source: Hashable, Sendable {
        /// Columns whose texts are joined, each under any of several names; empty ones are left out.
        case columns([[String]], join: String)
        case constant(String)
    }

    let source: Source
    let transforms: [TextTransform]
    /// `nil` for plain text.
    let reading: CellReading?
    /// Overrides the mapping's decimal mark.
    let decimal: DecimalMark?
    /// A file without the column is refused.
    let isRequired: Bool
}
