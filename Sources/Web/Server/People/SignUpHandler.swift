import Companies
import HTTPTypes
import Hummingbird
import Mail
import Outbound
import Pages
import Routes
import Vault

/// Making a company of one's own. Where that is switched off there is nothing here.
struct SignUpHandler: Sendable {
    let isOn: Bool
    let database: CompanyDatabase
    let desk: SignUpDesk
    let signIn: SignIn
    let counter: MailCounter
    let forms: PublicForms
    let networks: ClientNetworks
    let meters: SignInMeters

    func mount(on routes: some RouterMethods<AppContext>) {
        routes.mount(.get, SignUpRoute.Pattern.form, use: form)
        routes.mount(.post, SignUpRoute.Pattern.form, use: submit)
        routes.mount(.get, SignUpRoute.Pattern.sent, use: sent)
        routes.mount(.get, SignUpRoute.Pattern.link, use: open)
        routes.mount(.get, SignUpRoute.Pattern.confirm, use: confirmForm)
        routes.mount(.post, SignUpRoute.Pattern.confirm, use: confirm)
    }

    /// GET: the form.
    func form(_ request: Request, _ context: AppContext) async throws -> Response {
        try checkOn()
        return page(request, SignUpPage.Values(), nil, status: .ok)
    }

    /// POST: has a mail sent. The same work and the same answer whoever has the address.
    func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        try checkOn()
        let form = try await FormBody(of: request)
        func words(_ field: String) -> String {
            (form[field] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var values = SignUpPage.Values()
        values.company = String(words("company").prefix(101))
        values.name = String(words("name").prefix(101))
        values.email = String((form["email"] ?? "").prefix(254))
        func again(_ problem: SignUpProblem, _ status: HTTPResponse.Status) -> Response {
            page(request, values, problem, status: status)
        }
        guard forms.isValid(form, of: request) else { return again(.account(.expired), .badRequest) }
        guard Self.isName(values.company) else { return again(.noCompany, .unprocessableContent) }
        guard Self.isName(values.name) else { return again(.account(.noName), .unprocessableContent) }
        guard let address = MailAddress(values.email.split(whereSeparator: \.isWhitespace).joined().lowercased()) else {
            return again(.noAddress, .unprocessableContent)
        }
        let wanted = form["password"] ?? ""
        guard wanted == form["again"] else { return again(.account(.different), .unprocessableContent) }
        if let weakness = PasswordPolicy.weakness(of: wanted, words: [values.name, address.text, values.company]) {
            return again(.account(AccountProblem(weakness)), .unprocessableContent)
        }
        let network = networks.network(of: request.headers, from: context.channel.remoteAddress?.ipAddress)
        switch try await counter.count(.signUp, to: address.text, from: network) {
        case .networkFull(let seconds):
            var response = again(.throttled(seconds: seconds), .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        case .addressFull: break
        case .allowed:
            do {
                let id = try await desk.begin(
                    email: address.text, company: values.company, person: values.name,
                    password: try Password(wanted))
                try await database.transaction(in: .house) {
                    _ = try await $0.post(.signUp, to: address, about: id)
                }
            } catch HashingError.busy {
                meters.countBusy()
                return again(.account(.busy), .tooManyRequests)
            }
        }
        return Response.redirect(to: SignUpRoute.sent.path)
    }

    /// GET: what to expect now.
    func sent(_ request: Request, _ context: AppContext) async throws -> Response {
        try checkOn()
        return forms.notice(.signUpSent)
    }

    /// GET: the link in the mail.
    func open(_ request: Request, _ context: AppContext) async throws -> Response {
        try checkOn()
        return forms.keep(
            context.parameters.get(SignUpRoute.tokenParameter), for: .signUp, then: SignUpRoute.confirm.path)
    }

    /// GET: the form that confirms.
    func confirmForm(_ request: Request, _ context: AppContext) async throws -> Response {
        try checkOn()
        guard let token = forms.cookies.link(.signUp, of: request), let pending = try await desk.pending(token) else {
            return dead()
        }
        return confirmation(request, pending, nil, status: .ok)
    }

    /// POST: makes the company, and signs in who made it.
    func confirm(_ request: Request, _ context: AppContext) async throws -> Response {
        try checkOn()
        let form = try await FormBody(of: request)
        guard forms.isValid(form, of: request) else { throw FormExpired() }
        guard let token = forms.cookies.link(.signUp, of: request), let pending = try await desk.pending(token) else {
            return dead()
        }
        let typed = form["password"] ?? ""
        guard let password = try? Password(typed) else {
            return confirmation(request, pending, .wrong, status: .forbidden)
        }
        do {
            switch try await desk.complete(token, password: password) {
            case .dead: return dead()
            case .wrong: return confirmation(request, pending, .wrong, status: .forbidden)
            case .made: break
            }
        } catch HashingError.busy {
            meters.countBusy()
            return confirmation(request, pending, .busy, status: .tooManyRequests)
        }
        return await forms.enter(
            request, email: pending.email, password: typed, clearing: .signUp, signIn: signIn,
            network: networks.network(of: request.headers, from: context.channel.remoteAddress?.ipAddress))
    }

    private func checkOn() throws {
        guard isOn else { throw NotFound() }
    }

    private static func isName(_ name: String) -> Bool {
        (1...100).contains(name.count) && !name.unicodeScalars.contains(where: \.isHiding)
    }

    private func dead() -> Response {
        var response = forms.notice(.signUpDead, status: .gone)
        response.headers[.setCookie] = forms.cookies.clearLink(.signUp)
        return response
    }

    private func page(
        _ request: Request, _ values: SignUpPage.Values, _ problem: SignUpProblem?, status: HTTPResponse.Status
    ) -> Response {
        forms.show(request, status: status) {
            SignUpPage(assets: forms.assets, csrf: $0, values: values, problem: problem)
        }
    }

    private func confirmation(
        _ request: Request, _ pending: PendingSignUp, _ problem: AccountProblem?, status: HTTPResponse.Status
    ) -> Response {
        forms.show(request, status: status) {
            ConfirmSignUpPage(
                assets: forms.assets, csrf: $0, company: pending.company, email: pending.email, problem: problem)
        }
    }
}
