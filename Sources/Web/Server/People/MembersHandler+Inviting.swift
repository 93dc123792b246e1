import Companies
import Foundation
import Hummingbird
import Mail
import Outbound
import Pages
import Routes

extension MembersHandler {
    /// POST: invites somebody.
    func invite(_ request: Request, _ context: AdminContext) async throws -> Response {
        let form = try await form(of: request, context)
        let typed = form["email"] ?? ""
        guard let role = form["role"].flatMap(Role.init(rawValue:)) else { throw NotFound() }
        guard let address = MailAddress(typed.split(whereSeparator: \.isWhitespace).joined().lowercased()) else {
            return try await list(context, problem: .noAddress, email: typed, status: .unprocessableContent)
        }
        let members = try await register.members(seenWith: context.member.token)
        guard !members.contains(where: { $0.email == address.text }) else {
            return try await list(context, problem: .alreadyMember, email: typed, status: .conflict)
        }
        return try await send(to: address, as: role, context)
    }

    /// POST: mails an invitation again, with a new link and seven more days.
    func resend(_ request: Request, _ context: AdminContext) async throws -> Response {
        let id = try Self.invitation(try await form(of: request, context))
        let found = try await database.transaction(in: context.member.company) { try await $0.openInvitation(id) }
        guard let invitation = found, let address = MailAddress(invitation.email) else { throw NotFound() }
        return try await send(to: address, as: invitation.role, context)
    }

    /// POST: takes an invitation back.
    func withdraw(_ request: Request, _ context: AdminContext) async throws -> Response {
        let id = try Self.invitation(try await form(of: request, context))
        do {
            let withdrawn = try await database.transaction(in: context.member.company) {
                try await $0.withdrawInvitation(id, by: context.member.session.identity)
            }
            guard withdrawn != nil else { throw NotFound() }
        } catch let refusal as MembershipRule.Refusal {
            return try await refused(refusal, context)
        }
        return Response.redirect(to: MembersRoute.index(.withdrawn).path)
    }

    private func send(to address: MailAddress, as role: Role, _ context: AdminContext) async throws -> Response {
        let company = context.member.company
        // Said before anything is counted, so that what is refused costs nothing.
        if let refusal = MembershipRule.refusal(toGrant: role, by: context.member.session.role) {
            return try await refused(refusal, context, email: address.text)
        }
        guard case .allowed = try await counter.count(.invitation, to: address.text, from: "company:\(company)") else {
            return try await list(context, problem: .tooManyMails, email: address.text, status: .tooManyRequests)
        }
        do {
            try await database.transaction(in: company) { transaction in
                let actor = context.member.session.identity
                let id = try await transaction.invite(address.text, as: role, by: actor)
                try await transaction.post(.invitation, to: address, about: id.rawValue)
                try await transaction.record(
                    AuditEvent(
                        .memberInvited, by: .person(actor), on: AuditSubject("invitation", id),
                        facts: ["role": role.rawValue]))
            }
        } catch let refusal as MembershipRule.Refusal {
            return try await refused(refusal, context, email: address.text)
        }
        return Response.redirect(to: MembersRoute.index(.invited).path)
    }

    private func refused(_ refusal: MembershipRule.Refusal, _ context: AdminContext, email: String = "") async throws
        -> Response
    {
        guard let problem = MembersProblem(refusal) else { throw Forbidden() }
        return try await list(context, problem: problem, email: email, status: .forbidden)
    }

    private static func invitation(_ form: FormBody) throws -> InvitationID {
        guard let id = form["invitation"].flatMap(UUID.init(uuidString:)) else { throw NotFound() }
        return InvitationID(rawValue: id)
    }
}
