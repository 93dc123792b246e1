import HTTPTypes
import Hummingbird
import Pages
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
