/// How a mapping's second file is read.
struct LookupRule: Hashable, Sendable {
    /// The column that identifies a row.
    let key: String
    let format: FileFormat
}
