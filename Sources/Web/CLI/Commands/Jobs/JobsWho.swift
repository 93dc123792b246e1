import ArgumentParser
import Companies
import Jobs

/// Whose jobs a command is about.
struct JobsWho: ParsableArguments {
    @Option(help: "The company's slug.") var company: String?
    @Flag(help: "Jobs of all companies.") var allCompanies = false

    func validate() throws {
        guard (company == nil) == allCompanies else {
            throw ValidationError("Say whose jobs: --company SLUG or --all-companies.")
        }
    }

    func console(_ workplace: Workplace) async throws -> JobConsole {
        guard let company else { return JobConsole(database: workplace.database, side: .platform, person: nil) }
        return JobConsole(
            database: workplace.database, side: .company(try await workplace.company(company).id), person: nil)
    }
}
