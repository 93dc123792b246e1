import Foundation
import Outbound

/// Dates as feeds write them: RFC 822, RFC 3339, and what people make of both.
enum FeedDate {
    static func read(_ text: String) -> Date? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.count >= 10, text.prefix(4).allSatisfy(\.isNumber) { return w3c(text) }
        return HTTPDate.seconds(text).map { Date(timeIntervalSince1970: Double($0)) }
    }

    /// A profile of ISO 8601 (W3C note "Date and Time Formats"); without a zone it counts as UTC.
    private static func w3c(_ text: String) -> Date? {
        var text = text.replacing(" ", with: "T")
        if text.count == 10 { text += "T00:00:00Z" }
        // Fractions of a second say nothing about an article.
        if let dot = text.firstIndex(of: ".") {
            text = String(text[..<dot]) + text[text.index(after: dot)...].drop(while: \.isNumber)
        }
        if text.count == 19 { text += "Z" }
        let style = Date.ISO8601FormatStyle(timeZoneSeparator: .omitted)
        let zoned = text.last == "Z" ? text : String(text.prefix(19)) + text.dropFirst(19).replacing(":", with: "")
        return try? style.parse(zoned)
    }
}
