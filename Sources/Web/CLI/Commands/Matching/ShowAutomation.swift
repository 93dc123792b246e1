import ArgumentParser
import Companies
import Foundation
import Matching

struct ShowAutomation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "automation", abstract: "Show or say how far rules of matching decide by themselves.",
        discussion: """
            A rule is narrowed by itself when audits show that more than 1 in 200 of its decisions are wrong, and not by chance. \
            After what was wrong is mended, --rule with --threshold lets it decide again. The judge \
            decides from the confidence on that people have shown to be enough, and a threshold said here is the least; `off` keeps it off.
            """)
    @Option(help: "gtin, name_and_size, model or judge.") var rule: String?
    @Option(help: "From which similarity or probability on, 0 to 1; `off` for not at all.") var threshold: String?
    @Option(help: "Why it is changed.") var reason: String?

    func validate() throws {
        guard (rule == nil) == (threshold == nil), (rule == nil) == (reason == nil) else {
            throw ValidationError("--rule, --threshold and --reason belong together.")
        }
        guard rule.map({ MatchRule(rawValue: $0) != nil }) ?? true else {
            throw ValidationError("--rule may be gtin, name_and_size, model or judge.")
        }
        guard let threshold, threshold != "off" else { return }
        guard let number = Double(threshold), (0...1).contains(number) else {
            throw ValidationError("--threshold may be 0 to 1, or off.")
        }
        guard (1...400).contains(reason?.count ?? 1) else {
            throw ValidationError("--reason may be up to 400 characters.")
        }
    }

    func run() async throws {
        try await Workplace.open(purpose: "match automation") { workplace in
            let changes = try await workplace.database.transaction(in: .house) { transaction in
                let queries = AutomationQueries(transaction: transaction)
                if let rule = rule.flatMap(MatchRule.init(rawValue:)), let threshold, let reason {
                    try await queries.set(
                        rule, to: Double(threshold), reason: reason, isByHand: true, id: UUID(), at: Date())
                }
                return try await queries.newest()
            }
            for rule in MatchRule.allCases {
                let change = changes.first { $0.rule == rule }
                let level = change.map(\.threshold) ?? Automation.standard[rule]
                Console.say(
                    [rule.rawValue, level.map { "from \($0) on" } ?? "not at all", change?.reason ?? "as measured"]
                        .joined(separator: "\t"))
            }
        }
    }
}
