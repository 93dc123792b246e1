/// Why a profile cannot be read or a table cannot be scored by it.
package enum FigureRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// An object of the document has keys that no profile has. The keys in the order of the alphabet.
    case unknownKeys([String], place: String)
    /// A sentence about what cannot be read.
    case unreadable(String)
    /// All problems, never none.
    case invalid([FigureProblem])
    /// The values of this profile come from signals, so no table can be scored by it.
    case measured(name: String)

    package var description: String {
        switch self {
        case .unknownKeys(let keys, let place):
            "\(keys.count == 1 ? "The key" : "The keys") \(keys.map { "“\($0)”" }.joined(separator: ", ")) in \(place)"
                + " \(keys.count == 1 ? "is" : "are") not known."
        case .unreadable(let sentence): sentence
        case .invalid(let problems): problems.map(\.description).joined(separator: " ")
        case .measured(let name):
            "The profile “\(name)” is measured from signals by the program; a table cannot be scored by it."
        }
    }
}
