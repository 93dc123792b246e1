import API
import Companies
import Foundation
import Hummingbird
import Logging
import Pages
import Postgres
import Routes
import Vault

/// Turns any error into an answer: a page for people, JSON under `/api/`. The person gets a sentence and an id; the
/// cause goes to the log under the same id.
struct ErrorResponder: Sendable {
    let templates: TemplateLibrary
    let assets: AssetLinks
    let cookies: CookieJar

    func response(to error: any Error, request: Request, context: AppContext) -> Response {
        let path = request.uri.path
        let isAPI = path.hasPrefix(APIRoute.prefix)
        if error is SignInNeeded {
            if isAPI {
                let sentence = "Sign in first, or send a token."
                return challenge(
                    "Bearer", json(status: .unauthorized, code: "sign_in_needed", message: sentence, context))
            }
            return Response.redirect(to: SessionRoute.signIn(next: Self.next(request)).path)
        }
        if error is CompanyNeeded {
            let sentence = "You are no member any more of the company you were in; choose another."
            if isAPI { return json(status: .forbidden, code: "company_needed", message: sentence, context) }
            return Response.redirect(to: AccountRoute.chooser.path)
        }
        if error is SecondFactorNeeded {
            let sentence = "Your company demands a second factor: open any page in a browser and set yours up."
            if isAPI { return json(status: .forbidden, code: "second_factor_needed", message: sentence, context) }
            return Response.redirect(to: AccountRoute.secondFactor.path)
        }
        if error is ConfirmationNeeded {
            let sentence = "Say again who you are: open the page in a browser and give your password."
            if isAPI { return json(status: .forbidden, code: "confirmation_needed", message: sentence, context) }
            return Response.redirect(to: AccountRoute.confirm(next: Self.place(request)).path)
        }
        if let answer = programs(error, context) { return answer }
        if let error = error as? TooFast {
            var response = failed(error, isAPI: isAPI, context)
            RateLimitFields.set(error.allowance, isRefused: true, in: &response.headers)
            return response
        }
        return failed(error, isAPI: isAPI, context)
    }

    private func failed(_ error: any Error, isAPI: Bool, _ context: AppContext) -> Response {
        let kind = Self.kind(of: error)
        log(error, kind: kind, context: context)
        if isAPI {
            let status = HTTPResponse.Status(code: kind.status)
            var response = json(status: status, code: Self.code(of: kind), message: Self.sentence(of: kind), context)
            response.headers[.retryAfter] = Self.retry(kind)
            return response
        }
        let page = ErrorPage(kind: kind, id: context.id, assets: assets)
        var response = Response.html(templates.render(page), status: .init(code: kind.status))
        response.headers[.cacheControl] = "no-store"
        response.headers[.retryAfter] = Self.retry(kind)
        return response
    }

    /// What only programs meet (RFC 6750 §3).
    private func programs(_ error: any Error, _ context: AppContext) -> Response? {
        switch error {
        case is BadToken:
            let sentence = "This token is not valid: unknown, ended or revoked."
            return challenge(
                "Bearer error=\"invalid_token\"",
                json(status: .unauthorized, code: "token_invalid", message: sentence, context))
        case is TwoCredentials:
            let sentence = "Send either a cookie or a token, not both."
            return json(status: .badRequest, code: "bad_request", message: sentence, context)
        case let error as ScopeNeeded:
            let scope = error.scope.rawValue
            let sentence = "This token may not do that; it takes the scope \(scope)."
            return challenge(
                "Bearer error=\"insufficient_scope\", scope=\"\(scope)\"",
                json(status: .forbidden, code: "scope_needed", message: sentence, context))
        default: return nil
        }
    }

    private func challenge(_ text: String, _ response: Response) -> Response {
        var response = response
        response.headers[.wwwAuthenticate] = text
        return response
    }

    /// Seconds to wait, where they can be told.
    private static func retry(_ kind: ErrorKind) -> String? {
        switch kind {
        case .unavailable(let seconds), .tooMuch(let seconds): seconds.map { "\($0)" }
        default: nil
        }
    }

    /// Where to come back to after signing in: only pages that are read.
    private static func next(_ request: Request) -> Link? {
        guard request.method == .get else { return nil }
        return Link.local(request.uri.string)
    }

    /// The page that is read, or the one whose form was sent, if it was ours.
    private static func place(_ request: Request) -> Link {
        if let next = next(request) { return next }
        let referer = request.headers[.referer].flatMap { URLComponents(string: $0) }
        let path = referer.map { $0.percentEncodedPath + ($0.percentEncodedQuery.map { "?" + $0 } ?? "") }
        return path.flatMap(Link.local) ?? HomeRoute.dashboard.link
    }

    private func json(
        status: HTTPResponse.Status, code: String, message: String, _ context: AppContext
    ) -> Response {
        var response = Response.json(ErrorAnswer(code: code, message: message, id: context.id).bytes, status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    static func kind(of error: any Error) -> ErrorKind {
        switch error {
        case is NotFound: .notFound
        case is Forbidden: .forbidden(whoCanGrant: nil)
        case is ForgedRequest, is FormExpired: .badRequest
        case FormProblem.tooLarge: .tooMuch(retrySeconds: nil)
        case is FormProblem, is BadQuery: .badRequest
        case HashingError.busy: .tooMuch(retrySeconds: 5)
        case let error as TooFast: .tooMuch(retrySeconds: error.allowance.resetSeconds)
        case let error as DatabaseError:
            switch error.state {
            case .cannotConnect, .poolTimeout, .poolClosed, .queryCanceled, .diskFull: .unavailable(retrySeconds: 5)
            case let state where state.isConnectionLoss: .unavailable(retrySeconds: 5)
            default: .failed
            }
        case is CancellationError: .unavailable(retrySeconds: nil)
        case let error as HTTPError:
            switch error.status.code {
            case 404: .notFound
            case 413, 429: .tooMuch(retrySeconds: nil)
            case 400..<500: .badRequest
            default: .failed
            }
        default: .failed
        }
    }

    private static func code(of kind: ErrorKind) -> String {
        switch kind {
        case .notFound: "not_found"
        case .forbidden: "forbidden"
        case .badRequest: "bad_request"
        case .tooMuch: "too_much"
        case .failed: "failed"
        case .unavailable: "unavailable"
        }
    }

    private static func sentence(of kind: ErrorKind) -> String {
        switch kind {
        case .notFound: "There is nothing here, or it is not yours."
        case .forbidden: "Your role may not do this."
        case .badRequest: "The request could not be understood."
        case .tooMuch: "That was too much at once; try again in a moment."
        case .failed: "Something went wrong on our side. Nothing was changed."
        case .unavailable: "The database cannot be reached right now. Try again in a few seconds."
        }
    }

    private func log(_ error: any Error, kind: ErrorKind, context: AppContext) {
        switch kind {
        case .failed: context.logger.error("request failed", metadata: ["cause": "\(error)"])
        case .unavailable: context.logger.warning("request could not be served", metadata: ["cause": "\(error)"])
        default: context.logger.debug("request refused", metadata: ["cause": "\(error)"])
        }
    }
}

/// Another company's id, and one that does not exist, are the same.
struct NotFound: Error {}

/// A form whose token is missing, old or of another session.
struct FormExpired: Error {}

/// A parameter of the API that cannot be used.
struct BadQuery: Error {}
