/// Why a page or a document cannot be read, for a person to read.
package enum MarkupProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    case tooLarge(most: Int)
    case unreadable
    /// A path of ours that libxml2 does not understand.
    case path(String)

    package var description: String {
        switch self {
        case .empty: "there is nothing in it"
        case .tooLarge(let most): "it has more than \(most) bytes"
        case .unreadable: "it is no markup that can be read"
        case .path(let path): "\(path) is no XPath"
        }
    }
}
