import Routes

/// The form of somebody who forgot their password.
package struct ForgotPage: Page {
    let language: String
    let title: String
    let css: Link
    let js: Link
    let icon: Link
    let csrf: String
    let email: String
    let problem: String?

    /// - Parameters:
    ///   - csrf: the token of the anonymous session.
    ///   - email: what was typed before.
    package init(
        assets: AssetLinks, csrf: String, email: String = "", problem: ForgotProblem? = nil,
        text: InterfaceText = .english
    ) {
        language = text.languageTag
        title = text[.forgotTitle]
        css = assets.css
        js = assets.js
        icon = assets.icon
        self.csrf = csrf
        self.email = email
        self.problem = problem?.sentence(text)
    }

    package static let template = "recovery/forgot"

    package static func program(in library: TemplateLibrary) -> Program<ForgotPage> { library.forgot }

    package static let shape = Shape<ForgotPage>([
        .text("language", \.language),
        .text("title", \.title),
        .link("css", \.css),
        .link("js", \.js),
        .link("icon", \.icon),
        .link("action") { _ in RecoveryRoute.forgot.link },
        .link("signIn") { _ in SessionRoute.signIn().link },
        .text("csrf", \.csrf),
        .text("email", \.email),
        .text("problem", optional: \.problem),
    ])
}
