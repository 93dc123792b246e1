import TestSupport

/// Made-up texts by a seed.
enum RandomText {
    /// Lengths at and about the ends of 64-bit words, and some others.
    static let lengths = [0, 1, 2, 3, 7, 20, 31, 32, 33, 62, 63, 64, 65, 66, 127, 128, 129, 191, 193, 200]
    /// Few letters, so that there is something in common; below U+0100, above, and mixed.
    static let alphabets = ["ab", "abcd ", "aéß ÿ", "日本酒 ", "a🍷Āÿ ", "αβ a"]
    static let words = [
        "ale", "amber", "bin", "7", "77", "rosé", "ő", "酒", "🍷", "oldvine", "old", "vine", "a", "ab", "thornbury",
        "marrowfield", "larkhill", "castelbruno", "ostrava",
    ]

    static func letters(_ random: inout SeededRandom, lengths: [Int] = lengths) -> String {
        let alphabet = Array((alphabets.randomElement(using: &random) ?? "").unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<(lengths.randomElement(using: &random) ?? 0) {
            text.append(alphabet[random.below(alphabet.count)])
        }
        return String(text)
    }

    static func name(_ random: inout SeededRandom, upTo count: Int = 8) -> String {
        (0..<random.below(count + 1)).map { _ in words[random.below(words.count)] }.joined(separator: " ")
    }
}
