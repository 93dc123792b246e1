package import Companies
package import Postgres

/// The door through which people look after jobs: a company's admins through the wall of their company, operators of the
/// platform as the worker role, which sees the jobs of all companies and none of their data.
package struct JobConsole: Sendable {
    package enum Side: Sendable, Hashable {
        case company(CompanyID)
        case platform
    }

    /// A statement of the console is stopped after this: in the incident it is for, an answer without one panel helps more
    /// than none.
    package static let limit = Duration.seconds(2)

    let database: CompanyDatabase
    package let side: Side
    /// Who looks and acts; `nil` for a command.
    let person: IdentityID?
    let limit: Duration

    package init(database: CompanyDatabase, side: Side, person: IdentityID?, limit: Duration = Self.limit) {
        self.database = database
        self.side = side
        self.person = person
        self.limit = limit
    }

    /// Everything this side may see.
    package var scope: JobScope {
        switch side {
        case .company(let company): .company(company)
        case .platform: .everywhere
        }
    }

    /// Reads in one read-only transaction and one round trip.
    package func read<each Row: RowDecodable & Sendable>(
        _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        switch side {
        case .company(let company): try await database.read(in: company, within: limit, repeat each queries)
        case .platform: try await database.readAsWorker(within: limit, repeat each queries)
        }
    }

    /// Writes in one transaction and one round trip, as this side's role and with the person's name on it.
    func write<each Row: RowDecodable & Sendable>(
        _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        let acting: SQL = "SELECT set_config('tidemark.acted_by', \(person?.description ?? ""), true)"
        switch side {
        case .company(let company): return try await database.write(in: company, acting, repeat each queries)
        case .platform: return try await database.writeAsWorker(acting, repeat each queries)
        }
    }
}
