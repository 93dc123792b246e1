/// How a listing came to its product. The raw values are those of the match decision.
package enum ShownMatchRule: String, CaseIterable, Sendable {
    case gtin
    case nameAndSize = "name_and_size"
    /// It is as probable as labels have shown to be enough.
    case model
    /// An AI judge called them the same.
    case judge
    /// The listing was the first of its product.
    case new
    /// Somebody decided it.
    case person

    func words(_ text: InterfaceText) -> String {
        switch self {
        case .gtin: text[.matchGTIN]
        case .nameAndSize: text[.matchName]
        case .model: text[.matchModel]
        case .judge: text[.matchJudge]
        case .new: text[.matchNew]
        case .person: text[.matchPerson]
        }
    }

    /// A whole sentence for the listing's own page.
    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .gtin: text[.matchGTINSentence]
        case .nameAndSize: text[.matchNameSentence]
        case .model: text[.matchModelSentence]
        case .judge: text[.matchJudgeSentence]
        case .new: text[.matchNewSentence]
        case .person: text[.matchPersonSentence]
        }
    }
}
