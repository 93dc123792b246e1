import Routes

/// What happened, what was kept, what to do, and an id to quote.
package struct ErrorPage: Page {
    let layout: PlainLayout
    /// The HTTP status.
    package let status: Int
    let kept: String
    let advice: String
    let id: String

    /// - Parameter id: the request's id as the log has it.
    package init(kind: ErrorKind, id: String, assets: AssetLinks, text: InterfaceText = .english) {
        status = kind.status
        let title: String
        self.id = id
        switch kind {
        case .notFound:
            (title, kept, advice) = (text[.errorNotFound], text[.errorNotFoundKept], text[.errorNotFoundAdvice])
        case .forbidden(let name):
            (title, kept) = (text[.errorForbidden], text[.errorNothingChanged])
            advice = name.map { text.fill(.errorForbiddenAsk, ["name": $0]) } ?? text[.errorForbiddenAdvice]
        case .badRequest:
            (title, kept, advice) = (text[.errorBadRequest], text[.errorNothingChanged], text[.errorBadRequestAdvice])
        case .tooMuch(let seconds):
            (title, kept, advice) = (text[.errorTooMuch], text[.errorNothingChanged], Self.wait(seconds, text))
        case .failed:
            (title, kept, advice) = (text[.errorFailed], text[.errorFailedKept], text[.errorFailedAdvice])
        case .unavailable(let seconds):
            (title, kept, advice) = (text[.errorUnavailable], text[.errorUnavailableKept], Self.wait(seconds, text))
        }
        layout = PlainLayout(assets, title: title, text)
    }

    private static func wait(_ seconds: Int?, _ text: InterfaceText) -> String {
        guard let seconds else { return text[.errorWait] }
        return text.count(max(1, min(seconds, 86_400)), one: .errorWaitOne, other: .errorWaitOther)
    }

    package static let template = "errors/error"

    package static func program(in library: TemplateLibrary) -> Program<ErrorPage> { library.error }

    package static let shape = Shape<ErrorPage>([
        .part("layout", \.layout),
        .link("home") { _ in HomeRoute.dashboard.link },
        .text("status") { String($0.status) },
        .text("kept", \.kept),
        .text("advice", \.advice),
        .text("id", \.id),
    ])
}
