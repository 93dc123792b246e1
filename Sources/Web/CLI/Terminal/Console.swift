import Foundation

/// What commands say: results to standard output, everything else to standard error.
enum Console {
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
    static func warn(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    /// JSON for programs: sorted keys, ISO dates, one value.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        say(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// 12 408, with a thin space between thousands.
    static func count(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: "\u{2009}")
    }

    /// A figure with so many places behind the point.
    static func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }
}
