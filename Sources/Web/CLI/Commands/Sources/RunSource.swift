import ArgumentParser
import Catalog
import Companies
import Connections
import Connectors
import Foundation
import Ingestion
import Jobs
import Vault

struct RunSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Read a connection now, from where it stopped.",
        discussion: """
            Stopped or killed at any point and run again it goes on where it was: nothing is asked twice and nothing is counted \
            twice. With --dry-run nothing is kept; the first records are shown as they would be.
            """)
    @OptionGroup var who: SourcesWho
    @Option(help: "The connection: its name, its id, or its source where there is one of that.") var connection: String
    @Option(help: "How far back the first run of a medium goes: YYYY-MM-DD.") var since: String?
    @Option(help: "Records at most; the page that reaches it is kept whole.") var limit: Int?
    @Option(help: "One of the source's own categories.") var category: String?
    @Flag(help: "Keep nothing; show the first records.") var dryRun = false
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        if let limit, !(1...10_000_000).contains(limit) { throw ValidationError("--limit may be 1 to 10000000.") }
        if let since, CalendarDay(iso: since) == nil { throw ValidationError("\(since) is not a day YYYY-MM-DD.") }
    }

    func run() async throws {
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            let row = try await workplace.database.transaction(in: company.id) { transaction in
                try await SourcesWho.connection(connection, in: transaction)
            }
            let access = workplace.settings.sourceAccess(workplace.database)
            if dryRun { return try await preview(row, of: company, access, workplace) }
            let report = try await read(row, of: company, access, workplace)
            try tell(report, row)
            if report.state == .failed || report.state == .held { throw ExitCode.failure }
        }
    }

    // MARK: - Reading

    private func read(
        _ row: ConnectionRow, of company: Company, _ access: SourceAccess, _ workplace: Workplace
    ) async throws -> RunReport {
        let database = workplace.database
        let vault = SecretVault(keys: try workplace.settings.vault.open())
        let bar = ProgressBar("Reading \(row.name)")
        defer { bar.finish() }
        let reading = SourceReading(
            database: database, access: access, uses: CredentialUseQueries(database: database, vault: vault),
            company: company.id, for: .command, since: since.flatMap { CalendarDay(iso: $0)?.utcMidnight },
            limits: RunLimits(records: limit, category: category),
            ending: { end in
                try await database.transaction(in: company.id) { transaction in
                    let report = try await end(transaction)
                    if report.new + report.changed > 0 { try await CatalogUpkeep.request(in: transaction) }
                    return report
                }
            })
        while true {
            do {
                return try await reading.run(row.id, isLastAttempt: false) { records in
                    // Sources do not say how much there is; the bar says what is there.
                    bar.show(0, "\(Console.count(records)) records")
                }
            } catch let trouble as RunTrouble {
                guard case .later(let seconds) = trouble.course, seconds <= 900 else { throw trouble }
                bar.finish()
                Console.warn("\(row.name): \(trouble).")
                try await Task.sleep(for: .seconds(max(1, seconds)))
            }
        }
    }

    private struct Outcome: Encodable {
        let run: String
        let state: String
        let cause: String?
        let verdict: String?
        let sentence: String?
        let pages: Int
        let records: Int
        let rejects: Int
        let items: Int
        let new: Int
        let changed: Int
        let isComplete: Bool
    }

    private func tell(_ report: RunReport, _ row: ConnectionRow) throws {
        if json {
            return try Console.json(
                Outcome(
                    run: report.run.uuidString.lowercased(), state: report.state.rawValue,
                    cause: report.cause?.rawValue,
                    verdict: report.verdict?.rawValue, sentence: report.sentence, pages: report.pages,
                    records: report.records, rejects: report.rejects, items: report.items, new: report.new,
                    changed: report.changed, isComplete: report.isComplete))
        }
        Console.say(
            "\(row.name): \(report.state.rawValue), \(Console.count(report.items)) items on \(Console.count(report.pages)) "
                + "pages, \(Console.count(report.new)) new, \(Console.count(report.changed)) changed, "
                + "\(Console.count(report.rejects)) rejected.")
        if let sentence = report.sentence {
            Console.say("  \(report.verdict.map { "\($0.rawValue): " } ?? "")\(sentence).")
        }
    }

    // MARK: - Trying

    private func preview(
        _ row: ConnectionRow, of company: Company, _ access: SourceAccess, _ workplace: Workplace
    ) async throws {
        guard
            let connector = try access.connector(
                row.source, settings: row.settings, since: since.flatMap { CalendarDay(iso: $0)?.utcMidnight })
        else { throw SettingsProblem("There is no connector for \(row.source) with these settings.") }
        let most = limit ?? 10
        let found: SourcePreview
        if connector.login == nil {
            found = try await SourcePreview.read(connector, through: access, category: category, limit: most)
        } else {
            let vault = SecretVault(keys: try workplace.settings.vault.open())
            found = try await ConnectionPreview(
                access: access, uses: CredentialUseQueries(database: workplace.database, vault: vault)
            ).read(row.id, in: company.id, connector, for: .command, category: category, limit: most)
        }
        for product in found.products {
            let price = product.price.map { "\($0) \(product.priceKind.rawValue)" } ?? "no price"
            let stock = product.stockUnits.map { "stock \($0)" } ?? ""
            Console.say(
                "\(product.itemKey)\t\(product.name ?? "")\t\(product.volume.map { "\($0)" } ?? "")\t\(price)\t\(stock)"
            )
        }
        for record in found.records {
            let facts = [
                record.value.map { "\($0)\(record.isPartial ? ", not over yet" : "")" },
                record.counts.score.map { "\($0) points" }, record.counts.comments.map { "\($0) comments" },
                record.address,
            ].compactMap(\.self)
            Console.say(
                "\(record.moment?.formatted(.iso8601) ?? "no date")\t\(record.title)\t\(facts.joined(separator: "\t"))")
        }
        for reason in found.rejects.prefix(20) { Console.warn("not read: \(reason)") }
        Console.say(
            "\(Console.count(found.products.count + found.records.count)) records of \(Console.count(found.pages)) pages; "
                + "nothing was kept.")
    }
}
