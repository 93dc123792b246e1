import Pages
import Routes

/// The pages of tokens.
extension Samples {
    static func tokenPages(_ word: String) -> [any Page] {
        let frame = frame(word)
        func line(_ state: TokenLine.State, maker: String?, used: MomentStamp?) -> TokenLine {
            TokenLine(
                id: word, name: word, scopes: [word, word], made: now, maker: maker, used: used, state: state,
                frame: frame)
        }
        let lines = [
            line(.alive(until: now), maker: word, used: now), line(.ended(now), maker: nil, used: nil),
            line(.revoked(now), maker: word, used: nil),
        ]
        let scopes = [
            ScopeChoice(scope: "trends:read", isChosen: true, text: .english),
            ScopeChoice(scope: word, isChosen: false, text: .english),
        ]
        return [
            TokensPage(
                frame: frame, lines: lines, alive: 1, isRevoked: true, problem: .tooMany(50), name: word,
                scopes: scopes,
                days: word),
            TokensPage(frame: frame, lines: [], alive: 0, scopes: scopes, days: "90"),
            NewTokenPage(frame: frame, name: word, token: word),
        ]
    }
}
