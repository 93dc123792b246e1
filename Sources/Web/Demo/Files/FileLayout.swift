/// The format and the columns of a place's files.
struct FileLayout: Sendable {
    enum Format: Sendable {
        case table(separator: UInt8)
        /// One array of objects; a point in a column's title opens an inner object.
        case json
    }

    let format: Format
    /// Of file names.
    let suffix: String
    /// ISO 8859-1 instead of UTF-8.
    var latin1 = false
    /// What stands between whole and hundredths.
    var mark: Character = "."
    let columns: [(title: String, field: Field)]

    /// The bytes of `text` in the file's encoding; what Latin-1 does not have becomes a question mark.
    func encoded(_ text: String) -> [UInt8] {
        latin1 ? text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") } : Array(text.utf8)
    }

    /// What a file begins with.
    var opening: [UInt8] {
        switch format {
        case .table(let separator):
            let mark = String(decoding: [separator], as: UTF8.self)
            return encoded(columns.map(\.title).joined(separator: mark) + "\r\n")
        case .json: return Array("[\n".utf8)
        }
    }

    /// What stands between two rows.
    var between: [UInt8] {
        if case .json = format { Array(",\n".utf8) } else { [] }
    }

    /// What a file ends with.
    var closing: [UInt8] {
        if case .json = format { Array("\n]\n".utf8) } else { [] }
    }
}
