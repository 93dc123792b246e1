package import Connections

/// How a channel is told. Twin of the check on `alert_channels.kind` (parity test).
package enum ChannelKind: String, Sendable, Hashable, CaseIterable {
    case email, slack, pagerduty, webhook

    /// What has to be given for it, which is stored sealed; nil for mail, which goes to members.
    package var given: SecretField? {
        switch self {
        case .email: nil
        case .slack, .webhook: .channelAddress
        case .pagerduty: .routingKey
        }
    }

    /// Whether it is a program that keeps what it is told, and not somebody who reads it.
    package var isProgram: Bool { self == .pagerduty || self == .webhook }
}

extension SecretField {
    /// The address of a Slack or webhook channel. Whoever has it may post there.
    package static let channelAddress = SecretField(rawValue: "address")
    /// What PagerDuty calls an integration key.
    package static let routingKey = SecretField(rawValue: "routing_key")
    /// What a webhook's messages are signed with.
    package static let signingKey = SecretField(rawValue: "signing_key")
}
