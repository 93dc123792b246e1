import Foundation

/// The name of a company in commands, made from what it is called.
package enum CompanySlug {
    /// Room is left for letters behind it, should it be taken.
    private static let longest = 34

    /// Lower-case letters of the Latin alphabet and digits, with single hyphens between words.
    package static func made(of name: String) -> String {
        let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
            .lowercased()
        let words = folded.unicodeScalars.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
        let slug = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-").prefix(longest)
        let trimmed = slug.hasSuffix("-") ? slug.dropLast() : slug
        return trimmed.isEmpty ? "company" : String(trimmed)
    }
}
