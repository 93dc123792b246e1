import Companies
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Vault

/// Joining a company by an invitation.
struct InvitationHandler: Sendable {
    let desk: InvitationDesk
    let signIn: SignIn
    let forms: PublicForms
    let networks: ClientNetworks
    let meters: SignInMeters

    func mount(on routes: some RouterMethods<AppContext>) {
        routes.mount(.get, InvitationRoute.Pattern.link, use: open)
        routes.mount(.get, InvitationRoute.Pattern.show, use: show)
        routes.mount(.post, InvitationRoute.Pattern.show, use: accept)
        routes.mount(.post, InvitationRoute.Pattern.join, use: join)
    }

    /// GET: the link in the mail.
    func open(_ request: Request, _ context: AppContext) async throws -> Response {
        forms.keep(
            context.parameters.get(InvitationRoute.tokenParameter), for: .invitation, then: InvitationRoute.show.path)
    }

    /// GET: what one is invited to.
    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let (_, invitation) = try await invitation(of: request) else { return dead() }
        return page(request, invitation, Self.way(for: context, to: invitation), status: .ok)
    }

    /// POST: whoever is signed in joins.
    func accept(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        guard forms.isValid(form, of: request) else { throw FormExpired() }
        guard let (token, invitation) = try await invitation(of: request) else { return dead() }
        guard let session = context.member?.token ?? context.visitor?.token else { throw SignInNeeded() }
        let way = Self.way(for: context, to: invitation)
        guard way == .accept else { return page(request, invitation, way, status: .forbidden) }
        guard try await desk.accept(token, with: session) != nil else { return dead() }
        var response = Response.redirect(to: HomeRoute.dashboard.path)
        response.headers[.setCookie] = forms.cookies.clearLink(.invitation)
        return response
    }

    /// POST: somebody new joins, and is signed in.
    func join(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        guard forms.isValid(form, of: request) else { throw FormExpired() }
        guard let (token, invitation) = try await invitation(of: request) else { return dead() }
        let way = Self.way(for: context, to: invitation)
        guard case .join = way else { return page(request, invitation, way, status: .forbidden) }
        let name = (form["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        func again(_ problem: AccountProblem, _ status: HTTPResponse.Status) -> Response {
            page(request, invitation, .join(name: String(name.prefix(100)), problem), status: status)
        }
        guard (1...100).contains(name.count), !name.unicodeScalars.contains(where: \.isHiding) else {
            return again(.noName, .unprocessableContent)
        }
        let wanted = form["password"] ?? ""
        guard wanted == form["again"] else { return again(.different, .unprocessableContent) }
        if let weakness = PasswordPolicy.weakness(of: wanted, words: [name, invitation.email, invitation.company]) {
            return again(AccountProblem(weakness), .unprocessableContent)
        }
        do {
            guard try await desk.join(token, name: name, password: try Password(wanted)) != nil else { return dead() }
        } catch HashingError.busy {
            meters.countBusy()
            return again(.busy, .tooManyRequests)
        }
        return await forms.enter(
            request, email: invitation.email, password: wanted, clearing: .invitation, signIn: signIn,
            network: networks.network(of: request.headers, from: context.channel.remoteAddress?.ipAddress))
    }

    private func invitation(of request: Request) async throws -> (token: SecretToken, OfferedInvitation)? {
        guard let token = forms.cookies.link(.invitation, of: request) else { return nil }
        return try await desk.invitation(of: token).map { (token, $0) }
    }

    private static func way(for context: AppContext, to invitation: OfferedInvitation) -> InvitationPage.Way {
        let present = (context.member?.session.email ?? context.visitor?.person.email)
        guard let present, let token = context.member?.token ?? context.visitor?.token else {
            return invitation.isKnown ? .signIn : .join(name: "", nil)
        }
        return present == invitation.email
            ? .accept : .other(email: present, csrf: FormToken.make(for: token))
    }

    private func dead() -> Response {
        var response = forms.notice(.invitationDead, status: .gone)
        response.headers[.setCookie] = forms.cookies.clearLink(.invitation)
        return response
    }

    private func page(
        _ request: Request, _ invitation: OfferedInvitation, _ way: InvitationPage.Way, status: HTTPResponse.Status
    ) -> Response {
        forms.show(request, status: status) { csrf in
            InvitationPage(
                assets: forms.assets, csrf: csrf, company: invitation.company, email: invitation.email,
                role: InterfaceText.english.name(of: invitation.role), inviter: invitation.inviter, way: way)
        }
    }
}
