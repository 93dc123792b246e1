package import Postgres

/// A transaction inside one company. Every private row it can see or touch is that company's (or the house's, to read).
///
/// Only `CompanyDatabase` makes one. It must not be kept beyond the closure that got it.
package struct CompanyTransaction: Sendable {
    package let company: CompanyID
    private let unit: UnitOfWork

    init(company: CompanyID, unit: UnitOfWork) {
        self.company = company
        self.unit = unit
    }

    /// Runs queries in one round trip.
    package func fetch<each Row: RowDecodable & Sendable>(
        _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        try await unit.fetch(repeat each queries)
    }

    /// Runs a statement and answers the number of rows it touched.
    @discardableResult
    package func execute(_ sql: SQL, file: StaticString = #fileID, line: UInt = #line) async throws -> Int {
        try await unit.execute(sql, file: file, line: line)
    }

    /// Runs statements in one round trip and answers the number of rows each touched.
    package func execute(
        all statements: [SQL], file: StaticString = #fileID, line: UInt = #line
    ) async throws -> [Int] {
        try await unit.execute(all: statements, file: file, line: line)
    }
}
