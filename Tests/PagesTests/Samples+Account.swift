import Pages
import Routes

/// A person's own pages.
extension Samples {
    static func accountPages(_ word: String) -> [any Page] {
        let here = CompanyChoice(csrf: word, id: word, name: word, role: word, isCurrent: true)
        let there = CompanyChoice(csrf: word, id: word, name: word, role: word, isCurrent: false)
        let frame = frame(word)
        let own = BrowserLine(id: word, agent: word, signedIn: now, seen: now, isCurrent: true, frame: frame)
        let other = BrowserLine(id: word, agent: "", signedIn: now, seen: now, isCurrent: false, frame: frame)
        let next = TrendRoute.index(TrendsQuery()).link
        return [
            AccountPage(frame: frame, email: word, note: .company, companies: [here, there], browsers: [own, other]),
            AccountPage(frame: frame, email: word, note: nil, companies: [here], browsers: [own]),
            AccountPage(
                frame: frame, email: word, note: .factorOff, companies: [here], browsers: [own], hasSecondFactor: true,
                isOwner: true),
            ConfirmPage(frame: frame, email: word, next: next, problem: .wrongProof, asksCode: true),
            PasswordPage(frame: frame, email: word), PasswordPage(frame: frame, email: word, problem: .guessable),
            ConfirmPage(frame: frame, email: word, next: next),
            ConfirmPage(frame: frame, email: word, next: next, problem: .throttled(seconds: 61)),
            ChooserPage(assets: assets, csrf: word, person: word, companies: [there]),
            ChooserPage(assets: assets, csrf: word, person: word, companies: []),
        ]
    }
}
