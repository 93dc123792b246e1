import Alerts
import Foundation
import TestSupport
import Testing

/// What follows from figures, without a database.
@Suite struct AlertBookTests {
    private static let now = Date(timeIntervalSince1970: 1_763_683_200)

    private static func monitor(
        _ metric: MonitoredMetric = .failures, threshold: Double? = nil, patience: Int = 0, isOn: Bool = true
    ) -> Alerts.Monitor {
        Alerts.Monitor(
            id: MonitorID(), metric: metric, threshold: threshold ?? metric.usualThreshold, patience: patience,
            severity: .warning, isOn: isOn, isDefault: true, silencedUntil: nil)
    }

    private static func survey(_ metric: MonitoredMetric, _ values: [String: Double?]) -> MetricSurvey {
        var survey = MetricSurvey()
        survey.add(
            metric,
            values.sorted { $0.key < $1.key }.map { MetricReading(metric, subject: $0, name: $0, value: $1) })
        return survey
    }

    private static func alert(
        _ monitor: Alerts.Monitor, _ subject: String = "a", _ state: AlertState = .open, worst: Double = 3,
        began: Double = 0, calm: Double? = nil, returns: Int = 0, resolved: Double? = nil
    ) -> LivingAlert {
        LivingAlert(
            id: AlertID(), monitor: monitor.id, subject: subject, state: state, worst: worst, beganAt: now + began,
            calmSince: calm.map { now + $0 }, returns: returns, resolvedAt: resolved.map { now + $0 })
    }

    private static func changes(
        _ monitor: Alerts.Monitor, _ alerts: [LivingAlert], _ survey: MetricSurvey
    ) -> [AlertChange] {
        AlertBook(monitors: [monitor], alerts: alerts, at: now).changes(after: survey)
    }

    @Test(arguments: [
        (MonitoredMetric.failures, 2.0, false), (.failures, 3, true), (.age, 24, false), (.age, 24.1, true),
        (.success, 95, false), (.success, 94.9, true), (.queue, 1_000, false), (.queue, 1_001, true),
        (.failures, .nan, false), (.age, .infinity, false),
    ])
    func a_figure_beyond_its_limit_is_an_alert(metric: MonitoredMetric, value: Double, isAlert: Bool) {
        let found = Self.changes(Self.monitor(metric, patience: 0), [], Self.survey(metric, ["a": value]))
        #expect(found.isEmpty == !isAlert)
    }

    /// What is read once a day may be a day old, and as much older as what is read every hour.
    @Test(arguments: [(46.9, false), (47.1, true)])
    func what_is_read_less_often_may_be_older(hours: Double, isAlert: Bool) {
        var survey = MetricSurvey()
        survey.add(.age, [MetricReading(.age, subject: "a", name: "a", value: hours, allowance: 23)])
        #expect(Self.changes(Self.monitor(.age), [], survey).isEmpty == !isAlert)
    }

    @Test func what_goes_on_is_one_alert_and_says_when_it_gets_worse() {
        let monitor = Self.monitor()
        let alert = Self.alert(monitor)
        guard
            case .hold(alert.id, _, isWorse: false)? = Self.changes(monitor, [alert], Self.survey(.failures, ["a": 3]))
                .first
        else {
            Issue.record("it is not held")
            return
        }
        guard
            case .hold(alert.id, _, isWorse: true)? = Self.changes(monitor, [alert], Self.survey(.failures, ["a": 9]))
                .first
        else {
            Issue.record("it did not get worse")
            return
        }
    }

    @Test func what_sways_must_stay_beyond_and_is_forgotten_when_it_does_not() {
        let monitor = Self.monitor(.queue, patience: 300)
        let high = Self.survey(.queue, ["": 2_000])
        guard case .begin(_, _, isOpen: false)? = Self.changes(monitor, [], high).first else {
            Issue.record("it does not begin")
            return
        }
        let young = Self.alert(monitor, "", .pending, began: -299)
        let old = Self.alert(monitor, "", .pending, began: -300)
        guard case .hold? = Self.changes(monitor, [young], high).first,
            case .open? = Self.changes(monitor, [old], high).first
        else {
            Issue.record("patience is not kept")
            return
        }
        #expect(Self.changes(monitor, [old], Self.survey(.queue, ["": 10])) == [.forget(old.id)])
    }

