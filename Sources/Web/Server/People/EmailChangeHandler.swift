import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Mail
import Outbound
import Pages
import Routes
import Vault

/// Another address to sign in with: wanted by somebody who proved lately who they are, confirmed with two mails.
struct EmailChangeHandler: Sendable {
    let database: CompanyDatabase
    let changes: EmailChange
    let counter: MailCounter
    let frame: Frame
    let templates: TemplateLibrary
    let forms: PublicForms
    let networks: ClientNetworks

    func mount(on persons: RouterGroup<ConfirmedContext>, _ strangers: some RouterMethods<AppContext>) {
        persons.mount(.get, AccountRoute.Pattern.email, use: form)
        persons.mount(.post, AccountRoute.Pattern.email, use: submit)
        persons.mount(.post, AccountRoute.Pattern.withdrawEmail, use: withdraw)
        strangers.mount(.get, EmailChangeRoute.Pattern.link, use: open)
        strangers.mount(.get, EmailChangeRoute.Pattern.confirm, use: confirmForm)
        strangers.mount(.post, EmailChangeRoute.Pattern.confirm, use: confirm)
        strangers.mount(.get, EmailChangeRoute.Pattern.waiting, use: waiting)
        strangers.mount(.get, EmailChangeRoute.Pattern.changed, use: changed)
    }

    /// GET: the form, and what waits.
    func form(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        try await show(context)
    }

    /// POST: has both mails sent. The same answer whether or not somebody has the new address.
    func submit(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let typed = String((form["email"] ?? "").prefix(254))
        let session = context.member.session
        guard let wanted = MailAddress(typed.split(whereSeparator: \.isWhitespace).joined().lowercased()),
            let present = MailAddress(session.email)
        else { return try await show(context, typed: typed, .noAddress, status: .unprocessableContent) }
        guard wanted != present else {
            return try await show(context, typed: typed, .same, status: .unprocessableContent)
        }
        let network = networks.network(of: request.headers, from: context.remoteAddress)
        // The own address first: a wish that is refused must not use up what a stranger's address may get.
        for (address, from) in [(present, nil), (wanted, network)] {
            let seconds: Int? =
                switch try await counter.count(.emailChange, to: address.text, from: from) {
                case .allowed: nil
                case .addressFull: 3_600 / 3
                case .networkFull(let seconds): seconds
                }
            guard let seconds else { continue }
            var response = try await show(
                context, typed: typed, .throttled(seconds: seconds), status: .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
        let id = UUID()
        // The address that holds by now, whatever the page was made from.
        guard let old = try await changes.begin(context.member.token, to: wanted.text, id: id).flatMap(MailAddress.init)
        else { throw ConfirmationNeeded() }
        try await database.transaction(in: .house) {
            _ = try await $0.post(.emailChange, to: old, about: id)
            _ = try await $0.post(.emailChange, to: wanted, about: id)
        }
        return Response.redirect(to: AccountRoute.email.path)
    }

    /// POST: takes the wish back.
    func withdraw(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        let wasThere = try await changes.withdraw(context.member.token)
        return Response.redirect(to: AccountRoute.index(wasThere ? .emailStays : nil).path)
    }

    /// GET: the link in a mail.
    func open(_ request: Request, _ context: AppContext) async throws -> Response {
        forms.keep(
            context.parameters.get(EmailChangeRoute.tokenParameter), for: .emailChange,
            then: EmailChangeRoute.confirm.path)
    }

    /// GET: the form that confirms.
    func confirmForm(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let token = forms.cookies.link(.emailChange, of: request),
            let change = try await changes.change(of: token)
        else { return dead() }
        return forms.show(request) {
            ConfirmEmailPage(
                assets: forms.assets, csrf: $0, present: change.present, wanted: change.wanted,
                isForWanted: change.isForWanted)
        }
    }

    /// POST: confirms for one address.
    func confirm(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await FormBody(of: request)
        guard forms.isValid(form, of: request) else { throw FormExpired() }
        guard let token = forms.cookies.link(.emailChange, of: request) else { return dead() }
        let route: EmailChangeRoute
        switch try await changes.confirm(token) {
        case .dead: return dead()
        case .waiting: route = .waiting
        case .changed: route = .changed
        }
        var response = Response.redirect(to: route.path)
        response.headers[.setCookie] = forms.cookies.clearLink(.emailChange)
        return response
    }

    /// GET: the other address has yet to confirm.
    func waiting(_ request: Request, _ context: AppContext) async throws -> Response { forms.notice(.emailWaiting) }

    /// GET: it is changed.
    func changed(_ request: Request, _ context: AppContext) async throws -> Response { forms.notice(.emailChanged) }

    private func dead() -> Response {
        var response = forms.notice(.emailDead, status: .gone)
        response.headers[.setCookie] = forms.cookies.clearLink(.emailChange)
        return response
    }

    private func show(
        _ context: ConfirmedContext, typed: String = "", _ problem: EmailProblem? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let pending = try await changes.pending(context.member.token).map {
            EmailPage.Pending(
                wanted: $0.wanted, presentConfirmed: $0.presentConfirmed, wantedConfirmed: $0.wantedConfirmed,
                ends: MomentStamp($0.endsAt))
        }
        return templates.live(
            EmailPage(
                frame: frame.page(for: context.member, freshness: nil), email: context.member.session.email,
                pending: pending, typed: typed, problem: problem), status: status)
    }
}
