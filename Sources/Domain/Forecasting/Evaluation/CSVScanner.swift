/// Reads the rows of comma-separated text, as RFC 4180 (Shafranovich, 2005) writes them, in place.
///
/// Line ends may be LF, CRLF or CR; a quote that is never closed ends with the text.
struct CSVScanner {
    let bytes: [UInt8]
    /// What stands between fields: a comma, semicolon or tab, whichever the first line holds most of.
    let delimiter: UInt8
    /// Line on which the last row began; the first line is 1.
    private(set) var line = 0
    private var place: Int
    private var linesPassed = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is no part of the first name.
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var counts: [UInt8: Int] = [:]
        for byte in bytes[place...] {
            if byte == 10 || byte == 13 { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        delimiter = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] && $0 != $1 } ?? candidates[0]
    }

    /// The places of the next row's fields, without their quotes; false at the end. Blank lines are passed over.
    mutating func next(into fields: inout [Range<Int>]) -> Bool {
        fields.removeAll(keepingCapacity: true)
        while place < bytes.count, bytes[place] == 10 || bytes[place] == 13 { passLineEnd() }
        guard place < bytes.count else { return false }
        line = linesPassed + 1
        while true {
            fields.append(field())
            guard place < bytes.count else { return true }
            if bytes[place] == delimiter {
                place += 1
            } else {
                passLineEnd()
                return true
            }
        }
    }

    /// The text of a field, a doubled quote as one.
    func text(_ field: Range<Int>) -> String {
        let text = String(decoding: bytes[field], as: UTF8.self)
        guard field.lowerBound > 0, bytes[field.lowerBound - 1] == UInt8(ascii: "\""), text.contains("\"") else {
            return text
        }
        return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }

    private mutating func field() -> Range<Int> {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
            let start = place
            passUnquoted()
            return start..<place
        }
        place += 1
        let start = place
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") {
                    place += 1
                } else {
                    break
                }
            } else if bytes[place] == 10 {
                linesPassed += 1
            }
            place += 1
        }
        let end = place
        passUnquoted()
        return start..<end
    }

    private mutating func passUnquoted() {
        while place < bytes.count, bytes[place] != delimiter, bytes[place] != 10, bytes[place] != 13 { place += 1 }
    }

    private mutating func passLineEnd() {
        let wasReturn = bytes[place] == 13
        place += 1
        if wasReturn, place < bytes.count, bytes[place] == 10 { place += 1 }
        linesPassed += 1
    }
}
