import Companies
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Vault

/// The code of a second factor, after the password was right.
struct SignInCodeHandler: Sendable {
    let factor: SecondFactor
    let entrance: SignInHandler
    let templates: TemplateLibrary
    let assets: AssetLinks
    let cookies: CookieJar
    let meters: SignInMeters

    /// GET: the form.
    func form(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = request.uri.queryParameters[Substring(SessionRoute.nextParameter)].flatMap { Link.local(String($0)) }
        guard let half = cookies.half(of: request), try await factor.isAwaited(half) else { return again(next) }
        return show(half, next, nil, status: .ok)
    }

    /// POST: checks the code and opens the session.
    func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        let next = form["next"].flatMap(Link.local)
        guard let half = cookies.half(of: request), try await factor.isAwaited(half) else {
            var response = entrance.show(next: next, email: "", problem: .sessionEnded, status: .badRequest, request)
            response.headers[values: .setCookie].append(cookies.clearHalf)
            return response
        }
        guard FormToken.isValid(form["csrf"], for: half) else { throw FormExpired() }
        guard let code = TypedCode(form["code"] ?? "") else { return show(half, next, .wrong, status: .unauthorized) }
        let outcome = try await factor.complete(
            half, code: code, device: cookies.device(of: request), agent: request.headers[.userAgent] ?? "")
        meters.countCode(outcome)
        switch outcome {
        case .opened(let session, let device):
            var response = Response.redirect(to: (next ?? HomeRoute.dashboard.link).text)
            response.headers[values: .setCookie] = [
                cookies.setSession(session), cookies.setDevice(device), cookies.clearHalf,
            ]
            return response
        case .wrong, .codeNeeded:
            return show(half, next, .wrong, status: .unauthorized)
        case .throttled(let seconds):
            var response = show(half, next, .throttled(seconds: seconds), status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    /// Back to the password: half a session ended or there is none.
    private func again(_ next: Link?) -> Response {
        var response = Response.redirect(to: SessionRoute.signIn(next: next).path)
        response.headers[.setCookie] = cookies.clearHalf
        return response
    }

    private func show(
        _ half: SecretToken, _ next: Link?, _ problem: SignInCodeProblem?, status: HTTPResponse.Status
    ) -> Response {
        templates.live(
            SignInCodePage(assets: assets, csrf: FormToken.make(for: half), next: next, problem: problem),
            status: status)
    }
}
