import Alerts
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes

/// Figures and their limits.
extension AlertsHandler {
    /// GET: all of them.
    func monitors<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        try await monitors(context, note: Self.note(of: request))
    }

    private func monitors<Context: ConsoleContext>(
        _ context: Context, note: AlertNote?, problem: String? = nil, family: String = "", threshold: String = "",
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (company, moment) = (Self.company(context), frame.now())
        let (all, living) = try await database.transaction(in: company) { transaction in
            (
                try await MonitorQueries(transaction: transaction).all(),
                try await transaction.fetch(AlertDeskQueries.living(of: company, limit: Self.mostLiving))
            )
        }
        let page = frame.page(for: context.member, freshness: nil)
        let lines = all.map { monitor in
            MonitorLine(
                id: monitor.metric.code, title: AlertSentence.title(monitor.metric),
                limit: AlertSentence.limit(monitor.metric, monitor.threshold), patienceMinutes: monitor.patience / 60,
                severity: monitor.severity.shown, isOn: monitor.isOn,
                silencedUntil: monitor.silencedUntil.flatMap { $0 > moment ? MomentStamp($0) : nil },
                open: living.count { $0.monitor == monitor.id }, area: Context.area, frame: page)
        }
        return templates.live(
            MonitorsPage(
                frame: page, area: Context.area, note: note, problem: problem, lines: lines, family: family,
                threshold: threshold), status: status)
    }

    /// POST: watches another figure, for the platform.
    func watch<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let (family, typed) = (form["family"] ?? "", form["threshold"] ?? "")
        let (actor, moment) = (Self.actor(context), frame.now())
        func again(_ problem: String) async throws -> Response {
            try await monitors(
                context, note: nil, problem: problem, family: family, threshold: typed, status: .unprocessableContent)
        }
        guard let threshold = Self.number(typed) else { return try await again(InterfaceText.english[.monitorNumber]) }
        do {
            try await database.transaction(in: Self.company(context)) { transaction in
                try await MonitorQueries(transaction: transaction)
                    .add(family, threshold: threshold, by: actor, at: moment)
            }
        } catch let problem as MonitorProblem {
            return try await again(problem.description)
        }
        return Response.redirect(to: AlertRoute.monitors(Context.area, .watched).path)
    }

    /// GET: the form of one.
    func monitor<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        try await form(of: try await find(context), context, problem: nil, status: .ok)
    }

    /// POST: another limit, or silence for a while.
    func change<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let body = try await FormBody(of: request, for: context.member.token)
        let monitor = try await find(context)
        let (actor, moment) = (Self.actor(context), frame.now())
        if body[AlertRoute.deedItem] == "silence" {
            guard let hours = Self.hours(body) else { throw NotFound() }
            try await database.transaction(in: Self.company(context)) { transaction in
                try await MonitorQueries(transaction: transaction).silence(
                    monitor.metric, until: hours == 0 ? nil : moment + Double(hours) * 3_600, by: actor, at: moment)
                // Whoever was to be told meanwhile is told now.
                if hours == 0 { try await WatchFigures.request(in: transaction) }
            }
            return Response.redirect(
                to: AlertRoute.monitors(Context.area, hours == 0 ? .unsilenced : .silenced).path)
        }
        guard let severity = body["severity"].flatMap(AlertSeverity.init(rawValue:)) else { throw NotFound() }
        let typed = MonitorPage.Typed(threshold: body["threshold"] ?? "", patience: body["patience"] ?? "")
        guard let threshold = Self.number(typed.threshold), let patience = Int(typed.patience) else {
            return try await form(
                of: monitor, context, typed: typed, problem: InterfaceText.english[.monitorNumber],
                status: .unprocessableContent)
        }
        let change = MonitorChange(
            threshold: threshold, patienceMinutes: patience, severity: severity, isOn: body["on"] == "yes")
        do {
            try await database.transaction(in: Self.company(context)) { transaction in
                try await MonitorQueries(transaction: transaction)
                    .change(monitor.metric, change, by: actor, at: moment)
                try await WatchFigures.request(in: transaction)
            }
        } catch let problem as MonitorProblem {
            return try await form(
                of: monitor, context, typed: typed, problem: problem.description, status: .unprocessableContent)
        }
        return Response.redirect(to: AlertRoute.monitors(Context.area, .changed).path)
    }

    private func form<Context: ConsoleContext>(
        of monitor: Monitor, _ context: Context, typed: MonitorPage.Typed? = nil, problem: String?,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let page = frame.page(for: context.member, freshness: nil)
        let moment = frame.now()
        let facts = MonitorPage.Facts(
            id: monitor.metric.code, title: AlertSentence.title(monitor.metric), side: monitor.metric.side.shown,
            usual: AlertSentence.limit(monitor.metric, monitor.metric.usualThreshold),
            unit: monitor.metric.unit.name,
            typed: typed
                ?? MonitorPage.Typed(
                    threshold: Self.text(monitor.threshold), patience: "\(monitor.patience / 60)"),
            severity: monitor.severity.shown, isOn: monitor.isOn,
            silencedUntil: monitor.silencedUntil.flatMap { $0 > moment ? MomentStamp($0) : nil })
        return templates.live(
            MonitorPage(frame: page, area: Context.area, problem: problem, facts: facts), status: status)
    }

    /// The monitor of the figure in the address.
    private func find<Context: ConsoleContext>(_ context: Context) async throws -> Alerts.Monitor {
        let metric = context.parameters.get(AlertRoute.monitorParameter).flatMap { MonitoredMetric(code: $0) }
        let all = try await database.transaction(in: Self.company(context)) { transaction in
            try await MonitorQueries(transaction: transaction).all()
        }
        guard let metric, let monitor = all.first(where: { $0.metric == metric }) else { throw NotFound() }
        return monitor
    }

    /// A number as people type it.
    private static func number(_ text: String) -> Double? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        guard trimmed.wholeMatch(of: #/-?[0-9]{1,12}(\.[0-9]{1,6})?/#) != nil else { return nil }
        return Double(trimmed)
    }

    /// A number as it is typed.
    private static func text(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }
}
