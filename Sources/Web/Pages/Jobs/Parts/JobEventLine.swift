/// Something that happened to a job.
package struct JobEventLine: PageValue {
    let when: String
    let event: String
    let attempt: String
    let detail: String
    let who: String
    let isTrouble: Bool

    /// - Parameters:
    ///   - event: a word of the database; one this version does not know is shown as it is.
    ///   - person: nil where no person had to do with it.
    package init(
        at moment: MomentStamp, event: String, attempt: Int, detail: String?, person: ShownPerson?, frame: PageFrame
    ) {
        let text = frame.text
        when = text.moment(moment, in: frame.zone)
        self.event = Self.word(event, text)
        self.attempt = NumberText.whole(attempt)
        self.detail = detail ?? NumberText.nothing
        who = person?.words(text) ?? NumberText.nothing
        isTrouble = ["failed", "dead", "rescued", "fenced"].contains(event)
    }

    private static func word(_ event: String, _ text: InterfaceText) -> String {
        switch event {
        case "claimed": text[.jobEventClaimed]
        case "completed": text[.jobEventCompleted]
        case "failed": text[.jobEventFailed]
        case "rescued": text[.jobEventRescued]
        case "snoozed": text[.jobEventSnoozed]
        case "cancel_requested": text[.jobEventCancelRequested]
        case "cancelled": text[.jobEventCancelled]
        case "dead": text[.jobEventDead]
        case "replayed": text[.jobEventReplayed]
        case "released": text[.jobEventReleased]
        case "fenced": text[.jobEventFenced]
        default: event
        }
    }

    package static let shape = Shape<JobEventLine>([
        .text("when", \.when),
        .text("event", \.event),
        .text("attempt", \.attempt),
        .text("detail", \.detail),
        .text("who", \.who),
        .flag("isTrouble", \.isTrouble),
    ])
}
