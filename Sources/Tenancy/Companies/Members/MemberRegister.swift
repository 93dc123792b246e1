import Postgres
package import Vault

/// Who is in a company, and what they are there.
package struct MemberRegister: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// The members of the company a session is in, by name. Nobody for somebody who is no admin or owner there.
    package func members(seenWith token: SecretToken) async throws -> [CompanyMember] {
        try await database.auth.fetch(
            Query<CompanyMember>(
                """
                SELECT identity_id, display_name, email, role, joined_at, is_self
                FROM auth_members(\(Blob(token.hash.bytes)))
                """))
    }
}

extension CompanyTransaction {
    /// The owners of the company, the first of them first.
    package func owners() async throws -> [IdentityID] {
        try await fetch(
            Query<Single<IdentityID>>(
                "SELECT identity_id FROM members WHERE company_id = \(company) AND role = 'owner' ORDER BY created_at, identity_id"
            )
        ).map(\.value)
    }

    /// Gives a member another role, or ends their membership. Holds from their next request on.
    /// - Parameters:
    ///   - role: nil to remove them.
    ///   - actor: who does it; what they may is decided by what they are now.
    /// - Returns: what the member was; nil if there is no such member here.
    /// - Throws: `MembershipRule.Refusal`.
    @discardableResult
    package func changeMember(_ member: IdentityID, to role: Role?, by actor: IdentityID) async throws -> Role? {
        // Owners are all locked, in one order, so that two who make each other less cannot both be the second last.
        let rows = try await fetch(
            Query<Pair<IdentityID, String>>(
                """
                SELECT identity_id, role FROM members
                WHERE company_id = \(company) AND (role = 'owner' OR identity_id IN (\(actor), \(member)))
                ORDER BY identity_id FOR UPDATE
                """))
        let roles = Dictionary(
            try rows.map { ($0.first, try Role(word: $0.second)) }, uniquingKeysWith: { first, _ in first })
        guard let present = roles[member] else { return nil }
        let owners = roles.values.count { $0 == .owner }
        if let refusal = MembershipRule.refusal(toMake: role, from: present, by: roles[actor], owners: owners) {
            throw refusal
        }
        if let role {
            try await execute("UPDATE members SET role = \(role.rawValue) WHERE identity_id = \(member)")
            try await record(
                AuditEvent(
                    .memberRoleChanged, by: .person(actor), on: AuditSubject("member", member),
                    facts: ["from": present.rawValue, "to": role.rawValue]))
        } else {
            try await execute("DELETE FROM members WHERE identity_id = \(member)")
            try await record(
                AuditEvent(
                    .memberRemoved, by: .person(actor), on: AuditSubject("member", member),
                    facts: ["role": present.rawValue]))
        }
        return present
    }

    /// What somebody is in the company now, locked until the transaction ends; nil for no member.
    func role(of person: IdentityID) async throws -> Role? {
        try await fetch(
            Query<Single<String>>("SELECT role FROM members WHERE identity_id = \(person) FOR UPDATE")
        ).first.map { try Role(word: $0.value) }
    }
}
