import Postgres

extension CompanyTransaction {
    /// Whether the company leads members without a second factor to set one up before anything else.
    package func requiresSecondFactor() async throws -> Bool {
        try await fetch(
            Query<Single<Bool>>("SELECT requires_second_factor FROM companies WHERE company_id = \(company)")
        ).first?.value == true
    }

    /// Says whether it does. Holds from everybody's next request on.
    package func requireSecondFactor(_ isRequired: Bool, by actor: AuditActor) async throws {
        try await execute(
            "UPDATE companies SET requires_second_factor = \(isRequired) WHERE company_id = \(company)")
        try await record(
            AuditEvent(.securityChanged, by: actor, facts: ["second factor": isRequired ? "demanded" : "not demanded"]))
    }
}
