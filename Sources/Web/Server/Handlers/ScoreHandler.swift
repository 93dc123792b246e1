import Catalog
import Companies
import Foundation
import Hummingbird
import Pages
import Routes
import Scoring

/// A product's score of any day, opened down to the records under it.
struct ScoreHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder

    func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        guard let id = context.parameters.get(TrendRoute.productParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        func item(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }
        let query = ScoreQuery(on: item(ScoreQuery.onItem), since: item(ScoreQuery.sinceItem))
        return try await pages.page(request, context.member) {
            let on = query.on.map { CalendarDay(iso: $0) }
            let since = query.since.map { CalendarDay(iso: $0) }
            let reading = try await ScoreReading.read(
                id, on: on ?? nil, since: since ?? nil, opens: on != .some(nil), in: context.member.company,
                from: database)
            let statement = reading.statement
            let course = try await database.transaction(in: context.member.company) { transaction in
                statement == nil
                    ? nil : try await CourseQueries(transaction: transaction).course(of: id, until: on ?? nil)
            }
            let sources = try await database.read(in: context.member.company, SourceFreshness.all)
            let shown = frame.page(for: context.member, sources: sources)
            let compared = Self.compared(reading)
            var problem: TextKey?
            if on == .some(nil) || since == .some(nil) {
                problem = .scoreBadDay
            } else if since != nil, compared == nil {
                problem = .scoreNotCompared
            }
            return ScorePage(
                frame: shown, product: (id.uuidString.lowercased(), reading.product.name), query: query,
                score: statement.flatMap { ScoreReceipt($0.score) },
                asOf: statement.map { DayStamp($0.score.asOf) }, origin: statement.map { ScorePage.Origin($0.origin) },
                compared: compared, course: course?.sentences ?? [],
                listings: statement?.listings.map { SignalListing($0, product: id) } ?? [],
                problem: problem.map { shown.text[$0] })
        }
    }

    private static func compared(_ reading: ScoreReading) -> ScorePage.Compared? {
        guard let before = reading.before?.score, let after = reading.statement?.score, let change = reading.change,
            let old = before.score, let new = after.score
        else { return nil }
        return ScorePage.Compared(
            from: DayStamp(before.asOf), to: DayStamp(after.asOf), before: old, after: new, tenths: change.tenths,
            lines: change.components.filter { $0.presence != .missing }.map {
                ChangeLine(
                    component: ShownComponent($0.component), before: $0.before, after: $0.after,
                    valueTenths: $0.valueTenths, weightTenths: $0.weightTenths)
            })
    }
}

extension ScoreReceipt {
    init?(_ score: TrendScore) {
        guard let value = score.score else { return nil }
        self.init(
            score: value, tier: score.tier.flatMap { Routes.TrendTier(rawValue: $0.rawValue) },
            momentum: score.momentum, asOf: DayStamp(score.asOf),
            lines: score.components.map {
                ReceiptLine(
                    component: ShownComponent($0.component), value: $0.result.value, weight: $0.weight,
                    appliedWeight: $0.appliedWeight, reason: $0.reason)
            }, completeness: score.completeness, profile: score.profile)
    }
}

extension ScorePage.Origin {
    init(_ origin: ScoreStatement.Origin) {
        switch origin {
        case .reconstructed: self = .reconstructed
        case .published(let moment, .same): self = .same(MomentStamp(moment))
        case .published(let moment, .otherFormulas): self = .otherFormulas(MomentStamp(moment))
        case .published(let moment, .different(let what)):
            self = .different(MomentStamp(moment), what: what.joined(separator: "; "))
        }
    }
}

extension SignalListing {
    init(_ listing: StatementListing, product: UUID) {
        func record(_ key: RawRecordKey) -> Link {
            TrendRoute.record(
                product: product.uuidString.lowercased(), listing: listing.id.uuidString.lowercased(),
                run: key.run.uuidString.lowercased(), line: key.line
            ).link
        }
        let prices = listing.prices.map { signal in
            (
                signal.day,
                SignalLine(
                    day: DayStamp(signal.day), .price(MoneyAmount(signal.price)), record: record(signal.record),
                    line: signal.record.line, isCorrected: signal.isCorrected)
            )
        }
        let stocks = listing.stocks.map { signal in
            (
                signal.day,
                SignalLine(
                    day: DayStamp(signal.day), .stock(signal.units, stores: signal.stores),
                    record: record(signal.record), line: signal.record.line, isCorrected: signal.isCorrected)
            )
        }
        self.init(
            source: listing.sourceTitle, name: listing.name, firstSeen: DayStamp(listing.firstSeen),
            lastSeen: DayStamp(listing.lastSeen),
            signals: (prices + stocks).sorted { $0.0 > $1.0 }.map(\.1))
    }
}
