/// How a file is divided into records and cells.
package enum FileFormat: String, Hashable, Sendable, CaseIterable {
    /// From the first bytes: JSON, or the separator the header line has most of.
    case auto
    case csv, tsv, semicolon
    /// One array of objects.
    case json
    /// One object per line.
    case jsonl

    var separator: UInt8? {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: UInt8(ascii: "\t")
        case .semicolon: UInt8(ascii: ";")
        case .auto, .json, .jsonl: nil
        }
    }

    /// The format of a file that starts with these bytes.
    static func sniff(_ bytes: UnsafeBufferPointer<UInt8>) -> FileFormat {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return .csv }
        if first == UInt8(ascii: "[") { return .json }
        if first == UInt8(ascii: "{") { return .jsonl }
        var counts = [FileFormat.csv: 0, .tsv: 0, .semicolon: 0]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            for format in [FileFormat.csv, .tsv, .semicolon] where byte == format.separator {
                counts[format, default: 0] += 1
            }
        }
        // A comma wins a tie: it is what most books use.
        let best = counts.values.max() ?? 0
        return [.csv, .semicolon, .tsv].first { counts[$0] == best } ?? .csv
    }
}
