import Companies
import HTTPTypes
import Hummingbird
import Mail
import Outbound
import Pages
import Routes
import Vault

/// Setting a new password without the old one. Whether anybody has an address is decided by a job: the answer is made before.
struct RecoveryHandler: Sendable {
    let database: CompanyDatabase
    let recovery: PasswordRecovery
    let counter: MailCounter
    let forms: PublicForms
    let networks: ClientNetworks
    let meters: SignInMeters

    func mount(on routes: some RouterMethods<AppContext>) {
        routes.mount(.get, RecoveryRoute.Pattern.forgot, use: form)
        routes.mount(.post, RecoveryRoute.Pattern.forgot, use: submit)
        routes.mount(.get, RecoveryRoute.Pattern.sent, use: sent)
        routes.mount(.get, RecoveryRoute.Pattern.link, use: open)
        routes.mount(.get, RecoveryRoute.Pattern.password, use: passwordForm)
        routes.mount(.post, RecoveryRoute.Pattern.password, use: setPassword)
        routes.mount(.get, RecoveryRoute.Pattern.done, use: done)
    }

    /// GET: the form for an address.
    func form(_ request: Request, _ context: AppContext) async throws -> Response {
        forgot(request, email: "", problem: nil, status: .ok)
    }

    /// POST: has a mail sent, if somebody has the address. The same work and the same answer if nobody has.
    func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        let typed = form["email"] ?? ""
        guard forms.isValid(form, of: request) else {
            return forgot(request, email: typed, problem: .expired, status: .badRequest)
        }
        guard let address = MailAddress(typed.split(whereSeparator: \.isWhitespace).joined().lowercased()) else {
            return forgot(request, email: typed, problem: .noAddress, status: .unprocessableContent)
        }
        let network = networks.network(of: request.headers, from: context.channel.remoteAddress?.ipAddress)
        switch try await counter.count(.passwordReset, to: address.text, from: network) {
        case .networkFull(let seconds):
            var response = forgot(
                request, email: typed, problem: .throttled(seconds: seconds), status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        case .addressFull: break
        case .allowed: try await database.transaction(in: .house) { _ = try await $0.post(.passwordReset, to: address) }
        }
        return Response.redirect(to: RecoveryRoute.sent.path)
    }

    /// GET: what to expect now.
    func sent(_ request: Request, _ context: AppContext) async throws -> Response { forms.notice(.resetSent) }

    /// GET: the link in the mail.
    func open(_ request: Request, _ context: AppContext) async throws -> Response {
        forms.keep(
            context.parameters.get(RecoveryRoute.tokenParameter), for: .passwordReset,
            then: RecoveryRoute.password.path)
    }

    /// GET: the form for the new password.
    func passwordForm(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let token = forms.cookies.link(.passwordReset, of: request),
            let person = try await recovery.person(of: token)
        else { return dead() }
        return password(request, person, problem: nil, status: .ok)
    }

    /// POST: sets it.
    func setPassword(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        guard forms.isValid(form, of: request) else { throw FormExpired() }
        guard let token = forms.cookies.link(.passwordReset, of: request),
            let person = try await recovery.person(of: token)
        else { return dead() }
        let wanted = form["password"] ?? ""
        guard wanted == form["again"] else {
            return password(request, person, problem: .different, status: .unprocessableContent)
        }
        let words = [person.displayName, person.email] + person.companies
        if let weakness = PasswordPolicy.weakness(of: wanted, words: words) {
            return password(request, person, problem: AccountProblem(weakness), status: .unprocessableContent)
        }
        do {
            guard try await recovery.reset(token, to: try Password(wanted)) else { return dead() }
        } catch HashingError.busy {
            meters.countBusy()
            return password(request, person, problem: .busy, status: .tooManyRequests)
        }
        var response = Response.redirect(to: RecoveryRoute.done.path)
        response.headers[.setCookie] = forms.cookies.clearLink(.passwordReset)
        return response
    }

    /// GET: it is set.
    func done(_ request: Request, _ context: AppContext) async throws -> Response { forms.notice(.resetDone) }

    private func dead() -> Response {
        var response = forms.notice(.resetDead, status: .gone)
        response.headers[.setCookie] = forms.cookies.clearLink(.passwordReset)
        return response
    }

    private func forgot(
        _ request: Request, email: String, problem: ForgotProblem?, status: HTTPResponse.Status
    ) -> Response {
        forms.show(request, status: status) {
            ForgotPage(assets: forms.assets, csrf: $0, email: String(email.prefix(254)), problem: problem)
        }
    }

    private func password(
        _ request: Request, _ person: RecoveringPerson, problem: AccountProblem?, status: HTTPResponse.Status
    ) -> Response {
        forms.show(request, status: status) {
            NewPasswordPage(assets: forms.assets, csrf: $0, email: person.email, problem: problem)
        }
    }
}
