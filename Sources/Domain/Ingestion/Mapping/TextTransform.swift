/// A step from the text of a cell to the text a value is read from. Cells are always trimmed first.
enum TextTransform: Hashable, Sendable {
    case trim
    /// Runs of white space become one space.
    case collapseSpaces
    case stripPrefix(String)
    case stripSuffix(String)
    /// The first entry of a list written in a cell: "['a', 'b']".
    case listFirst
    /// All entries, with spaces between.
    case listAll
    /// All entries but the first, with spaces between.
    case listRest
    /// "https://www.example.com/a" → "example.com".
    case urlHost
    /// The number an address ends with.
    case urlItemNumber
    /// The part between slashes that is this many from the end, from 1.
    case urlSegment(Int)
    /// 0, 0.0 and 000 count as no value.
    case zeroAsMissing
    /// These texts count as no value.
    case missingIf([String])
    /// Translation by a table of the mapping.
    case map(table: String, keepsUnknown: Bool)
    /// A column of the row of a second file whose key this text is.
    case lookup(name: String, column: String)

    /// The transforms a mapping file writes as a bare word.
    init?(word: String) {
        switch word {
        case "trim": self = .trim
        case "collapse_spaces": self = .collapseSpaces
        case "list_first": self = .listFirst
        case "list_all": self = .listAll
        case "list_rest": self = .listRest
        case "url_host": self = .urlHost
        case "url_item_number": self = .urlItemNumber
        case "zero_as_missing": self = .zeroAsMissing
        default: return nil
        }
    }

    /// Every name a mapping file may use, for the sentence about an unknown one.
    static let names = [
        "trim", "collapse_spaces", "strip_prefix", "strip_suffix", "list_first", "list_all", "list_rest", "url_host",
        "url_item_number", "url_segment", "zero_as_missing", "missing_if", "map", "lookup",
    ]
}
