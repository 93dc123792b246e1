import Catalog
import Matching

/// One sentence, or a title, or a tag.
struct SpokenSentence: Sendable {
    /// As written, parted by white space.
    let pieces: [Substring]
    let words: [SpokenWord]
    /// Most words begin with capitals, so that capitals say nothing.
    let isHeadline: Bool

    init(_ pieces: [Substring]) {
        self.pieces = pieces
        var words: [SpokenWord] = []
        var long = 0
        var capital = 0
        for (place, piece) in pieces.enumerated() {
            let isCapital = piece.unicodeScalars.contains { $0.properties.isUppercase }
            let isAmount = Self.isAmount(piece)
            let tokens = NameFolding.tokens(String(piece))
            if tokens.isEmpty {
                if piece.unicodeScalars.contains(where: Self.partsClauses.contains), !words.isEmpty {
                    words[words.count - 1].endsClause = true
                }
                continue
            }
            for token in tokens {
                for part in NameReading.pieces(token) {
                    let entry = WordTable.entry(for: part)
                    words.append(
                        SpokenWord(
                            text: SpokenWord.stem(entry.word), written: part, kind: entry.kind,
                            isCapital: isCapital || entry.kind == .number, isAmount: isAmount, endsClause: false,
                            piece: place))
                }
            }
            if let last = piece.unicodeScalars.last(where: { !Self.closing.contains($0) }),
                Self.partsClauses.contains(last) || SpokenText.ends(piece), !words.isEmpty
            {
                words[words.count - 1].endsClause = true
            }
            if piece.utf8.count >= 4 {
                long += 1
                if isCapital { capital += 1 }
            }
        }
        self.words = words
        isHeadline = capital * 10 >= max(1, long) * 6
    }

    /// The sentence, or the part of it around a piece, in at most `limit` characters as the database counts them.
    func snippet(around piece: Int, limit: Int) -> String {
        let room = limit - 4
        func length(_ place: Int) -> Int { pieces[place].unicodeScalars.count }
        var start = min(max(0, piece), max(0, pieces.count - 1))
        var end = min(start + 1, pieces.count)
        var used = length(start)
        guard used <= room else {
            return String(String.UnicodeScalarView(pieces[start].unicodeScalars.prefix(room))) + "…"
        }
        while start > 0 || end < pieces.count {
            var grew = false
            if end < pieces.count, used + length(end) + 1 <= room {
                used += length(end) + 1
                end += 1
                grew = true
            }
            if start > 0, used + length(start - 1) + 1 <= room {
                start -= 1
                used += length(start) + 1
                grew = true
            }
            if !grew { break }
        }
        let words = pieces[start..<end].joined(separator: " ")
        return (start > 0 ? "… " : "") + words + (end < pieces.count ? " …" : "")
    }

    /// "$10", "10%", "12oz" are no ages.
    private static func isAmount(_ piece: Substring) -> Bool {
        piece.unicodeScalars.contains { amounts.contains($0) }
    }

    private static let amounts: Set<Unicode.Scalar> = ["$", "€", "£", "%", "¥"]
    private static let partsClauses: Set<Unicode.Scalar> = [",", ";", ":", "–", "—", "|", "•", "-", "/"]
    static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…"]
    static let closing: Set<Unicode.Scalar> = ["\"", "'", "’", "”", "»", ")", "]"]
}
