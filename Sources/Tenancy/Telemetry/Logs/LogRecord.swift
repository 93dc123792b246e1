import Foundation
import Logging

/// One line of the log before it is written.
struct LogRecord {
    struct Field {
        let name: String
        let value: Logger.MetadataValue
    }

    /// Most bytes of one value, the message included, before it is cut; names are cut at 100.
    static let longestValue = 4_096
    static let longestName = 100
    /// Fields beyond this are dropped.
    static let mostFields = 64

    let moment: Date
    let level: Logger.Level
    let label: String
    let message: String
    let fields: [Field]

    /// `{"time":…,"level":…,"message":…,"logger":…,…}` and a newline.
    var json: [UInt8] {
        var line = LogLine()
        line.put("{\"time\":\"")
        line.put(time)
        line.put("\",\"level\":\"")
        line.put(level.rawValue)
        line.put("\",\"message\":")
        line.quote(message, limit: Self.longestValue)
        line.put(",\"logger\":")
        line.quote(label, limit: Self.longestName)
        for field in fields.prefix(Self.mostFields) {
            line.put(",")
            line.quote(field.name, limit: Self.longestName)
            line.put(":")
            if let literal = Self.literal(field.value) {
                line.put(literal)
            } else {
                line.quote(field.value.description, limit: Self.longestValue)
            }
        }
        line.put("}\n")
        return line.bytes
    }

    /// `time level logger: name=value … message` and a newline.
    var text: [UInt8] {
        var line = LogLine()
        line.put("\(time) \(level.rawValue) \(label):")
        for field in fields.prefix(Self.mostFields) {
            line.put(" ")
            line.escape(field.name, limit: Self.longestName)
            line.put("=")
            line.escape(field.value.description, limit: Self.longestValue)
        }
        line.put(" ")
        line.escape(message, limit: Self.longestValue)
        line.put("\n")
        return line.bytes
    }

    /// RFC 3339 in UTC with milliseconds.
    private var time: String { LogTime.text(moment) }

    /// Numbers and truth values that code logged as such.
    private static func literal(_ value: Logger.MetadataValue) -> String? {
        guard case .stringConvertible(let value) = value else { return nil }
        switch value {
        case let number as Int: return String(number)
        case let number as Int64: return String(number)
        case let truth as Bool: return truth ? "true" : "false"
        case let number as Double: return number.isFinite ? number.description : nil
        default: return nil
        }
    }
}
