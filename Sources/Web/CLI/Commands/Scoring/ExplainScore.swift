import ArgumentParser
import Catalog
import Companies
import Foundation
import Matching
import Scoring

struct ExplainScore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Open a product's score of any day: its components, the signals under them and their raw records.",
        discussion: """
            The score that was published and in force on the day is shown, made again from what was known then. A day before \
            the first scoring shows what the score would have been from what is known now, and says so.
            """)
    @Argument(help: "The product's id, or words of its name.") var product: String
    @Option(help: "The company's slug.") var company: String
    @Option(help: "The day, as 2026-11-30; otherwise the newest score.") var on: String?
    @Option(help: "Another day, before it; says what changed between the two, exactly.") var since: String?
    @Flag(help: "Every signal, not only how many there are.") var signals = false
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        for day in [on, since].compactMap(\.self) where CalendarDay(iso: day) == nil {
            throw ValidationError("\(day) is no day; write it as 2026-11-30.")
        }
    }

    func run() async throws {
        let day = on.flatMap { CalendarDay(iso: $0) }
        try await Workplace.open(purpose: "score explain") { workplace in
            let company = try await workplace.company(company)
            let (name, statement, before, course) = try await workplace.database.transaction(in: company.id) {
                transaction in
                let history = IdentityHistoryQueries(transaction: transaction)
                let id = try await Self.find(product, history)
                let queries = StatementQueries(transaction: transaction)
                return (
                    try await history.name(of: id), try await queries.statement(of: id, on: day),
                    try await Self.before(since, id, queries),
                    try await CourseQueries(transaction: transaction).course(of: id, until: day)
                )
            }
            guard let name, let statement else {
                throw SettingsProblem("Nothing is known of this product \(on.map { "by \($0)" } ?? "yet").")
            }
            let change = before.flatMap { ScoreChange(from: $0.score, to: statement.score) }
            if json { return try Console.json(StatementAnswer(name: name, statement, change: change)) }
            Console.say(name)
            for line in statement.sentences(withSignals: signals) { Console.say(line) }
            for line in course?.sentences ?? [] { Console.say(line) }
            guard let since else { return }
            Console.say(
                change.map { "Since \(before?.score.asOf.description ?? since): \($0.sentence)" }
                    ?? "There is no score by \(since) that it could be compared with.")
        }
    }

    private static func before(
        _ day: String?, _ id: UUID, _ queries: StatementQueries
    ) async throws -> ScoreStatement? {
        guard let day = day.flatMap({ CalendarDay(iso: $0) }) else { return nil }
        return try await queries.statement(of: id, on: day)
    }

    private static func find(_ words: String, _ history: IdentityHistoryQueries) async throws -> UUID {
        if let id = UUID(uuidString: words) { return try await history.root(of: id) }
        let found = try await history.find(words, besides: UUID(), limit: 11)
        if found.count == 1 { return found[0].id }
        guard !found.isEmpty else { throw SettingsProblem("No product is called \(words).") }
        let some = found.prefix(10).map { "  \("\($0.id)".lowercased())  \($0.name)" }.joined(separator: "\n")
        throw SettingsProblem(
            "\(found.count > 10 ? "More than ten" : "\(found.count)") products are called so; name one by its id:\n\(some)"
        )
    }
}
