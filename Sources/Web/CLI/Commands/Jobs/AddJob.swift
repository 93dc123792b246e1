import ArgumentParser
import Companies
import Jobs

struct AddJob: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a job to a company's work.",
        discussion: "Kinds of this version: \(WorkNode.kinds.kinds.joined(separator: ", ")).")
    @Argument(help: "The kind of the job.") var kind: String
    @Option(help: "The company's slug.") var company: String
    @Option(help: "What the job is told, as JSON.") var arguments = "{}"

    func run() async throws {
        let kinds = WorkNode.kinds
        try await Workplace.open(purpose: "jobs") { workplace in
            let company = try await workplace.company(company)
            let console = JobConsole(database: workplace.database, side: .platform, person: nil)
            do {
                let id = try await console.enqueue(kind, json: arguments, for: company.id, kinds)
                Console.say("\(id)")
            } catch JobConsole.ByHandProblem.unknownKind {
                throw ValidationError("\(kind) is no kind; use \(kinds.kinds.joined(separator: ", ")).")
            } catch JobConsole.ByHandProblem.unreadable {
                throw ValidationError("\(kind) cannot read \(arguments).")
            }
        }
    }
}
