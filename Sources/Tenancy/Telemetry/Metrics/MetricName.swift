/// Names as the text format allows them.
enum MetricName {
    /// `[a-zA-Z_:][a-zA-Z0-9_:]*`; every other character becomes `_`.
    static func family(_ text: String) -> String { clean(text, alsoColon: true) }

    /// `[a-zA-Z_][a-zA-Z0-9_]*`, not one the format keeps for itself.
    static func label(_ text: String) -> String {
        let name = clean(text, alsoColon: false)
        return name == "le" || name.hasPrefix("__") ? "label_" + name : name
    }

    private static func clean(_ text: String, alsoColon: Bool) -> String {
        var bytes = text.utf8.prefix(200).map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                byte
            case UInt8(ascii: ":") where alsoColon: byte
            default: UInt8(ascii: "_")
            }
        }
        if bytes.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) ?? true {
            bytes.insert(UInt8(ascii: "_"), at: 0)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
