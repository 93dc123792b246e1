import Companies
import Foundation

extension CompanyDatabase {
    /// The first `count` companies of the measurement, made where they are missing.
    func benchCompanies(_ count: Int) async throws -> [CompanyID] {
        let registry = CompanyRegistry(database: self)
        var known = try await system(reason: "benchmark") { try await $0.companies() }.map(\.id)
        for number in known.count..<max(count, known.count) {
            let company = Company(
                id: CompanyID(rawValue: UUID()), slug: "bench-\(number)", name: "Bench \(number)", homeCurrency: "EUR",
                timeZone: "UTC")
            try await registry.create(company, at: Date())
            known.append(company.id)
        }
        return Array(known.prefix(count))
    }
}
