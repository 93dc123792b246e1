/// Why a channel was not made or changed, for a person to read. Never repeats what was given.
package enum ChannelProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// No such channel in this company, or it is removed.
    case unknown
    case nameLength
    case nameTaken
    /// Not an address that can be told: https, a public host, no user name in it.
    case address
    /// Not the address of a Slack incoming webhook.
    case slackAddress
    case routingKey
    /// Somebody who is no member any more.
    case recipients
    case tooMany

    /// Channels of a company.
    package static let most = 20

    package var description: String {
        switch self {
        case .unknown: "There is no such channel."
        case .nameLength: "A channel's name has 1 to 100 characters."
        case .nameTaken: "There is a channel of this name already."
        case .address: "Give an address that begins with https:// and has a public host."
        case .slackAddress: "Give the address of a Slack incoming webhook: https://hooks.slack.com/services/…"
        case .routingKey: "A PagerDuty integration key has 32 letters and digits."
        case .recipients: "Choose members of the company."
        case .tooMany: "A company has at most \(Self.most) channels."
        }
    }
}
