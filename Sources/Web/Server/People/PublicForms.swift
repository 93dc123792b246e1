import Companies
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Vault

/// What pages for people who are not signed in have in common: forms whose token belongs to an anonymous cookie.
struct PublicForms: Sendable {
    let templates: TemplateLibrary
    let assets: AssetLinks
    let cookies: CookieJar

    /// A page with a form. `make` gets the form's token.
    func show(
        _ request: Request, status: HTTPResponse.Status = .ok, _ make: (String) -> some Pages.Page
    ) -> Response {
        let anonymous = cookies.form(of: request) ?? SecretToken()
        var response = templates.live(make(FormToken.make(for: anonymous)), status: status)
        response.headers[.setCookie] = cookies.setForm(anonymous)
        return response
    }

    /// Whether a form was made for this browser.
    func isValid(_ form: FormBody, of request: Request) -> Bool {
        cookies.form(of: request).map { FormToken.isValid(form["csrf"], for: $0) } ?? false
    }

    /// A page that says one thing.
    func notice(_ subject: NoticePage.Subject, status: HTTPResponse.Status = .ok) -> Response {
        templates.live(NoticePage(subject, assets: assets), status: status)
    }

    /// Signs in somebody who has just become known; if that does not work now, they sign in themselves.
    func enter(
        _ request: Request, email: String, password: String, clearing purpose: LinkPurpose, signIn: SignIn,
        network: String?
    ) async -> Response {
        let attempt = SignInAttempt(
            email: email, password: password, device: nil, network: network, agent: request.headers[.userAgent] ?? "")
        guard case .opened(let session, let device) = try? await signIn.open(attempt) else {
            var response = Response.redirect(to: SessionRoute.signIn().path)
            response.headers[.setCookie] = cookies.clearLink(purpose)
            return response
        }
        var response = Response.redirect(to: HomeRoute.dashboard.path)
        response.headers[values: .setCookie] = [
            cookies.setSession(session), cookies.setDevice(device), cookies.clearLink(purpose),
        ]
        return response
    }

    /// Keeps the token of a link in a cookie and leads on, so that the token stays in no address: not in the history, and in no
    /// `Referer`. Looks nothing up, so that programs which open links of mails beforehand use nothing up.
    func keep(_ text: String?, for purpose: LinkPurpose, then path: String) -> Response {
        var response = Response.redirect(to: path)
        // One that cannot be a token clears what is kept: the page then says that the link does not work.
        response.headers[.setCookie] =
            text.flatMap { SecretToken(text: $0) }.map { cookies.setLink(purpose, $0) } ?? cookies.clearLink(purpose)
        return response
    }
}
