/// Something that happened to an alert, or was told of it.
package struct AlertEventLine: PageValue {
    package let moment: MomentStamp
    let when: String
    let what: String
    let who: String?

    package enum Kind: String, Sendable, CaseIterable {
        case opened, worsened, acknowledged, silenced, unsilenced, returned, resolved
    }

    /// - Parameters:
    ///   - value: the figure then.
    ///   - who: the person's name, if it was one.
    package init(
        _ kind: Kind, at moment: MomentStamp, value: String?, who: String?, frame: PageFrame
    ) {
        let text = frame.text
        self.moment = moment
        when = text.moment(moment, in: frame.zone)
        let word: TextKey =
            switch kind {
            case .opened: .alertEventOpened
            case .worsened: .alertEventWorsened
            case .acknowledged: .alertEventAcknowledged
            case .silenced: .alertEventSilenced
            case .unsilenced: .alertEventUnsilenced
            case .returned: .alertEventReturned
            case .resolved: .alertEventResolved
            }
        what = value.map { "\(text[word]) (\($0))" } ?? text[word]
        self.who = who
    }

    /// What was told, where, and what came of it.
    package init(told line: DeliveryLine) {
        moment = line.moment
        when = line.when
        what = "\(line.channel): \(line.occasion), \(line.state)"
        who = nil
    }

    package static let shape = Shape<AlertEventLine>([
        .text("when", \.when),
        .text("what", \.what),
        .text("who", optional: \.who),
    ])
}
