import Routes

/// An event on record, as a page shows it.
package struct AuditLine: PageValue {
    let number: String
    let moment: String
    let sentence: String
    let actor: String
    let subject: String?
    let subjectLink: Link?
    let facts: String?
    let request: String?

    /// - Parameters:
    ///   - action: the word on record; one nobody knows any more is shown as it is.
    ///   - facts: name and value, in the order they are shown.
    package init(
        number: Int, moment: MomentStamp, action: String, actor: AuditWho, subject: (kind: String, name: String)?,
        facts: [(name: String, value: String)], request: String?, frame: PageFrame
    ) {
        let text = frame.text
        self.number = NumberText.whole(number)
        self.moment = text.moment(moment, in: frame.zone)
        sentence = text.sentence(ofAction: action)
        self.actor = actor.words(text)
        self.subject = subject.map { "\($0.kind) \(Self.short($0.name))" }
        subjectLink = subject.flatMap { subject in
            switch subject.kind {
            case "connection": CompanyRoute.connection(subject.name).link
            case "token": TokenRoute.index().link
            case "alert": AlertRoute.alert(.company, subject.name).link
            case "monitor": AlertRoute.monitor(.company, subject.name).link
            case "channel": AlertRoute.channel(.company, subject.name).link
            default: nil
            }
        }
        self.facts = facts.isEmpty ? nil : facts.map { "\($0.name): \($0.value)" }.joined(separator: " · ")
        self.request = request
    }

    /// Of an id its first eight digits, which is what people compare; the file has all of it.
    private static func short(_ name: String) -> String {
        let isID =
            name.utf8.count == 36
            && name.utf8.allSatisfy { $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
        return isID ? String(name.prefix(8)) : name
    }

    package static let shape = Shape<AuditLine>([
        .text("number", \.number),
        .text("moment", \.moment),
        .text("sentence", \.sentence),
        .text("actor", \.actor),
        .text("subject", optional: \.subject),
        .link("subjectLink", optional: \.subjectLink),
        .text("facts", optional: \.facts),
        .text("request", optional: \.request),
    ])
}
