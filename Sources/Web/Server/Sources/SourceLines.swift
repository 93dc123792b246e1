import Catalog
import Connectors
import Foundation
import Ingestion
import Pages

/// Rows of runs and records as pages show them.
extension RunFacts {
    init(_ row: RunRow) {
        self.init(
            id: row.id.uuidString.lowercased(), connection: row.connectionName,
            connectionID: row.connection.uuidString.lowercased(), state: ShownRunState(row.state),
            verdict: row.verdict.map(ShownVerdict.init), sentence: row.sentence.map(Self.capitalised),
            isComplete: row.isComplete,
            startedAt: MomentStamp(row.startedAt), finishedAt: row.finishedAt.map(MomentStamp.init),
            // Of one that is under way only records are known yet.
            items: row.state == .running ? row.records : row.items, new: row.new, changed: row.changed,
            pages: row.pages,
            records: row.records, rejects: row.rejects, requests: row.requests, retries: row.retries,
            unchanged: row.unchanged, packedBytes: row.packedBytes,
            waitedSeconds: Double(row.waitedMilliseconds) / 1_000, attempts: row.attempts, signIns: row.signIns,
            statuses: Self.statuses(row.statuses))
    }

    /// What is kept without its beginning and end as a sentence has them.
    static func capitalised(_ sentence: String) -> String { sentence.prefix(1).uppercased() + sentence.dropFirst() }

    /// `{"200": 12, "304": 1}` as `200: 12, 304: 1`.
    private static func statuses(_ json: String) -> String {
        let counts = (try? JSONDecoder().decode([String: Int].self, from: Data(json.utf8))) ?? [:]
        return counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
}

extension ShownRunState {
    init(_ state: RunState) {
        self =
            switch state {
            case .running: .running
            case .applied: .applied
            case .partial: .partial
            case .held: .held
            case .discarded: .discarded
            case .failed: .failed
            }
    }
}

extension ShownVerdict {
    init(_ verdict: WatchVerdict) {
        self =
            switch verdict {
            case .market: .market
            case .site: .site
            case .blocked: .blocked
            }
    }
}

extension FieldCoverageLine {
    init(_ row: CoverageRow, _ frame: PageFrame) {
        self.init(
            field: row.field, records: row.records, filled: row.filled, commonest: row.commonest, text: frame.text)
    }
}

extension RecordSample {
    init(_ row: ListingSampleRow, _ frame: PageFrame) {
        let price: MoneyAmount? =
            if let minor = row.priceMinor, let currency = row.currency.flatMap({ Currency(code: $0) }) {
                MoneyAmount(Money(minorUnits: Int64(minor), currency: currency))
            } else { nil }
        self.init(
            name: row.name, millilitres: row.millilitres, price: price, stock: row.stock,
            seen: DayStamp(row.lastSeen), text: frame.text)
    }
}

extension RecordSample {
    /// A record as a run would keep it.
    init(_ row: PriceBookRow, _ frame: PageFrame) {
        self.init(
            name: row.name ?? row.itemKey, millilitres: row.volume?.millilitres,
            price: row.price.map { MoneyAmount($0) },
            stock: row.stockUnits, seen: DayStamp(row.observedOn), text: frame.text)
    }
}

extension DatedSample {
    init(_ row: RecordLineRow, _ frame: PageFrame) {
        var figures = Figures()
        figures.points = row.counts.score
        figures.comments = row.counts.comments
        figures.value = row.value.map { "\($0)" }
        figures.isPartial = row.isPartial
        // A stretch of time is one of days, not of the reader's hours.
        if row.value != nil { figures.from = row.moment.map { DayStamp(CalendarDay(utc: $0)) } }
        self.init(
            title: row.title, origin: row.origin,
            moment: row.value == nil ? row.moment.map(MomentStamp.init) : nil, address: row.address,
            figures: figures, frame: frame)
    }
}

extension CycleFigure.Step {
    init(_ row: CycleStepRow) {
        let kind: Kind =
            switch row.kind {
            case .read: .read(row.connection ?? "")
            case .match: .match
            case .score: .score
            case .forecast: .forecast
            }
        self.init(
            kind: kind, job: row.job.uuidString.lowercased(), state: row.jobState,
            begunAt: row.begunAt.map(MomentStamp.init), finishedAt: row.finishedAt.map(MomentStamp.init),
            startsBy: row.startsBy.map(MomentStamp.init))
    }
}
