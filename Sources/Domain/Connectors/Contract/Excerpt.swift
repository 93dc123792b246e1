/// The beginning of a text.
enum Excerpt {
    /// - Parameters:
    ///   - text: in one line.
    ///   - most: signs at most, counted as the database counts them: a letter with an accent of its own is two.
    /// - Returns: ends with a whole word, if it has any; nil when there is no text.
    static func of(_ text: String, most: Int) -> String? {
        guard text.unicodeScalars.count > most else { return text.isEmpty ? nil : text }
        var signs = 0
        let cut = text.prefix { letter in
            signs += letter.unicodeScalars.count
            return signs < most
        }
        let word = cut.lastIndex(of: " ") ?? cut.endIndex
        return String(cut[..<word]) + "\u{2026}"
    }
}
