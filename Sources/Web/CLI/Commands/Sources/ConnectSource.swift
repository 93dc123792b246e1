import ArgumentParser
import Companies
import Connections
import Connectors
import Foundation
import Ingestion

struct ConnectSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connect", abstract: "Have a source read that anybody may read.",
        discussion: "A source that needs a login is connected by its company's admins, on the page of connections.")
    @OptionGroup var who: SourcesWho
    @Argument(help: "The source, such as giassi.") var source: String
    @Option(help: "The part of the source, where it has several.") var region: String?
    @Option(
        name: .customLong("term"),
        help:
            "A term to ask about, where the source needs some; may be given many times, the first one is compared with all."
    )
    var terms: [String] = []
    @Option(help: "What the connection is called.") var name: String?
    @Option(help: "How often it is read, in minutes, 15 to 10080.") var every: Int?

    func validate() throws {
        guard let entry = SourceCatalog.find(source) else {
            let known = SourceCatalog.all.map(\.code).joined(separator: ", ")
            throw ValidationError("There is no connector for \(source); there are \(known).")
        }
        guard !entry.needsLogin else {
            throw ValidationError(
                "\(entry.name) needs a login; its company's admins connect it at /company/connections.")
        }
        guard entry.scopes.isEmpty == (region == nil), region.map(entry.scopes.contains) ?? true else {
            throw ValidationError(
                entry.scopes.isEmpty
                    ? "\(entry.name) has no regions." : "--region may be \(entry.scopes.joined(separator: ", ")).")
        }
        guard entry.needsTerms == !terms.isEmpty else {
            throw ValidationError(
                entry.needsTerms ? "Say what to ask about: --term." : "\(entry.name) takes no --term.")
        }
        if entry.needsTerms {
            do { _ = try SearchTerms(terms.joined(separator: "\n")) } catch { throw ValidationError("\(error)") }
        }
        if let every, !(15...10_080).contains(every) { throw ValidationError("--every may be 15 to 10080.") }
    }

    func run() async throws {
        guard let entry = SourceCatalog.find(source) else { return }
        let code = try SourceCode.known(source)
        var settings = region.map { [SourceCatalog.scopeSetting: $0] } ?? [:]
        if entry.needsTerms {
            settings[SourceCatalog.termsSetting] = try SearchTerms(terms.joined(separator: "\n")).text
        }
        let chosen = settings
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            let title = name ?? [entry.name, region].compactMap(\.self).joined(separator: " ")
            _ = try await workplace.database.transaction(in: company.id) { transaction in
                try await OpenConnectionQueries.ensure(
                    code, name: title, settings: chosen, everyMinutes: every ?? entry.everyMinutes, at: Date(),
                    in: transaction)
            }
            Console.say("\(title) is connected; it is read with the next cycle, or now by tidemark source run.")
        }
    }
}
