import Foundation
import Postgres
package import Vault

extension CompanyTransaction {
    /// The company's open invitations, newest first; at most 200.
    package func openInvitations() async throws -> [OpenInvitation] {
        try await fetch(
            Query<OpenInvitation>(
                """
                SELECT invitation_id, email, role, invited_at, ends_at <= clock_timestamp() FROM invitations
                WHERE company_id = \(company) AND state = 'open' ORDER BY invited_at DESC, invitation_id LIMIT 200
                """))
    }

    /// Invites an address for seven days. One that is invited already is invited anew: with this role, by this person, with a new
    /// link.
    /// - Throws: `MembershipRule.Refusal`.
    package func invite(
        _ email: String, as role: Role, by actor: IdentityID, id: InvitationID = InvitationID()
    ) async throws -> InvitationID {
        if let refusal = MembershipRule.refusal(toGrant: role, by: try await self.role(of: actor)) { throw refusal }
        let rows = try await fetch(
            Query<Single<UUID>>(
                """
                INSERT INTO invitations (company_id, invitation_id, email, role, invited_by)
                VALUES (\(company), \(id.rawValue), \(email.lowercased()), \(role.rawValue), \(actor))
                ON CONFLICT (company_id, email) WHERE state = 'open' DO UPDATE SET role = excluded.role,
                    invited_by = excluded.invited_by, invited_at = excluded.invited_at, ends_at = excluded.ends_at,
                    token_hash = NULL
                RETURNING invitation_id
                """))
        return InvitationID(rawValue: rows.first?.value ?? id.rawValue)
    }

    /// An open invitation, locked until the transaction ends; nil for one that is over, of another company, or none.
    package func openInvitation(_ id: InvitationID) async throws -> OpenInvitation? {
        try await fetch(
            Query<OpenInvitation>(
                """
                SELECT invitation_id, email, role, invited_at, ends_at <= clock_timestamp() FROM invitations
                WHERE company_id = \(company) AND invitation_id = \(id.rawValue) AND state = 'open' FOR UPDATE
                """)
        ).first
    }

    /// Takes an invitation back; its link is of no use from now on.
    /// - Returns: whose it was; nil for one that is over, of another company, or none.
    /// - Throws: `MembershipRule.Refusal`.
    package func withdrawInvitation(_ id: InvitationID, by actor: IdentityID) async throws -> OpenInvitation? {
        guard let invitation = try await openInvitation(id) else { return nil }
        if let refusal = MembershipRule.refusal(toGrant: invitation.role, by: try await role(of: actor)) {
            throw refusal
        }
        try await execute(
            """
            UPDATE invitations SET state = 'withdrawn', settled_at = clock_timestamp(), token_hash = NULL
            WHERE company_id = \(company) AND invitation_id = \(id.rawValue)
            """)
        try await record(AuditEvent(.memberUninvited, by: .person(actor), on: AuditSubject("invitation", id)))
        return invitation
    }

    /// Makes the token of an invitation's link; the one before is of no use any more.
    /// - Returns: the company, who invited, and the token; nil when the invitation is over.
    package func mintInvitation(_ id: InvitationID) async throws -> (
        company: String, invitedBy: IdentityID, token: SecretToken
    )? {
        let token = SecretToken()
        let rows = try await fetch(
            Query<Pair<String, IdentityID>>(
                """
                UPDATE invitations v SET token_hash = \(Blob(token.hash.bytes)) FROM companies c
                WHERE v.company_id = \(company) AND v.invitation_id = \(id.rawValue) AND v.state = 'open'
                    AND v.ends_at > clock_timestamp() AND c.company_id = v.company_id
                RETURNING c.name, v.invited_by
                """))
        return rows.first.map { ($0.first, $0.second, token) }
    }
}
