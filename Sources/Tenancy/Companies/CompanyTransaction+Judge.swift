import Postgres

extension CompanyTransaction {
    /// Whether what the company's listings say of themselves may be shown to a model's provider, so that pairs that no rule can decide are
    /// judged.
    package func asksJudge() async throws -> Bool {
        try await fetch(
            Query<Single<Bool>>("SELECT asks_judge FROM companies WHERE company_id = \(company)")
        ).first?.value == true
    }

    /// Says whether they may. Holds from the next night on.
    package func askJudge(_ isAsked: Bool, by actor: AuditActor) async throws {
        try await execute("UPDATE companies SET asks_judge = \(isAsked) WHERE company_id = \(company)")
        try await record(AuditEvent(.companyChanged, by: actor, facts: ["ai judge": isAsked ? "asked" : "not asked"]))
    }
}
