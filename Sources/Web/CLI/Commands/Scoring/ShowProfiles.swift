import ArgumentParser
import Scoring

struct ShowProfiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles",
        abstract: "Show score profiles: components, formulas, weights, tiers; or check one of a file.",
        discussion: "A profile is a JSON document; docs/scoring.md says what stands in it.")
    @Argument(help: "A profile by name, or a file with one; all that come along without it.") var profile: String?
    @Flag(help: "Answer as JSON: the document itself.") var json = false

    func run() async throws {
        do {
            let documents = try (profile.map { [$0] } ?? FigureDocument.builtInNames).map(FigureProfileChoice.read)
            if json { return try Console.json(documents) }
            for document in documents { Self.lines(document).forEach(Console.say) }
        } catch let refusal as FigureRefusal {
            throw SettingsProblem(refusal.description)
        }
    }

    private static func lines(_ document: FigureDocument) -> [String] {
        var lines = ["\(document.name): \(document.title). \(document.source)"]
        for component in document.components {
            var marks: [String] = []
            if case .percentile(let within, let least) = component.normaliser {
                marks.append("ranked within \(within.rawValue), \(least) at least")
            }
            if component.direction == .lowerIsBetter { marks.append("less is better") }
            if component.seasonal { marks.append("season taken out") }
            if component.missing == .refuse { marks.append("no score without it") }
            let notes = marks.isEmpty ? "" : " (\(marks.joined(separator: "; ")))"
            lines.append(
                "  \(component.name) \(Console.decimal(component.weight * 100, places: 0)) %: \(component.summary)\(notes)"
            )
        }
        for input in document.inputs {
            let unit = input.unit.isEmpty ? "" : ", in \(input.unit)"
            lines.append("  figure \(input.name): \(input.title)\(unit)")
        }
        let tiers = document.tiers
        lines.append(
            "  tiers from \(tiers.viral) viral, \(tiers.trending) trending, \(tiers.emerging) emerging; declining under \(tiers.declining); period \(document.periodDays) days"
        )
        return lines
    }
}
