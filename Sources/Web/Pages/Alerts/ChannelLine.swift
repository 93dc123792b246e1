package import Routes

/// A channel in a list.
package struct ChannelLine: PageValue {
    let name: String
    let kind: String
    let to: String
    let least: String
    let state: String
    let isFlagged: Bool
    let problem: String?
    let link: Link

    /// What pages are given of a channel.
    package struct Facts: Sendable {
        package let id: String
        package let kind: ShownChannelKind
        package let name: String
        package let least: ShownSeverity
        /// Of an address the host; of mail how many were chosen, 0 for all who look after the company.
        package let host: String?
        package let recipients: Int
        package let toldAt: MomentStamp?
        package let brokenWhy: String?

        package init(
            id: String, kind: ShownChannelKind, name: String, least: ShownSeverity, host: String?, recipients: Int,
            toldAt: MomentStamp?, brokenWhy: String?
        ) {
            self.id = id
            self.kind = kind
            self.name = name
            self.least = least
            self.host = host
            self.recipients = recipients
            self.toldAt = toldAt
            self.brokenWhy = brokenWhy
        }

        func to(_ text: InterfaceText) -> String {
            if let host { return host }
            return recipients > 0
                ? text.count(recipients, one: .channelPeopleOne, other: .channelPeopleOther) : text[.channelAdmins]
        }
    }

    package init(_ facts: Facts, area: ConsoleArea, frame: PageFrame) {
        let text = frame.text
        name = facts.name
        kind = facts.kind.word(text)
        to = facts.to(text)
        least = facts.least.word(text)
        isFlagged = facts.brokenWhy != nil
        problem = facts.brokenWhy
        state =
            facts.brokenWhy != nil
            ? text[.channelBroken]
            : facts.toldAt.map { text.fill(.channelTold, ["age": text.age(of: $0, at: frame.now)]) }
                ?? text[.channelNeverTold]
        link = AlertRoute.channel(area, facts.id).link
    }

    package static let shape = Shape<ChannelLine>([
        .text("name", \.name),
        .text("kind", \.kind),
        .text("to", \.to),
        .text("least", \.least),
        .text("state", \.state),
        .flag("isFlagged", \.isFlagged),
        .text("problem", optional: \.problem),
        .link("link", \.link),
    ])
}
