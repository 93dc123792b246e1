/// Writes the small documents that sources are asked with.
enum JSONText {
    enum Value {
        case text(String)
        case number(Int)
        /// Digits as they are to be written.
        case digits(String)
        case list([Value])
    }

    /// - Parameter members: in the order they are written in.
    static func object(_ members: [(String, Value)]) -> [UInt8] {
        Array(("{" + members.map { quoted($0.0) + ":" + written($0.1) }.joined(separator: ",") + "}").utf8)
    }

    private static func written(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): "\(number)"
        case .digits(let digits): digits
        case .list(let values): "[" + values.map(written).joined(separator: ",") + "]"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
