import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Vault

/// A person's own account. Nothing of it is kept in memory or by the browser.
struct AccountHandler: Sendable {
    let account: PersonalAccount
    let signIn: SignIn
    let factor: SecondFactor
    let frame: Frame
    let templates: TemplateLibrary
    let cookies: CookieJar
    let networks: ClientNetworks
    let meters: SignInMeters

    /// GET: companies and browsers.
    func index(_ request: Request, _ context: AccountContext) async throws -> Response {
        async let companies = account.companies(of: context.member.token)
        async let places = account.places(of: context.member.token)
        async let hasFactor = factor.isOn(context.member.token)
        let page = frame.page(for: context.member, freshness: nil)
        let note = request.uri.queryParameters[Substring(AccountRoute.noteItem)].flatMap {
            AccountNote(rawValue: String($0))
        }
        return templates.live(
            AccountPage(
                frame: page, email: context.member.session.email, note: note,
                companies: try await companies.map { CompanyChoice($0, csrf: page.csrf, page.text) },
                browsers: try await places.map {
                    BrowserLine(
                        id: $0.session.uuidString.lowercased(), agent: $0.agent, signedIn: MomentStamp($0.signedInAt),
                        seen: MomentStamp($0.seenAt), isCurrent: $0.isCurrent, frame: page)
                },
                hasSecondFactor: try await hasFactor, isOwner: context.member.session.role >= .owner))
    }

    /// POST: ends one other session, or all others.
    func endSessions(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        var only: UUID?
        if let text = form["session"] {
            guard let id = UUID(uuidString: text) else { throw NotFound() }
            only = id
        }
        // Somebody else's, one that ended and none are the same.
        let ended = try await account.endOthers(context.member.token, only: only)
        return Response.redirect(to: AccountRoute.index(ended > 0 ? .ended : nil).path)
    }

    /// GET: the companies to choose from.
    func chooser(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let csrf = FormToken.make(for: context.token)
        let companies = try await account.companies(of: context.token)
        return templates.live(
            ChooserPage(
                assets: frame.assets, csrf: csrf, person: context.name,
                companies: companies.map { CompanyChoice($0, csrf: csrf, .english) }))
    }

    /// POST: goes on in another company.
    func choose(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.token)
        guard let id = form["company"].flatMap(UUID.init(uuidString:)),
            try await account.choose(CompanyID(rawValue: id), context.token)
        else { throw NotFound() }
        return Response.redirect(to: AccountRoute.index(.company).path)
    }

    /// GET: the form for a new password.
    func passwordForm(_ request: Request, _ context: AccountContext) async throws -> Response {
        password(nil, status: .ok, context)
    }

    /// POST: checks the present password and sets the new one.
    func changePassword(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let wanted = form["password"] ?? ""
        guard wanted == form["again"] else { return password(.different, status: .unprocessableContent, context) }
        let session = context.member.session
        if let weakness = PasswordPolicy.weakness(
            of: wanted, words: [session.displayName, session.email, session.company.name, session.company.slug])
        {
            return password(AccountProblem(weakness), status: .unprocessableContent, context)
        }
        do {
            let outcome = try await signIn.changePassword(
                context.member.token, attempt(form["present"] ?? "", request, context), to: try Password(wanted))
            guard case .confirmed(let token) = outcome else {
                let (problem, status) = Self.refused(outcome)
                return password(problem, status: status, context)
            }
            var response = Response.redirect(to: AccountRoute.index(.password).path)
            response.headers[.setCookie] = cookies.setSession(token)
            return response
        } catch HashingError.busy {
            meters.countBusy()
            return password(.busy, status: .tooManyRequests, context)
        }
    }

    /// GET: asks again for the password, and for a code if the person has a second factor.
    func confirmForm(_ request: Request, _ context: AccountContext) async throws -> Response {
        let next = request.uri.queryParameters[Substring(SessionRoute.nextParameter)].flatMap { Link.local(String($0)) }
        return try await confirmation(next, nil, status: .ok, context)
    }

    /// POST: checks it and goes on.
    func confirm(_ request: Request, _ context: AccountContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let next = form["next"].flatMap(Link.local)
        do {
            let outcome = try await factor.confirm(
                context.member.token, attempt(form["password"] ?? "", request, context),
                code: TypedCode(form["code"] ?? ""))
            guard case .confirmed(let token) = outcome else {
                let (problem, status) = Self.refused(outcome)
                return try await confirmation(next, problem, status: status, context)
            }
            var response = Response.redirect(to: (next ?? HomeRoute.dashboard.link).text)
            response.headers[.setCookie] = cookies.setSession(token)
            return response
        } catch HashingError.busy {
            meters.countBusy()
            return try await confirmation(next, .busy, status: .tooManyRequests, context)
        }
    }

    private func attempt(_ password: String, _ request: Request, _ context: AccountContext) -> SignInAttempt {
        SignInAttempt(
            email: context.member.session.email, password: password, device: cookies.device(of: request),
            network: networks.network(of: request.headers, from: context.remoteAddress))
    }

    private static func refused(_ outcome: ConfirmOutcome) -> (AccountProblem, HTTPResponse.Status) {
        if case .throttled(let seconds) = outcome {
            (.throttled(seconds: seconds), .tooManyRequests)
        } else {
            (.wrong, .forbidden)
        }
    }

    private func password(_ problem: AccountProblem?, status: HTTPResponse.Status, _ context: AccountContext)
        -> Response
    {
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            PasswordPage(frame: page, email: context.member.session.email, problem: problem), status: status)
    }

    private func confirmation(
        _ next: Link?, _ problem: AccountProblem?, status: HTTPResponse.Status, _ context: AccountContext
    ) async throws -> Response {
        let asksCode = try await factor.isOn(context.member.token)
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            ConfirmPage(
                frame: page, email: context.member.session.email, next: next ?? HomeRoute.dashboard.link,
                problem: problem == .wrong && asksCode ? .wrongProof : problem, asksCode: asksCode),
            status: status)
    }
}

extension CompanyChoice {
    init(_ membership: Membership, csrf: String, _ text: InterfaceText) {
        self.init(
            csrf: csrf, id: membership.company.description, name: membership.name, role: text.name(of: membership.role),
            isCurrent: membership.isCurrent)
    }
}

extension AccountProblem {
    init(_ weakness: PasswordWeakness) {
        self =
            switch weakness {
            case .tooShort: .tooShort(characters: PasswordPolicy.fewest)
            case .tooLong: .tooLong(bytes: Password.allowedBytes.upperBound)
            case .guessable: .guessable
            }
    }
}
