/// The path of one rule of a robots.txt (RFC 9309 §2.2.2, §2.2.3): compared from the beginning of path and query, `*` stands for any
/// run of characters, `$` at the end for the end.
struct RobotsPattern: Sendable, Hashable {
    /// The bytes between the stars, as `normalised` writes them.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool
    /// How specific it is: its length in octets as written.
    let length: Int

    /// - Parameter text: as it stands in the file, without spaces around it, not empty.
    init(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Self.normalised)
    }

    /// Whether it matches the beginning of a path with its query.
    /// - Parameter path: as `normalised` writes it.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        var place = first.count
        for piece in pieces.dropFirst().dropLast() {
            guard let found = Self.find(piece, in: path, from: place) else { return false }
            place = found + piece.count
        }
        guard pieces.count > 1, let last = pieces.last else { return !isAnchored || place == path.count }
        if isAnchored {
            return path.count - last.count >= place && path[(path.count - last.count)...].elementsEqual(last)
        }
        return Self.find(last, in: path, from: place) != nil
    }

    private static func find(_ piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
        guard !piece.isEmpty else { return start }
        guard path.count - piece.count >= start else { return nil }
        return (start...path.count - piece.count).first { path[$0..<$0 + piece.count].elementsEqual(piece) }
    }

    /// Percent-encodes what is not ASCII, decodes what need not be encoded, and writes the rest in capitals, so that two spellings of
    /// one path are equal (RFC 9309 §2.2.2). An encoded `*`, `$` or `/` stays encoded: it is a letter and no sign.
    static func normalised(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = hex(rest[rest.startIndex], rest[rest.startIndex + 1])
            {
                rest = rest.dropFirst(2)
                if isUnreserved(value) { result.append(value) } else { result += encoded(value) }
            } else if byte >= 0x80 || byte <= 0x20 || byte == 0x7F {
                result += encoded(byte)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func hex(_ high: UInt8, _ low: UInt8) -> UInt8? {
        func value(_ digit: UInt8) -> UInt8? {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
            default: nil
            }
        }
        guard let high = value(high), let low = value(low) else { return nil }
        return high << 4 | low
    }

    /// RFC 3986 §2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
