/// Words that people search for, as somebody wrote them down: one term on each line.
package struct SearchTerms: Sendable, Hashable {
    /// Terms at most.
    package static let most = 40
    /// Signs of a term at most, counted as the database counts them.
    package static let longest = 100

    /// What is wrong with a list, for whoever wrote it.
    package enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        case empty
        case tooMany(Int)
        case tooLong(String)
        case comma(String)
        case unprintable(String)

        package var description: String {
            switch self {
            case .empty: "There is no term: write one on each line."
            case .tooMany(let count): "There are \(count) terms; \(SearchTerms.most) at most can be asked for."
            case .tooLong(let term):
                "The term “\(term.prefix(30))…” is longer than \(SearchTerms.longest) characters."
            case .comma(let term): "The term “\(term.prefix(30))” has a comma: write each term on a line of its own."
            case .unprintable(let term): "The term “\(term.prefix(30))” has signs that cannot be searched for."
            }
        }
    }

    /// One to `most`, in the order they were written; none twice.
    package let all: [String]

    /// - Parameter text: lines. Blanks around terms, empty lines and repeats, also in other letters, are left out.
    package init(_ text: String) throws(Problem) {
        var seen: Set<String> = []
        var all: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let term = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !term.isEmpty, seen.insert(term.lowercased()).inserted else { continue }
            guard !term.contains(",") else { throw .comma(term) }
            guard term.unicodeScalars.count <= Self.longest else { throw .tooLong(term) }
            let printable = term.unicodeScalars.filter { $0.properties.generalCategory != .control }
            guard printable.count == term.unicodeScalars.count else {
                throw .unprintable(String(String.UnicodeScalarView(printable)))
            }
            all.append(term)
        }
        guard !all.isEmpty else { throw .empty }
        guard all.count <= Self.most else { throw .tooMany(all.count) }
        self.all = all
    }

    /// As it is kept with a connection.
    package var text: String { all.joined(separator: "\n") }
}
