import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Vault

/// A person's second factor. Nothing of it is kept in memory or by the browser.
struct SecondFactorHandler: Sendable {
    let factor: SecondFactor
    let frame: Frame
    let templates: TemplateLibrary
    let cookies: CookieJar
    let networks: ClientNetworks
    let meters: SignInMeters

    /// GET: how it stands; the seed while it is being set up.
    func index(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        try await show(context)
    }

    /// POST: begins to set it up with a new seed.
    func begin(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        _ = try await factor.start(context.member.token, of: context.member.session.identity)
        return Response.redirect(to: AccountRoute.secondFactor.path)
    }

    /// POST: the first code, which turns it on; the answer is the one time recovery codes are shown.
    func turnOn(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let member = context.member
        guard let code = TypedCode(form["code"] ?? "") else {
            return try await show(context, isWrong: true, status: .unprocessableContent)
        }
        switch try await factor.turnOn(member.token, of: member.session.identity, code: code) {
        case .wrong: return try await show(context, isWrong: true, status: .unprocessableContent)
        case .ended: return try await show(context, hasEnded: true, status: .conflict)
        case .turnedOn(let session, let codes):
            var response = codesPage(codes, isNew: true, Member(session: member.session, token: session))
            response.headers[.setCookie] = cookies.setSession(session)
            return response
        }
    }

    /// POST: new recovery codes, shown once.
    func renewCodes(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        guard let codes = try await factor.renewCodes(context.member.token) else {
            return Response.redirect(to: AccountRoute.secondFactor.path)
        }
        return codesPage(codes, isNew: false, context.member)
    }

    /// POST: turns it off with password and code.
    func turnOff(_ request: Request, _ context: ConfirmedContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let attempt = SignInAttempt(
            email: context.member.session.email, password: form["password"] ?? "", device: cookies.device(of: request),
            network: networks.network(of: request.headers, from: context.remoteAddress))
        do {
            let outcome = try await factor.turnOff(
                context.member.token, attempt, code: TypedCode(form["code"] ?? ""))
            switch outcome {
            case .confirmed(let session):
                var response = Response.redirect(to: AccountRoute.index(.factorOff).path)
                response.headers[.setCookie] = cookies.setSession(session)
                return response
            case .wrong: return try await show(context, problem: .wrongProof, status: .forbidden)
            case .throttled(let seconds):
                return try await show(context, problem: .throttled(seconds: seconds), status: .tooManyRequests)
            }
        } catch HashingError.busy {
            meters.countBusy()
            return try await show(context, problem: .busy, status: .tooManyRequests)
        }
    }

    private func codesPage(_ codes: [RecoveryCode], isNew: Bool, _ member: Member) -> Response {
        templates.live(
            RecoveryCodesPage(
                frame: frame.page(for: member, freshness: nil), isNew: isNew,
                codes: codes.map { RecoveryCodeLine(code: $0.text) }))
    }

    private func show(
        _ context: ConfirmedContext, isWrong: Bool = false, hasEnded: Bool = false, problem: AccountProblem? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let session = context.member.session
        let page = frame.page(for: context.member, freshness: nil)
        var setUp: FactorSetUp?
        var inUse: FactorInUse?
        switch try await factor.state(context.member.token, of: session.identity) {
        case .off: break
        case .starting(let seed):
            setUp = FactorSetUp(frame: page, email: session.email, seed: seed.text().reveal(), isWrong: isWrong)
            seed.wipe()
        case .on(let since, let codesLeft):
            inUse = FactorInUse(
                frame: page, email: session.email, since: MomentStamp(since), codesLeft: codesLeft, problem: problem)
        }
        return templates.live(
            SecondFactorPage(
                frame: page, isDemanded: session.lacksSecondFactor, hasEnded: hasEnded, setUp: setUp, inUse: inUse),
            status: status)
    }
}
