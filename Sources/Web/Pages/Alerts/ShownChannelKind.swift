/// How a channel is told, as pages say it.
package enum ShownChannelKind: String, Sendable, Hashable, CaseIterable {
    case email, slack, pagerduty, webhook

    func word(_ text: InterfaceText) -> String {
        switch self {
        case .email: text[.channelEmail]
        case .slack: text[.channelSlack]
        case .pagerduty: text[.channelPagerDuty]
        case .webhook: text[.channelWebhook]
        }
    }

    /// What has to be typed; nil for mail.
    func given(_ text: InterfaceText) -> String? {
        switch self {
        case .email: nil
        case .slack: text[.channelSlackAddress]
        case .pagerduty: text[.channelRoutingKey]
        case .webhook: text[.channelAddress]
        }
    }

    func what(_ text: InterfaceText) -> String {
        switch self {
        case .email: text[.channelEmailWhat]
        case .slack: text[.channelSlackWhat]
        case .pagerduty: text[.channelPagerDutyWhat]
        case .webhook: text[.channelWebhookWhat]
        }
    }
}
