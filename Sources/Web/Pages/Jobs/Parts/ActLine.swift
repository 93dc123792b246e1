package import Routes

/// What somebody did with jobs.
package struct ActLine: PageValue {
    let what: String
    let subject: String
    let who: String

    /// - Parameters:
    ///   - subject: an id, a filter in words, or `queue:name` and its like.
    ///   - company: its slug, where several are shown.
    package init(
        deed: JobDeed, jobs: Int, subject: String, company: String?, person: ShownPerson, at moment: MomentStamp,
        frame: PageFrame
    ) {
        let text = frame.text
        let count = text.count(jobs, one: .jobsOne, other: .jobsOther)
        what =
            switch deed {
            case .cancel: text.fill(.jobsActCancel, ["count": count])
            case .replay: text.fill(.jobsActReplay, ["count": count])
            case .discard: text.fill(.jobsActDiscard, ["count": count])
            case .pause: text.fill(.jobsActPause, ["subject": subject])
            case .resume: text.fill(.jobsActResume, ["subject": subject])
            case .enqueue: text[.jobsActEnqueue]
            }
        self.subject = [deed == .pause || deed == .resume ? nil : subject, company].compactMap(\.self)
            .joined(separator: " · ")
        who = text.fill(.jobsActLine, ["who": person.words(text), "age": text.age(of: moment, at: frame.now)])
    }

    package static let shape = Shape<ActLine>([
        .text("what", \.what),
        .text("subject", \.subject),
        .text("who", \.who),
    ])
}
