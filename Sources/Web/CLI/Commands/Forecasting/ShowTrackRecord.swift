import ArgumentParser
import Catalog
import Companies
import Forecasting
import Foundation

struct ShowTrackRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Say how right a company's forecasts were once the truth had arrived.")
    @Option(help: "The company's slug.") var company: String
    @Flag(help: "Answer as JSON, by model and category too.") var json = false

    private struct Answer: Encodable {
        let lines: [Line]
        let demoted: [Demoted]
    }

    private struct Line: Encodable {
        let kind: String
        let measure: String
        let currency: String?
        let days: Int
        let model: String?
        let category: String?
        let settled: Int
        let pending: Int
        let coverage80: Double?
        let coverage95: Double?
        let direction: Double?
        let directionLow: Double?
        let directionHigh: Double?
        let directionCount: Int
        let baseRate: Double?
        let wape: Double?
        let naiveWape: Double?
        let bias: Double?
        let mape: Double?
    }

    private struct Demoted: Encodable {
        let model: String
        let measure: String
        let category: String?
        let since: Date
        let until: Date
        let settled: Int
        let behind: Double
        let behindAtLeast: Double
    }

    func run() async throws {
        try await Workplace.open(purpose: "forecast record") { workplace in
            let company = try await workplace.company(company)
            let (lines, demotions) = try await workplace.database.read(
                in: company.id, TrackRecordLine.all, ActiveDemotion.all)
            if json { return try answer(lines, demotions) }
            guard lines.contains(where: { $0.settled > 0 }) else {
                return Console.say(
                    "Nothing is settled yet. `tidemark forecast products --company \(company.slug) --as-of DAY` says what could have been "
                        + "said then, and settles it.")
            }
            for line in lines where line.key.model == nil && line.key.category == nil { Console.say(words(line)) }
            for one in demotions {
                Console.say(
                    "Not used since \(one.since.formatted(.iso8601.year().month().day())): \(one.subject.model) for "
                        + "\(one.subject.measure.rawValue)\(one.subject.category.map { " of \($0)" } ?? "").")
            }
        }
    }

    private func words(_ line: TrackRecordLine) -> String {
        func percent(_ share: Double?) -> String { share.map { Console.decimal(100 * $0, places: 1) + " %" } ?? "–" }
        func number(_ value: Double?) -> String { value.map { Console.decimal($0, places: 1) + " %" } ?? "–" }
        let key = line.key
        let direction = line.direction.map {
            "\(percent($0.value)) (\(percent($0.low))–\(percent($0.high)) of \(Console.count($0.of)))"
        }
        return "\(key.kind.rawValue) \(key.measure.rawValue)\(key.currency.map { " \($0)" } ?? "") \(key.view) days: "
            + "\(Console.count(line.settled)) settled, \(Console.count(line.pending)) pending; inside 80 %: "
            + "\(percent(line.coverage80)), 95 %: \(percent(line.coverage95)); direction \(direction ?? "–") beside "
            + "\(percent(line.baseRate)); WAPE \(number(line.wape)), naive \(number(line.naiveWape)); bias \(number(line.bias))"
    }

    private func answer(_ lines: [TrackRecordLine], _ demotions: [ActiveDemotion]) throws {
        try Console.json(
            Answer(
                lines: lines.map { line in
                    Line(
                        kind: line.key.kind.rawValue, measure: line.key.measure.rawValue, currency: line.key.currency,
                        days: line.key.view, model: line.key.model, category: line.key.category, settled: line.settled,
                        pending: line.pending, coverage80: line.coverage80, coverage95: line.coverage95,
                        direction: line.direction?.value, directionLow: line.direction?.low,
                        directionHigh: line.direction?.high, directionCount: line.direction?.of ?? 0,
                        baseRate: line.baseRate, wape: line.wape, naiveWape: line.naiveWape, bias: line.bias,
                        mape: line.mape)
                },
                demoted: demotions.map {
                    Demoted(
                        model: $0.subject.model, measure: $0.subject.measure.rawValue, category: $0.subject.category,
                        since: $0.since, until: $0.until, settled: $0.settled, behind: $0.behind,
                        behindAtLeast: $0.behindAtLeast)
                }))
    }
}
