import Catalog
import Companies
import Forecasting
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Routes

/// How right a company's forecasts were, as a page and as a file. One round trip.
struct TrackRecordHandler: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder

    func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        try await pages.page(request, context.member) {
            let (lines, demotions, sources) = try await database.read(
                in: context.member.company, TrackRecordLine.all, ActiveDemotion.all, SourceFreshness.all)
            return TrackRecordPage(
                frame: frame.page(for: context.member, sources: sources), figures: lines.map(RecordFigures.init),
                demoted: demotions.map(DemotedLine.init))
        }
    }

    /// The same as comma-separated values.
    func export(_ request: Request, _ context: MemberContext) async throws -> Response {
        let lines = try await database.read(in: context.member.company, TrackRecordLine.all)
        let text = CSVText.line(TrackRecordFile.columns) + lines.map(TrackRecordFile.line).joined()
        var headers = HTTPFields()
        headers[.contentType] = "text/csv; charset=utf-8"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] =
            "attachment; filename=\"track-record-\(context.member.session.company.slug).csv\""
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension RecordFigures {
    init(_ line: TrackRecordLine) {
        self.init(
            isBackcast: line.key.kind == .backcast, measure: ShownMeasure(line.key.measure),
            currency: line.key.currency, days: line.key.view, model: line.key.model,
            category: line.key.category.map { CategoryCode(rawValue: $0)?.label ?? $0 }, settled: line.settled,
            pending: line.pending, coverage80: line.coverage80, coverage95: line.coverage95,
            direction: line.direction?.value, directionRange: line.direction.map { $0.low...$0.high },
            moved: line.direction?.of ?? 0, baseRate: line.baseRate, wape: line.wape, naiveWape: line.naiveWape,
            bias: line.bias, mape: line.mape)
    }
}

extension DemotedLine {
    init(_ demotion: ActiveDemotion) {
        self.init(
            model: demotion.subject.model, measure: ShownMeasure(demotion.subject.measure),
            category: demotion.subject.category.map { CategoryCode(rawValue: $0)?.label ?? $0 },
            since: DayStamp(CalendarDay(utc: demotion.since)), until: DayStamp(CalendarDay(utc: demotion.until)),
            settled: demotion.settled, behind: demotion.behind, behindAtLeast: demotion.behindAtLeast)
    }
}
