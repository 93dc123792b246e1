import Companies
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Vault

/// The sign-in form, its submission, and signing out.
struct SignInHandler: Sendable {
    let signIn: SignIn
    let templates: TemplateLibrary
    let assets: AssetLinks
    let cookies: CookieJar
    let networks: ClientNetworks
    let meters: SignInMeters
    let allowsSignUp: Bool

    /// GET: the form, with an anonymous token in a cookie and the form.
    func form(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = request.uri.queryParameters[Substring(SessionRoute.nextParameter)].flatMap { Link.local(String($0)) }
        return show(next: next, email: "", problem: nil, status: .ok, request)
    }

    /// POST: checks the password and opens a session with a new token.
    func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        let next = form["next"].flatMap(Link.local)
        let email = form["email"] ?? ""
        guard let anonymous = cookies.form(of: request), FormToken.isValid(form["csrf"], for: anonymous) else {
            return show(next: next, email: email, problem: .expired, status: .badRequest, request)
        }
        do {
            let attempt = SignInAttempt(
                email: email, password: form["password"] ?? "", device: cookies.device(of: request),
                network: networks.network(of: request.headers, from: context.channel.remoteAddress?.ipAddress),
                agent: request.headers[.userAgent] ?? "")
            let outcome = try await signIn.open(attempt)
            meters.count(outcome)
            switch outcome {
            case .opened(let session, let device):
                var response = Response.redirect(to: (next ?? HomeRoute.dashboard.link).text)
                response.headers[values: .setCookie] = [cookies.setSession(session), cookies.setDevice(device)]
                return response
            case .codeNeeded(let half):
                var response = Response.redirect(to: SessionRoute.code(next: next).path)
                response.headers[.setCookie] = cookies.setHalf(half)
                return response
            case .wrong:
                return show(next: next, email: email, problem: .wrong, status: .unauthorized, request)
            case .throttled(let seconds):
                var response = show(
                    next: next, email: email, problem: .throttled(seconds: seconds), status: .tooManyRequests, request)
                response.headers[.retryAfter] = "\(seconds)"
                return response
            }
        } catch HashingError.busy {
            meters.countBusy()
            return show(next: next, email: email, problem: .busy, status: .tooManyRequests, request)
        }
    }

    /// POST: ends the session.
    func signOut(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        if let token = cookies.session(of: request) {
            guard FormToken.isValid(form["csrf"], for: token) else { throw FormExpired() }
            try await signIn.close(token)
        }
        var response = Response.redirect(to: SessionRoute.signIn().path)
        response.headers[.setCookie] = cookies.clearSession
        if let name = HTTPField.Name("clear-site-data") { response.headers[name] = "\"cache\"" }
        return response
    }

    func show(
        next: Link?, email: String, problem: SignInProblem?, status: HTTPResponse.Status, _ request: Request
    ) -> Response {
        let anonymous = cookies.form(of: request) ?? SecretToken()
        let page = SignInPage(
            assets: assets, csrf: FormToken.make(for: anonymous), next: next, email: String(email.prefix(254)),
            problem: problem, allowsSignUp: allowsSignUp)
        var response = Response.html(templates.render(page), status: status)
        response.headers[.setCookie] = cookies.setForm(anonymous)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
