import Matching

/// How much the words of a brand say by themselves.
enum BrandStanding: Sendable {
    /// Says itself what it is: "Ardbeg", "Buffalo Trace".
    case strong
    /// Everyday words that only together and with capitals are a brand: "High Noon".
    case plainWords
    /// One everyday word, a number, a few letters: "Gold", "1800", "Josh". Never enough by itself.
    case weak

    /// - Parameter words: of the brand, in the spelling names are compared in.
    init(_ words: [(text: String, kind: WordKind)]) {
        let telling = words.filter { word in
            word.kind == .plain && word.text.unicodeScalars.count > 2 && !EverydayWords.contains(word.text)
        }
        let letters = telling.reduce(0) { $0 + $1.text.unicodeScalars.count }
        let counted = words.count { $0.kind != .noise && $0.kind != .house && $0.kind != .number }
        if !telling.isEmpty, letters > 3 {
            self = .strong
        } else if counted >= 2, words.contains(where: { $0.kind == .plain && $0.text.unicodeScalars.count > 2 }) {
            self = .plainWords
        } else {
            self = .weak
        }
    }
}
