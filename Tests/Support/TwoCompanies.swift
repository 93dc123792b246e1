package import Companies
package import Foundation

/// The fixture of nearly every test: two companies that must not see each other.
package struct TwoCompanies: Sendable {
    package let database: CompanyDatabase
    package let harbor: Company
    package let kestrel: Company
    package let test: TestDatabase
    /// A fixed clock.
    package let now = Date(timeIntervalSince1970: 1_763_683_200)

    /// Runs a test with two fresh companies in a fresh database.
    package static func with<Result: Sendable>(
        connections: Int = 4, _ body: (TwoCompanies) async throws -> Result
    ) async throws -> Result {
        try await TestDatabase.with { test in
            try await test.open(connections: connections) { database in
                let harbor = Company(
                    id: CompanyID(rawValue: UUID()), slug: "harbor", name: "Harbor CANARY-A", homeCurrency: "USD",
                    timeZone: "America/New_York")
                let kestrel = Company(
                    id: CompanyID(rawValue: UUID()), slug: "kestrel", name: "Kestrel CANARY-B", homeCurrency: "EUR",
                    timeZone: "Europe/Helsinki")
                let fixture = TwoCompanies(database: database, harbor: harbor, kestrel: kestrel, test: test)
                let registry = CompanyRegistry(database: database)
                for company in [harbor, kestrel] { try await registry.create(company, at: fixture.now) }
                return try await body(fixture)
            }
        }
    }
}
