import Routes

/// The form that confirms a change of address, for whoever opened a link that was mailed.
package struct ConfirmEmailPage: Page {
    let layout: PlainLayout
    let csrf: String
    let what: String

    /// - Parameters:
    ///   - csrf: the token of the anonymous session.
    ///   - isForWanted: whether the link was mailed to the new address.
    package init(
        assets: AssetLinks, csrf: String, present: String, wanted: String, isForWanted: Bool,
        text: InterfaceText = .english
    ) {
        layout = PlainLayout(assets, title: text[.emailConfirmTitle], text)
        self.csrf = csrf
        what = text.fill(
            isForWanted ? .emailConfirmNew : .emailConfirmOld, ["present": present, "wanted": wanted])
    }

    package static let template = "account/confirm-email"

    package static func program(in library: TemplateLibrary) -> Program<ConfirmEmailPage> { library.confirmEmail }

    package static let shape = Shape<ConfirmEmailPage>([
        .part("layout", \.layout),
        .link("action") { _ in EmailChangeRoute.confirm.link },
        .text("csrf", \.csrf),
        .text("what", \.what),
    ])
}
