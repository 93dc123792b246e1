/// A message in a list.
package struct DeliveryLine: PageValue {
    package let moment: MomentStamp
    let when: String
    let channel: String
    let occasion: String
    let state: String
    let isFlagged: Bool
    let problem: String?
    let alerts: String
    let attempts: String

    package enum Occasion: String, Sendable, CaseIterable { case opened, reminder, acknowledged, recovered, test }
    package enum State: String, Sendable, CaseIterable { case queued, delivered, failed }

    package init(
        at moment: MomentStamp, channel: String, occasion: Occasion, state: State, problem: String?, alerts: Int,
        attempts: Int, frame: PageFrame
    ) {
        let text = frame.text
        self.moment = moment
        when = text.moment(moment, in: frame.zone)
        self.channel = channel
        self.occasion =
            switch occasion {
            case .opened: text[.toldOpened]
            case .reminder: text[.toldReminder]
            case .acknowledged: text[.toldAcknowledged]
            case .recovered: text[.toldRecovered]
            case .test: text[.toldTest]
            }
        self.state =
            switch state {
            case .queued: text[.toldQueued]
            case .delivered: text[.toldDelivered]
            case .failed: text[.toldFailed]
            }
        isFlagged = state == .failed
        self.problem = problem
        self.alerts = occasion == .test ? "" : NumberText.whole(alerts)
        self.attempts = NumberText.whole(attempts)
    }

    package static let shape = Shape<DeliveryLine>([
        .text("when", \.when),
        .text("occasion", \.occasion),
        .text("state", \.state),
        .flag("isFlagged", \.isFlagged),
        .text("problem", optional: \.problem),
        .text("alerts", \.alerts),
        .text("attempts", \.attempts),
    ])
}
