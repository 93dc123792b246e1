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
        if let every, !(15...10_080).contains(every) { throw ValidationError("--every may be 15 to 10080.") }
    }

    func run() async throws {
        guard let entry = SourceCatalog.find(source) else { return }
        let code = try SourceCode.known(source)
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            let title = name ?? [entry.name, region].compactMap(\.self).joined(separator: " ")
            _ = try await workplace.database.transaction(in: company.id) { transaction in
                try await OpenConnectionQueries.ensure(
                    code, name: title, settings: region.map { [SourceCatalog.scopeSetting: $0] } ?? [:],
                    everyMinutes: every ?? entry.everyMinutes, at: Date(), in: transaction)
            }
            Console.say("\(title) is connected; it is read with the next cycle, or now by tidemark source run.")
        }
    }
}
