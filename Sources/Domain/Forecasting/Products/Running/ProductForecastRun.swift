package import Catalog
package import Companies
import Dispatch
package import Foundation

/// Settles what has come due, takes losing models out of use, and forecasts the products whose turn it is.
///
/// Batch by batch, each read in one transaction and written in another; the work between holds none. What was not reached within the
/// budget comes first the next time. A series that is as it was is not forecast again.
package struct ProductForecastRun: Sendable {
    /// Products read at a time; bounds memory.
    static let batchSize = 400

    private let database: CompanyDatabase
    private let company: CompanyID
    private let threads: Int
    private let makeID: @Sendable () -> UUID

    package init(
        database: CompanyDatabase, company: CompanyID, threads: Int = 2,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        self.database = database
        self.company = company
        self.threads = threads
        self.makeID = makeID
    }

    /// What is wanted.
    package struct Request: Sendable {
        /// nil for now; a day for what could have been said at its end.
        package var asOf: CalendarDay?
        /// So many products with the highest scores; nil for all.
        package var top: Int?
        /// Series to forecast at most.
        package var budget: Int
        /// So many products with the highest scores get every model; the long series of others are chosen for among quick ones.
        package var thorough: Int

        package init(asOf: CalendarDay? = nil, top: Int? = nil, budget: Int = 150_000, thorough: Int = 500) {
            self.asOf = asOf
            self.top = top
            self.budget = budget
            self.thorough = thorough
        }
    }

    /// What was done.
    package struct Outcome: Sendable, Equatable {
        package internal(set) var products = 0
        package internal(set) var forecast = 0
        /// Series that are as they were.
        package internal(set) var unchanged = 0
        /// Series with fewer than three observations.
        package internal(set) var refused = 0
        package internal(set) var settled = 0
        package internal(set) var demoted = 0
        /// Products the budget did not reach.
        package internal(set) var left = 0
    }

    package func run(
        _ request: Request = Request(), at moment: Date,
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        var outcome = Outcome()
        let settling = SettlingRun(database: database, company: company)
        if request.asOf == nil { outcome.settled = try await settling.run(at: moment) }
        let (barred, candidates, newest, widenings) = try await database.transaction(in: company) { transaction in
            let queries = ForecastCandidateQueries(transaction: transaction)
            // What could have been said then did not know which models lose today.
            let barred =
                request.asOf == nil
                ? try await DemotionRun(makeID: makeID).run(in: transaction, at: moment) : []
            let newest = try await queries.newestDay()
            // A backcast learns from what had come by then.
            let widenings = try await WideningQueries(transaction: transaction)
                .widenings(through: request.asOf ?? newest ?? CalendarDay(daysSince2000: 0))
            return (barred, try await queries.candidates(top: request.top), newest, widenings)
        }
        guard let day = request.asOf ?? newest else { return outcome }
        outcome.demoted = barred.count
        let ordered = ForecastOrder.sorted(candidates)
        let forecaster = ProductForecaster(barred: barred, widenings: widenings, threads: threads)
        let thorough = ForecastOrder.highest(request.thorough, of: candidates)
        var start = 0
        while start < ordered.count, outcome.forecast < request.budget {
            try Task.checkCancellation()
            let end = min(ordered.count, start + Self.batchSize)
            try await batch(
                Array(ordered[start..<end]), through: day, request, (forecaster, thorough), at: moment, &outcome)
            start = end
            progress(start, ordered.count)
        }
        outcome.products = start
        outcome.left = ordered.count - start
        // The truth of a backcast of years ago is there already.
        if let day = request.asOf { outcome.settled = try await settling.run(since: day, at: moment) }
        return outcome
    }

    private func batch(
        _ candidates: [ForecastCandidate], through day: CalendarDay, _ request: Request,
        _ how: (forecaster: ProductForecaster, thorough: Set<ForecastedProduct>), at moment: Date,
        _ outcome: inout Outcome
    ) async throws {
        let (forecaster, thorough) = how
        let (looked, changed) = try await read(candidates, through: day, request, forecaster)
        let wanted = changed.filter { looked[$0].refusal == nil }
        let outlooks = await Self.aside {
            forecaster.forecast(wanted.compactMap { looked[$0].series }, thorough: thorough)
        }
        var batch = ForecastBatch()
        var ids: [Int: UUID] = [:]
        for (place, outlook) in zip(wanted, outlooks) {
            guard let outlook, let series = looked[place].series else { continue }
            let id = makeID()
            ids[place] = id
            try batch.append(outlook, of: series, id: id, print: looked[place].print)
        }
        let written = batch
        let isChanged = Set(changed)
        let notes = looked.indices.map {
            (what: looked[$0], forecast: ids[$0], isChanged: isChanged.contains($0))
        }
        let kind: ForecastKind = request.asOf == nil ? .live : .backcast
        outcome.forecast += try await database.transaction(in: company) { transaction in
            let queries = ForecastQueries(transaction: transaction)
            try await queries.lock()
            let count = try await queries.publish(written, kind: kind, at: moment)
            if kind == .live { try await queries.note(notes, at: moment) }
            if count > 0 { try await transaction.dataChanged() }
            return count
        }
        outcome.unchanged += looked.count - changed.count
        outcome.refused += looked.count { $0.refusal != nil }
    }

    /// The quantities of some products, and which of them are to be forecast.
    private func read(
        _ candidates: [ForecastCandidate], through day: CalendarDay, _ request: Request,
        _ forecaster: ProductForecaster
    ) async throws -> (looked: [LookedAt], changed: [Int]) {
        try await database.transaction(in: company) { transaction in
            let evidence = try await ProductEvidenceQueries(transaction: transaction).evidence(
                of: candidates.map(\.product), listings: candidates.compactMap(\.listing), through: day)
            let looked = candidates.flatMap { candidate in
                ForecastMeasure.allCases.map { measure in
                    let series = evidence.series(
                        measure, of: candidate.product, category: candidate.category, listing: candidate.listing)
                    return LookedAt(
                        candidate: candidate, measure: measure, series: series,
                        print: series.map { $0.fingerprint(barred: forecaster.barred(for: $0)) }
                            ?? Array(measure.rawValue.utf8))
                }
            }
            guard request.asOf == nil else { return (looked, Array(looked.indices)) }
            return (looked, try await ForecastQueries(transaction: transaction).changed(looked))
        }
    }

    /// Runs long arithmetic on a thread of its own, so that nobody else of the process waits for it.
    private static func aside<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: work()) }
        }
    }
}
