import Alerts
import Foundation
import Pages

/// Rows of alerts as pages show them.
extension AlertFacts {
    /// - Parameter owner: the name of whoever looks after it.
    init(_ row: AlertRow, owner: String?, at moment: Date) {
        let unit = row.metric.unit
        self.init(
            id: "\(row.id)", sentence: row.sentence, figure: AlertSentence.title(row.metric),
            limit: AlertSentence.limit(row.metric, row.threshold), latest: unit.text(row.latest),
            worst: unit.text(row.worst), detail: row.detail, severity: row.severity.shown,
            state: row.isSilent(at: moment) ? .silenced : row.state.shown,
            openedAt: MomentStamp(row.openedAt), silencedUntil: row.silencedUntil.map(MomentStamp.init),
            acknowledgedBy: owner, resolvedAt: row.resolvedAt.map(MomentStamp.init),
            resolution: row.resolution?.shown, returns: row.returns, subject: Self.subject(row))
    }

    /// Where the evidence is.
    private static func subject(_ row: AlertRow) -> AlertSubjectLink? {
        switch row.metric {
        case .failures, .age, .success, .volume, .held, .login: .connection(row.subject)
        case .cycle: .cycles
        case .deadJobs: .deadJobs
        case .contradictions: .product(row.subject)
        case .queue: .jobs
        case .channel: .channel(row.subject)
        case .narrowed, .storage, .faults, .pool, .process: nil
        }
    }
}

extension AlertState {
    var shown: ShownAlertState {
        switch self {
        case .pending, .open: .open
        case .acknowledged: .acknowledged
        case .resolved: .resolved
        }
    }
}

extension AlertSeverity {
    var shown: ShownSeverity {
        switch self {
        case .notice: .notice
        case .warning: .warning
        case .critical: .critical
        }
    }
}

extension AlertResolution {
    var shown: ShownResolution {
        switch self {
        case .recovered: .recovered
        case .closed: .closed
        case .gone: .gone
        case .switchedOff: .switchedOff
        }
    }
}

extension AlertEventKind {
    var shown: AlertEventLine.Kind {
        switch self {
        case .opened: .opened
        case .worsened: .worsened
        case .acknowledged: .acknowledged
        case .silenced: .silenced
        case .unsilenced: .unsilenced
        case .returned: .returned
        case .resolved: .resolved
        }
    }
}

extension MetricSide {
    var shown: MonitorPage.Facts.Side {
        switch self {
        case .atLeast: .atLeast
        case .above: .above
        case .below: .below
        }
    }
}

extension MetricUnit {
    /// What stands beside the field of a limit; nil for what is counted.
    var name: String? {
        switch self {
        case .hours: "h"
        case .minutes: "min"
        case .percent: "%"
        case .count, .number: nil
        }
    }
}

extension ChannelKind {
    var shown: ShownChannelKind {
        switch self {
        case .email: .email
        case .slack: .slack
        case .pagerduty: .pagerduty
        case .webhook: .webhook
        }
    }
}

extension ChannelLine.Facts {
    init(_ row: ChannelRow) {
        self.init(
            id: "\(row.id)", kind: row.kind.shown, name: row.name, least: row.least.shown, host: row.host,
            recipients: row.recipients.count, toldAt: row.toldAt.map(MomentStamp.init), brokenWhy: row.brokenWhy)
    }
}

extension DeliveryLine {
    init(_ row: DeliveryRow, _ frame: PageFrame) {
        let occasion: Occasion =
            switch row.occasion {
            case .opened: .opened
            case .reminder: .reminder
            case .acknowledged: .acknowledged
            case .recovered: .recovered
            case .test: .test
            }
        let state: State =
            switch row.state {
            case .queued: .queued
            case .delivered: .delivered
            case .failed: .failed
            }
        self.init(
            at: MomentStamp(row.queuedAt), channel: row.channelName, occasion: occasion, state: state,
            problem: row.problem, alerts: row.alerts, attempts: row.attempts, frame: frame)
    }
}
