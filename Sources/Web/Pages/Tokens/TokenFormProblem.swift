/// Why a token was not made.
package enum TokenFormProblem: Hashable, Sendable {
    case name
    case noScope
    case days
    case tooMany(Int)

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .name: text[.tokensBadName]
        case .noScope: text[.tokensNoScope]
        case .days: text[.tokensBadDays]
        case .tooMany(let most): text.fill(.tokensTooMany, ["count": NumberText.whole(most)])
        }
    }
}
