import ArgumentParser
import Companies
import Foundation
import Matching
import Postgres

/// Measures how long a changed listing waits for its product, for `make bench`. Changes the company's listings.
struct TimeRematching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time-changes",
        abstract: "Let listings change, one at a time, and say how long deciding each again takes, write included.",
        shouldDisplay: false)
    @Option(help: "The company's slug.") var company: String
    @Option(help: "Listings that change.") var changes = 200

    private struct Figures: Encodable {
        let listings: Int
        let changes: Int
        /// Of the changes, those that made another product of the listing.
        let moved: Int
        /// Milliseconds, of the run that has nothing remembered, and of the changes.
        let first: Double
        let p50: Double
        let p95: Double
        let most: Double
    }

    func validate() throws {
        guard (1...100_000).contains(changes) else { throw ValidationError("--changes may be 1 to 100,000.") }
    }

    func run() async throws {
        try await Workplace.open(purpose: "match") { workplace in
            let company = try await workplace.company(company)
            let ids = try await workplace.database.read(
                in: company.id,
                Query<Single<UUID>>(
                    "SELECT listing_id FROM listings WHERE company_id = \(company.id) ORDER BY hashtext(listing_id::text)"
                ))
            guard ids.count > changes * 2 else { throw SettingsProblem("There are too few listings.") }
            let run = MatchingRun(database: workplace.database, company: company.id, memory: MatchingMemory())
            var (milliseconds, moved) = ([Double](), 0)
            for place in 0...changes {
                let (one, other) = (ids[2 * place % ids.count].value, ids[(2 * place + 1) % ids.count].value)
                // Every second takes the words of another, the others a word more.
                _ = try await workplace.database.transaction(in: company.id) { transaction in
                    try await transaction.execute(
                        place % 2 == 0
                            ? """
                            UPDATE listings l SET name = o.name, volume_ml = o.volume_ml, gtin = o.gtin, brand = o.brand,
                                strength_bp = o.strength_bp, category = o.category, awaits_matching = true
                            FROM listings o WHERE l.company_id = \(company.id) AND l.listing_id = \(one)
                                AND o.company_id = l.company_id AND o.listing_id = \(other)
                            """
                            : """
                            UPDATE listings SET name = name || ' new', awaits_matching = true
                            WHERE company_id = \(company.id) AND listing_id = \(one)
                            """)
                }
                let begun = ContinuousClock.now
                let outcome = try await run.run(at: Date())
                milliseconds.append((ContinuousClock.now - begun).seconds * 1_000)
                guard outcome.listings == 1 else { throw SettingsProblem("Somebody else decides meanwhile.") }
                moved += outcome.unmoved == 0 ? 1 : 0
            }
            let sorted = milliseconds.dropFirst().sorted()
            try Console.json(
                Figures(
                    listings: ids.count, changes: changes, moved: moved, first: milliseconds[0],
                    p50: sorted[sorted.count / 2], p95: sorted[min(sorted.count - 1, sorted.count * 95 / 100)],
                    most: sorted[sorted.count - 1]))
        }
    }
}
