/// The words of the interface in one language.
///
/// A language is one file for each area of the product, and a test finds a missing text. Words from sources (names, reasons, raw
/// records) are not in here and are never translated.
package struct InterfaceText: Sendable {
    /// BCP 47, for the `lang` attribute.
    package let languageTag: String
    private let words: [TextKey: String]
    private let isOne: @Sendable (Int) -> Bool

    /// - Parameters:
    ///   - isOne: whether a count takes the form for one in this language.
    ///   - word: the text of a key; `{name}` in it is filled by ``fill(_:_:)``.
    package init(languageTag: String, isOne: @escaping @Sendable (Int) -> Bool, word: (TextKey) -> String) {
        self.languageTag = languageTag
        self.isOne = isOne
        words = Dictionary(uniqueKeysWithValues: TextKey.allCases.map { ($0, word($0)) })
    }

    /// The text of a key.
    package subscript(key: TextKey) -> String {
        words[key] ?? key.rawValue
    }

    /// The text of a key by its name in templates, nil if there is no such key.
    package subscript(raw name: String) -> String? {
        TextKey(rawValue: name).map { self[$0] }
    }

    /// The text with its `{name}` places filled.
    package func fill(_ key: TextKey, _ values: KeyValuePairs<String, String>) -> String {
        var result = ""
        var rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = rest[rest.index(after: open)..<close]
            result += values.first { $0.key == name }?.value ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The form for a count, with `{count}` filled.
    package func count(_ number: Int, one: TextKey, other: TextKey) -> String {
        fill(isOne(number) ? one : other, ["count": NumberText.whole(number)])
    }
}
