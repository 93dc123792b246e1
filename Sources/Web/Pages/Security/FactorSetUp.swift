import Routes

/// A second factor that is being set up: the seed for the app, as a picture, a link and text.
package struct FactorSetUp: PageValue {
    let csrf: String
    let seed: String
    let app: Link
    let picture: SafeMarkup?
    let problem: String?

    /// - Parameters:
    ///   - email: what the app shall call the account.
    ///   - seed: in base 32. It is on this page alone, which nobody keeps.
    ///   - isWrong: whether a code was typed that is not right.
    package init(frame: PageFrame, email: String, seed: String, isWrong: Bool) {
        csrf = frame.csrf
        self.seed = stride(from: 0, to: seed.count, by: 4)
            .map { String(seed.dropFirst($0).prefix(4)) }.joined(separator: " ")
        app = Link.authenticator(account: email, seed: seed)
        picture = QRPicture.markup(app.text, label: frame.text[.factorPicture])
        problem = isWrong ? frame.text[.factorWrong] : nil
    }

    package static let shape = Shape<FactorSetUp>([
        .text("csrf", \.csrf),
        .text("seed", \.seed),
        .link("app", \.app),
        .markup("picture", optional: \.picture),
        .text("problem", optional: \.problem),
        .link("action") { _ in AccountRoute.secondFactorCode.link },
        .link("restart") { _ in AccountRoute.secondFactor.link },
    ])
}
