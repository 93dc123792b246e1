import Routes

/// The way to the page that confirms an action on all jobs of a list.
struct DeedLink: PageValue {
    let link: Link
    let label: String

    static let shape = Shape<DeedLink>([
        .link("link", \.link),
        .text("label", \.label),
    ])

    /// What can be done with all jobs of a list.
    static func all(area: ConsoleArea, _ query: JobsQuery, text: InterfaceText) -> [DeedLink] {
        let deeds: [(JobDeed, TextKey)] =
            switch query.status {
            case .dead: [(.replay, .jobsAllReplay), (.discard, .jobsAllDiscard)]
            case .cancelled: [(.replay, .jobsAllReplay)]
            case .waiting: [(.replay, .jobsAllReplay), (.cancel, .jobsAllCancel)]
            case .ready, .running: [(.cancel, .jobsAllCancel)]
            case .completed: []
            case nil: [(.cancel, .jobsAllCancel), (.replay, .jobsAllReplay), (.discard, .jobsAllDiscard)]
            }
        return deeds.map { DeedLink(link: JobRoute.confirm(area, $0.0, query).link, label: text[$0.1]) }
    }
}
