import ArgumentParser
import Companies
import Scoring

struct TierRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiers", abstract: "Say what became of products of a tier, by the scores that were published.",
        discussion: """
            Counts entries into the tier whose time is over; the share has its 95 % interval and stands beside that of all \
            other products.
            """)
    @Option(help: "The company's slug.") var company: String
    @Option(help: "The tier that was called.") var called: TrendTier = .emerging
    @Option(help: "The tier to reach; a better one counts, too.") var goal: TrendTier = .trending
    @Option(help: "In how many days, 1 to 3650.") var within = 60

    func validate() throws {
        guard (1...3_650).contains(within) else { throw ValidationError("--within may be 1 to 3650.") }
        guard called != goal else { throw ValidationError("--called and --goal are the same tier.") }
    }

    func run() async throws {
        try await Workplace.open(purpose: "score tiers") { workplace in
            let company = try await workplace.company(company)
            let question = TierQuestion(called: called, goal: goal, within: within)
            let record = try await workplace.database.transaction(in: company.id) { transaction -> TierRecord? in
                let queries = CourseQueries(transaction: transaction)
                guard let first = try await queries.firstDay() else { return nil }
                return try await queries.record(of: question, from: first)
            }
            Console.say(record?.sentence ?? "No score has been published yet.")
        }
    }
}

extension TrendTier: ExpressibleByArgument {}
