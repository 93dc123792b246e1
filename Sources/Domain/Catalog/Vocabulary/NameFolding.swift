/// Names reduced to what two spellings of the same words have in common.
package enum NameFolding {
    /// Lower case, accents folded to base letters (ä → a, ß → ss, æ → ae, ł → l), everything that is not a letter or a
    /// digit turned into single spaces, none at the ends. Composed and decomposed input give the same result, and
    /// folding twice changes nothing.
    ///
    /// An apostrophe joins ("Tito's" → "titos") except after the articles d and l ("d'Arenberg" → "d arenberg").
    /// Cyrillic and Greek lose their accents too; other scripts keep their letters.
    package static func fold(_ text: String) -> String {
        var copy = text
        if let folded = copy.withUTF8({ FoldScan.fast($0) }) { return folded }
        return FoldScan.slow(text)
    }

    /// The words of `fold(text)` in order; empty if there are none.
    package static func tokens(_ text: String) -> [String] {
        var folded = fold(text)
        return folded.withUTF8 { bytes in
            guard !bytes.isEmpty else { return [] }
            var words: [String] = []
            var start = 0
            for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: " ") {
                words.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
                start = index + 1
            }
            return words
        }
    }
}
