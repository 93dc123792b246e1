import Catalog
import Companies
import Forecasting
import Foundation
import Matching
import Mentions
import Scoring

/// What follows an import: recognise products, then score them.
enum Refresh {
    static func run(_ workplace: Workplace, company: Company, quiet: Bool) async throws {
        try await match(workplace, company: company, quiet: quiet)
        try await score(workplace, company: company, quiet: quiet)
    }

    static func match(_ workplace: Workplace, company: Company, quiet: Bool) async throws {
        let bar = ProgressBar("Matching")
        let started = ContinuousClock.now
        let outcome = try await MatchingRun(database: workplace.database, company: company.id).run(at: Date()) {
            bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) listings")
        }
        bar.finish()
        guard !quiet else { return }
        Console.say(
            "Matched \(Console.count(outcome.listings)) listings: \(Console.count(outcome.byCode)) by GTIN, "
                + "\(Console.count(outcome.byName)) by name and size, \(Console.count(outcome.newProducts)) new products, "
                + (outcome.unmoved > 0 ? "\(Console.count(outcome.unmoved)) as before, " : "")
                + String(format: "%.1f s.", (ContinuousClock.now - started).seconds))
    }

    static func score(_ workplace: Workplace, company: Company, quiet: Bool) async throws {
        _ = try await MentionRun(database: workplace.database, company: company.id).run(at: Date())
        let bar = ProgressBar("Scoring")
        let started = ContinuousClock.now
        let outcome = try await ScoringRun(database: workplace.database, company: company.id).run(at: Date()) {
            bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) products")
        }
        bar.finish()
        guard !quiet else { return }
        let day = outcome.asOf.map { " as of \($0)" } ?? ""
        Console.say(
            "Scored \(Console.count(outcome.scored)) of \(Console.count(outcome.products)) products\(day), "
                + String(format: "%.1f s.", (ContinuousClock.now - started).seconds))
    }

    @discardableResult
    static func forecast(
        _ workplace: Workplace, company: Company, _ request: ProductForecastRun.Request = .init(), quiet: Bool
    ) async throws -> ProductForecastRun.Outcome {
        let bar = ProgressBar("Forecasting")
        let started = ContinuousClock.now
        let outcome = try await ProductForecastRun(database: workplace.database, company: company.id)
            .run(request, at: Date()) {
                bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) products")
            }
        bar.finish()
        guard !quiet else { return outcome }
        let verb = request.asOf.map { "Backcast" + " \($0)" } ?? "Forecast"
        Console.say(
            "\(verb): \(Console.count(outcome.forecast)) series of \(Console.count(outcome.products)) products, "
                + "\(Console.count(outcome.unchanged)) as before, \(Console.count(outcome.settled)) settled, "
                + String(format: "%.1f s.", (ContinuousClock.now - started).seconds))
        return outcome
    }
}
