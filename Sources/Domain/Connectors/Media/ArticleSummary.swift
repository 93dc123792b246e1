import Documents
import Foundation

/// The beginning of an article in a few words.
enum ArticleSummary {
    /// - Parameter html: as the source wrote it, markup and all.
    /// - Returns: at most `Article.mostSummary` characters, ending with a whole word; nil when nothing is left.
    static func of(_ html: String) -> String? {
        var text = PlainText.of(html)
        // WordPress appends a sentence with links to itself.
        if let tail = text.range(of: "The post ", options: .backwards),
            text[tail.upperBound...].contains(" appeared first on ")
        {
            text = String(text[..<tail.lowerBound])
        }
        for ending in ["[\u{2026}]", "[...]", "Continue reading", "Read more"] {
            while text.hasSuffix(ending) || text.hasSuffix(" ") {
                text = String(text.dropLast(text.hasSuffix(" ") ? 1 : ending.count))
            }
        }
        return Excerpt.of(text, most: Article.mostSummary)
    }
}