    @Test func it_recovers_when_it_has_been_calm_for_long_enough() {
        let monitor = Self.monitor(.queue, patience: 0)
        let low = Self.survey(.queue, ["": 10])
        let fresh = Self.alert(monitor, "", calm: nil)
        let calm = Self.alert(monitor, "", calm: -300)
        guard case .calm? = Self.changes(monitor, [fresh], low).first,
            case .resolve(_, .recovered, _)? = Self.changes(monitor, [calm], low).first
        else {
            Issue.record("it does not wait, or does not recover")
            return
        }
        // Once it was back twice within the hour, five minutes are not believed any more.
        let flutter = Self.alert(monitor, "", calm: -300, returns: 2)
        guard case .calm? = Self.changes(monitor, [flutter], low).first else {
            Issue.record("a flutter is believed")
            return
        }
    }

    @Test func nothing_follows_from_what_could_not_be_read_or_says_nothing() {
        let monitor = Self.monitor()
        let alert = Self.alert(monitor)
        #expect(Self.changes(monitor, [alert], MetricSurvey()).isEmpty)
        #expect(Self.changes(monitor, [alert], Self.survey(.failures, ["a": nil])).isEmpty)
        #expect(Self.changes(monitor, [alert], Self.survey(.failures, [:])) == [.resolve(alert.id, .gone, nil)])
        let off = Alerts.Monitor(
            id: monitor.id, metric: .failures, threshold: 3, patience: 0, severity: .warning, isOn: false,
            isDefault: true, silencedUntil: nil)
        #expect(Self.changes(off, [alert], MetricSurvey()) == [.resolve(alert.id, .switchedOff, nil)])
    }

    @Test func what_comes_back_soon_is_the_same_and_later_another() {
        let monitor = Self.monitor()
        let high = Self.survey(.failures, ["a": 5])
        for monitor in [monitor, Self.monitor(patience: 300)] {
            let soon = Self.alert(monitor, "a", .resolved, resolved: -3_599)
            guard case .bringBack(soon.id, _)? = Self.changes(monitor, [soon], high).first else {
                Issue.record("it is another one")
                return
            }
        }
        let late = Self.alert(monitor, "a", .resolved, resolved: -3_600)
        guard case .begin(_, _, isOpen: true)? = Self.changes(monitor, [late], high).first else {
            Issue.record("it is the same")
            return
        }
    }

    /// Figures that flutter at random for a day, looked at every minute.
    @Test(arguments: (1...20).map { UInt64($0) }, [0, 300])
    func one_subject_is_told_at_most_three_times_an_hour_however_it_flutters(seed: UInt64, patience: Int) {
        var random = SeededRandom(seed: seed)
        let monitor = Self.monitor(.queue, patience: patience)
        var alert: LivingAlert?
        var told: [Date] = []
        for minute in 0..<1_440 {
            let now = Self.now + Double(minute) * 60
            // Stays where it is for some minutes, so that it does recover at times.
            let value = Double.random(in: 0..<1, using: &random) < 0.2 ? 10.0 : 5_000.0
            let readings = Self.survey(.queue, ["": minute % 17 < 7 ? 10.0 : value])
            let changes = AlertBook(monitors: [monitor], alerts: alert.map { [$0] } ?? [], at: now)
                .changes(after: readings)
            #expect(changes.count <= 1)
            guard let change = changes.first else { continue }
            func next(
                _ state: AlertState, calm: Date?, returns: Int, resolved: Date? = nil, id: AlertID? = nil,
                began: Date? = nil
            ) -> LivingAlert {
                LivingAlert(
                    id: id ?? alert?.id ?? AlertID(), monitor: monitor.id, subject: "", state: state, worst: 1,
                    beganAt: began ?? alert?.beganAt ?? now, calmSince: calm, returns: returns, resolvedAt: resolved)
            }
            switch change {
            case .begin(_, _, let isOpen):
                if isOpen { told.append(now) }
                alert = next(isOpen ? .open : .pending, calm: nil, returns: 0, id: AlertID(), began: now)
            case .bringBack:
                told.append(now)
                alert = next(.open, calm: nil, returns: (alert?.returns ?? 0) + 1)
            case .open:
                told.append(now)
                alert = next(.open, calm: nil, returns: 0)
            case .forget: alert = nil
            case .hold: alert = next(alert?.state ?? .open, calm: nil, returns: alert?.returns ?? 0)
            case .calm: alert = next(.open, calm: alert?.calmSince ?? now, returns: alert?.returns ?? 0)
            case .resolve: alert = next(.resolved, calm: nil, returns: alert?.returns ?? 0, resolved: now)
            }
        }
        #expect(told.count > 1, "seed \(seed)")
        for moment in told {
            #expect(told.count { $0 >= moment && $0.timeIntervalSince(moment) < 3_600 } <= 3, "seed \(seed)")
        }
    }
}
