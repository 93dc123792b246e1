import ArgumentParser
import Companies
import Connections

/// Whose sources a command is about.
struct SourcesWho: ParsableArguments {
    @Option(help: "The company's slug; house for what the platform reads for all.") var company = "house"

    func find(_ workplace: Workplace) async throws -> Company { try await workplace.company(company) }

    /// A connection by its id, its name, or its source where there is one of that.
    static func connection(_ word: String, in transaction: CompanyTransaction) async throws -> ConnectionRow {
        let all = try await ConnectionQueries.list(in: transaction)
        let exact = all.filter { "\($0.id)" == word.lowercased() || $0.name.lowercased() == word.lowercased() }
        let found = exact.isEmpty ? all.filter { $0.source == word } : exact
        guard let row = found.first else {
            throw SettingsProblem("There is no connection called \(word); tidemark source list shows those there are.")
        }
        guard found.count == 1 else {
            let names = found.map(\.name).sorted().joined(separator: ", ")
            throw SettingsProblem("\(word) could be \(names). Say which by its name.")
        }
        return row
    }
}
