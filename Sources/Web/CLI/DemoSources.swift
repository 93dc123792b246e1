import Companies
import Connections
import Connectors
import Foundation
import Ingestion
import Vault

/// Has the demo's sources read, the way all sources are: what anybody may read by the platform, a distributor with a company's login.
struct DemoSources {
    let settings: Settings
    let simulation: SimulatedSources

    /// The regions of the supermarket that are read.
    private static let regions = ["joinville_bucarein", "sao_jose_areias"]
    /// What searches are looked at for; the first one stands in every comparison.
    private static let terms = ["tequila", "mezcal", "cold brew", "hard seltzer", "oat milk", "orange wine"]

    /// Connects what is not connected yet and reads what was never read.
    func read() async throws {
        let workplace = Workplace(settings: settings, purpose: "demo")
        let vault = SecretVault(keys: try settings.vault.open())
        let access = settings.sourceAccess(workplace.database)
        try await workplace.database.whileOpen {
            var connections = try await openSources(workplace).map { (CompanyID.house, $0) }
            let companies = try await workplace.database.system(reason: "demo") { try await $0.companies() }
            // The first of the demo's companies has a distributor.
            if let company = companies.first(where: { $0.slug == DemoLoader.firstSlug }),
                let row = try await distributor(of: company, vault, workplace)
            {
                connections.append((company.id, row))
            }
            var changed: Set<CompanyID> = []
            for (company, row) in connections {
                let report = try await first(row, of: company, access, vault, workplace)
                if let report, report.new > 0 { changed.insert(company) }
            }
            guard !changed.isEmpty else { return }
            // The platform's products first: companies see them as their own.
            let house = try await workplace.company("house")
            for company in [house] + companies { try await Refresh.run(workplace, company: company, quiet: true) }
        }
    }

    private func openSources(_ workplace: Workplace) async throws -> [ConnectionRow] {
        var ids: Set<ConnectionID> = []
        let open: [(code: String, name: String, settings: [String: String])] =
            [("vinepair", "VinePair", [:]), ("hackernews", "Hacker News", [:])]
            + Self.regions.map { ("giassi", "Giassi \($0)", [SourceCatalog.scopeSetting: $0]) } + [
                (
                    "googletrends", "Searches in the United States",
                    [SourceCatalog.scopeSetting: "US", SourceCatalog.termsSetting: Self.terms.joined(separator: "\n")]
                )
            ]
        for (code, name, settings) in open {
            guard let source = SourceCode(rawValue: code), let entry = SourceCatalog.find(code) else { continue }
            let id = try await workplace.database.transaction(in: .house) { transaction in
                try await OpenConnectionQueries.ensure(
                    source, name: name, settings: settings, everyMinutes: entry.everyMinutes, at: Date(),
                    in: transaction)
            }
            ids.insert(id)
        }
        return try await workplace.database.transaction(in: .house) { transaction in
            try await ConnectionQueries.list(in: transaction).filter { ids.contains($0.id) }
        }
    }

    private func distributor(
        of company: Company, _ vault: SecretVault, _ workplace: Workplace
    ) async throws -> ConnectionRow? {
        guard let login = simulation.logins["libdib"], let source = LoginSource.find("libdib") else { return nil }
        return try await workplace.database.transaction(in: company.id) { transaction in
            let known = try await ConnectionQueries.list(in: transaction)
            if let row = known.first(where: { $0.source == source.code.rawValue }) { return row }
            guard let owner = try await transaction.owners().first else { return nil }
            var credentials: [SecretField: SecretBytes] = [:]
            for field in source.fields {
                credentials[field.field] = SecretBytes(copying: field.isPassword ? login.password : login.user)
            }
            let id = try await ConnectionQueries(transaction: transaction, vault: vault, person: owner).add(
                try NewConnection(
                    source: source.code, name: source.title, settings: [:], credentials: credentials,
                    confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion)), at: Date())
            return try await ConnectionQueries.find(id, in: transaction)
        }
    }

    /// Reads a connection that was never read.
    private func first(
        _ row: ConnectionRow, of company: CompanyID, _ access: SourceAccess, _ vault: SecretVault,
        _ workplace: Workplace
    ) async throws -> RunReport? {
        let runs = try await workplace.database.transaction(in: company) {
            try await $0.fetch(RunListQueries.newest(of: company, connection: row.id, limit: 1))
        }
        guard runs.isEmpty else { return nil }
        let bar = ProgressBar("Reading \(row.name)")
        let reading = SourceReading(
            database: workplace.database, access: access,
            uses: CredentialUseQueries(database: workplace.database, vault: vault), company: company, for: .command,
            since: Date() - 30 * 86_400)
        let report = try await reading.run(row.id, isLastAttempt: true) { records in
            bar.show(0, "\(Console.count(records)) records")
        }
        bar.finish()
        Console.say(
            "\(row.name): \(Console.count(report.items)) items on \(Console.count(report.pages)) pages, "
                + "\(report.state.rawValue).")
        return report
    }
}
