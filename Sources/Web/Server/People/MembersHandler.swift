import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes

/// The members of a company, for its admins and owners.
struct MembersHandler: Sendable {
    let database: CompanyDatabase
    let register: MemberRegister
    let counter: MailCounter
    let frame: Frame
    let templates: TemplateLibrary

    func mount(on routes: some RouterMethods<AdminContext>) {
        routes.mount(.get, MembersRoute.Pattern.index, use: index)
        routes.mount(.get, MembersRoute.Pattern.member, use: show)
        routes.mount(.post, MembersRoute.Pattern.role, use: changeRole)
        routes.mount(.post, MembersRoute.Pattern.remove, use: remove)
        routes.mount(.post, MembersRoute.Pattern.invite, use: invite)
        routes.mount(.post, MembersRoute.Pattern.resend, use: resend)
        routes.mount(.post, MembersRoute.Pattern.withdraw, use: withdraw)
    }

    /// GET: members and open invitations.
    func index(_ request: Request, _ context: AdminContext) async throws -> Response {
        let note = request.uri.queryParameters[Substring(MembersRoute.noteItem)].flatMap {
            MembersNote(rawValue: String($0))
        }
        return try await list(context, note: note)
    }

    /// GET: one member.
    func show(_ request: Request, _ context: AdminContext) async throws -> Response {
        let id = context.parameters.get(MembersRoute.memberParameter).flatMap(UUID.init(uuidString:))
        return try await page(of: id.map(IdentityID.init(rawValue:)), context)
    }

    /// POST: another role.
    func changeRole(_ request: Request, _ context: AdminContext) async throws -> Response {
        let form = try await form(of: request, context)
        guard let role = form["role"].flatMap(Role.init(rawValue:)) else { throw NotFound() }
        return try await change(form, to: role, context, note: .role)
    }

    /// POST: the end of a membership.
    func remove(_ request: Request, _ context: AdminContext) async throws -> Response {
        try await change(try await form(of: request, context), to: nil, context, note: .removed)
    }

    /// The fields of a form of this session.
    func form(of request: Request, _ context: AdminContext) async throws -> FormBody {
        let form = try await FormBody(of: request, for: context.member.token)
        return form
    }

    /// The list, with what there is to say.
    func list(
        _ context: AdminContext, note: MembersNote? = nil, problem: MembersProblem? = nil, email: String = "",
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let pageFrame = frame.page(for: context.member, freshness: nil)
        let members = try await register.members(seenWith: context.member.token)
        let invitations = try await database.transaction(in: context.member.company) {
            try await $0.openInvitations()
        }
        return templates.live(
            MembersPage(
                frame: pageFrame, note: note, problem: problem,
                members: members.map { MemberLine($0, frame: pageFrame) },
                invitations: invitations.map { InvitationLine($0, frame: pageFrame) },
                roles: Self.roles(for: context, selected: .viewer), email: String(email.prefix(254))),
            status: status)
    }

    private func change(_ form: FormBody, to role: Role?, _ context: AdminContext, note: MembersNote) async throws
        -> Response
    {
        guard let id = form["member"].flatMap(UUID.init(uuidString:)) else { throw NotFound() }
        let member = IdentityID(rawValue: id)
        do {
            let before = try await database.transaction(in: context.member.company) {
                try await $0.changeMember(member, to: role, by: context.member.session.identity)
            }
            // Another company's member, and somebody who is nobody's, are the same.
            guard before != nil else { throw NotFound() }
        } catch let refusal as MembershipRule.Refusal {
            guard let problem = MembersProblem(refusal) else { throw Forbidden() }
            return try await page(of: member, context, problem: problem)
        }
        // Whoever makes themselves less may not see the list any more.
        let staysAdmin = member != context.member.session.identity || role.map { $0 >= .admin } ?? false
        return Response.redirect(to: staysAdmin ? MembersRoute.index(note).path : HomeRoute.dashboard.path)
    }

    private func page(of id: IdentityID?, _ context: AdminContext, problem: MembersProblem? = nil) async throws
        -> Response
    {
        let members = try await register.members(seenWith: context.member.token)
        guard let member = members.first(where: { $0.identity == id }) else { throw NotFound() }
        let pageFrame = frame.page(for: context.member, freshness: nil)
        let mayChange = member.role != .owner || context.member.session.role == .owner
        return templates.live(
            MemberPage(
                frame: pageFrame, id: member.identity.description, name: member.displayName, email: member.email,
                role: pageFrame.text.name(of: member.role),
                roles: mayChange ? Self.roles(for: context, selected: member.role) : [], problem: problem),
            status: problem == nil ? .ok : .conflict)
    }

    /// The roles that somebody may give.
    private static func roles(for context: AdminContext, selected: Role) -> [FilterOption] {
        Role.allCases.filter { MembershipRule.refusal(toGrant: $0, by: context.member.session.role) == nil }.map {
            role in
            FilterOption(
                value: role.rawValue, label: InterfaceText.english.name(of: role), isSelected: role == selected)
        }
    }
}

extension MembersProblem {
    /// What to say about a refusal; nil for somebody who may not be here at all.
    init?(_ refusal: MembershipRule.Refusal) {
        switch refusal {
        case .noAdmin: return nil
        case .ownersOnly: self = .ownersOnly
        case .lastOwner: self = .lastOwner
        }
    }
}

extension MemberLine {
    init(_ member: CompanyMember, frame: PageFrame) {
        self.init(
            id: member.identity.description, name: member.displayName, email: member.email,
            role: frame.text.name(of: member.role), joined: MomentStamp(member.joinedAt), isSelf: member.isSelf,
            frame: frame)
    }
}

extension InvitationLine {
    init(_ invitation: OpenInvitation, frame: PageFrame) {
        self.init(
            id: invitation.id.description, email: invitation.email, role: frame.text.name(of: invitation.role),
            invited: MomentStamp(invitation.invitedAt), isOver: invitation.isOver, frame: frame)
    }
}
