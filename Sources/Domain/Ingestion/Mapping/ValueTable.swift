/// A translation from a source's words to ours. Case and runs of spaces do not matter.
struct ValueTable: Hashable, Sendable {
    private let values: [String: String]

    init(_ values: [String: String]) {
        self.values = Dictionary(values.map { (Self.key($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    var allValues: some Sequence<String> { values.values }

    /// The translation of `text`; when several levels are joined by " / ", that of the most levels which have one.
    func value(for text: String) -> String? {
        var key = Self.key(text)
        while true {
            if let value = values[key] { return value }
            guard let cut = key.lastStart(of: " / ") else { return nil }
            key = String(key[..<cut])
        }
    }

    private static func key(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    /// Where the last occurrence of `other` starts.
    fileprivate func lastStart(of other: String) -> Index? {
        var end = endIndex
        while end > startIndex {
            end = index(before: end)
            if self[end...].hasPrefix(other) { return end }
        }
        return nil
    }
}
