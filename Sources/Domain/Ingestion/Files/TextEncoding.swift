/// How a file's bytes stand for text. A byte order mark wins over what a mapping declares.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8; a record that is not valid UTF-8 is read as Windows-1252 and counted in a file note.
    case auto
    /// UTF-8; a record that is not valid is rejected.
    case utf8 = "utf-8"
    /// Needs a byte order mark, or counts as little-endian.
    case utf16 = "utf-16"
    case windows1252 = "windows-1252"
    case latin1 = "latin-1"
}
