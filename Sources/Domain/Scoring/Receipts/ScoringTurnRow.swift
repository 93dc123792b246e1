package import Catalog
package import Foundation
package import Postgres

/// One scoring of all products of a company: what its scores have in common.
package struct ScoringTurn: Sendable, RowDecodable {
    /// Counts the scorings of a company from 1.
    package let turn: Int
    package let asOf: CalendarDay
    package let scoredAt: Date
    package let profile: ScoreProfile
    /// Which formulas measured the components (`TrendScorer.formulas`).
    package let formulas: String
    /// How far signals were known.
    package let ticks: SignalTicks
    /// Which media had been read, on which days.
    let media: MediaCalendar

    init(
        turn: Int, asOf: CalendarDay, scoredAt: Date, profile: ScoreProfile, ticks: SignalTicks, media: MediaCalendar
    ) {
        self.turn = turn
        self.asOf = asOf
        self.scoredAt = scoredAt
        self.profile = profile
        self.ticks = ticks
        self.media = media
        formulas = TrendScorer.formulas
    }

    package init(row: inout RowReader) throws {
        turn = try row.next()
        asOf = try row.next()
        scoredAt = try row.next()
        let name: String = try row.next()
        formulas = try row.next()
        let period: Int = try row.next()
        let weights: [Double] = try row.next()
        let cutOffs: [Double] = try row.next()
        ticks = try SignalTicks(row: &row)
        let days: String = try row.next()
        let readsSearches: Bool = try row.next()
        guard weights.count == ScoreComponent.allCases.count, cutOffs.count == 5 else {
            throw RowProblem(column: "weights", reason: "has another number of entries")
        }
        do {
            media = try MediaCalendar(days: days, readsSearches: readsSearches)
            profile = ScoreProfile(
                name: name,
                weights: try ScoreWeights(weights),
                cutOffs: try TierCutOffs(
                    viral: cutOffs[0], trending: cutOffs[1], emerging: cutOffs[2], declining: cutOffs[3],
                    steadyBand: cutOffs[4]),
                periodDays: period)
        } catch {
            throw RowProblem(column: "weights", reason: "\(error)")
        }
    }

    /// The columns this row is read from, in order.
    static let columns: SQL = """
        turn, as_of, scored_at, profile, formulas, period_days, weights, cut_offs, own_tick, house_tick,
            media_days, reads_searches
        """
}
