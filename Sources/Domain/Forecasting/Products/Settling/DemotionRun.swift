import Companies
import Foundation

/// Takes models that lost to the naive forecast out of use, and back in.
struct DemotionRun: Sendable {
    let makeID: @Sendable () -> UUID

    /// - Returns: what may not be used from here on.
    func run(in transaction: CompanyTransaction, at moment: Date) async throws -> [BarredModel] {
        let queries = DemotionQueries(transaction: transaction)
        let records = try await queries.records(at: moment)
        let bySubject = Dictionary(records.map { ($0.subject, $0.record) }) { first, _ in first }
        var barred: Set<BarredModel> = []
        let active: [ActiveDemotion] = try await transaction.fetch(ActiveDemotion.all)
        for demotion in active {
            // Forecasts it made before settle on; they may show that it was better than it had looked.
            if let record = bySubject[demotion.subject], !DemotionRule.demotes(record) {
                try await queries.lift(demotion.id, because: "recovered", at: moment)
            } else if demotion.until <= moment {
                try await queries.lift(demotion.id, because: "time", at: moment)
            } else {
                barred.insert(demotion.subject)
            }
        }
        // Whoever comes back just now is judged by what is forecast from now on.
        let remaining: [ActiveDemotion] = try await transaction.fetch(ActiveDemotion.all)
        let returned = Set(remaining.map(\.subject))
        let current = records.isEmpty ? [] : try await queries.records(at: moment)
        for one in current where DemotionRule.demotes(one.record) && !returned.contains(one.subject) {
            try await queries.demote(one.subject, one.record, id: makeID(), at: moment)
            barred.insert(one.subject)
        }
        return barred.sorted {
            ($0.measure.rawValue, $0.model, $0.category ?? "") < ($1.measure.rawValue, $1.model, $1.category ?? "")
        }
    }
}
