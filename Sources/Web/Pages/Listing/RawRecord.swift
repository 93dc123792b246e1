/// What the source said, byte for byte.
package struct RawRecordRow: Hashable, Sendable {
    package let bytes: [UInt8]
    package let file: String
    package let line: Int
    package let importedAt: MomentStamp
    package let run: String

    /// - Parameters:
    ///   - bytes: the record as it was in the file.
    ///   - file: the file's name without its folder.
    ///   - line: the record's first line in it, from 1.
    ///   - run: the id of the scrape run that read it.
    package init(bytes: [UInt8], file: String, line: Int, importedAt: MomentStamp, run: String) {
        self.bytes = bytes
        self.file = file
        self.line = line
        self.importedAt = importedAt
        self.run = run
    }

    /// The bytes as text that a page can show: control characters as their pictures (`␀`, `␍`), because a browser would
    /// drop or change them; bytes that are no UTF-8 as `�`.
    var text: String {
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: scalars.append(scalar)
            case 0x00...0x1F: scalars.append(UnicodeScalar(UInt16(0x2400 + scalar.value)) ?? "\u{FFFD}")
            case 0x7F: scalars.append("\u{2421}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// Whether the text shows the bytes without replacement.
    var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }
}
