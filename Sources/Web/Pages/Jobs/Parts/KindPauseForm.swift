import Routes

/// Chooses a kind of job to stop.
struct KindPauseForm: PageValue {
    let action: Link
    let csrf: String
    let kinds: [FilterOption]

    init(area: ConsoleArea, kinds: [String], frame: PageFrame) {
        action = JobRoute.pauses(area).link
        csrf = frame.csrf
        self.kinds = kinds.map { FilterOption(value: $0, label: $0) }
    }

    static let shape = Shape<KindPauseForm>([
        .link("action", \.action),
        .text("csrf", \.csrf),
        .list("kinds", \.kinds),
        .text("deedName") { _ in JobRoute.deedItem },
        .text("deed") { _ in JobDeed.pause.rawValue },
    ])
}
