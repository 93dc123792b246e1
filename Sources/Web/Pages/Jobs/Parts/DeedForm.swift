import Routes

/// A button that does something with a job.
struct DeedForm: PageValue {
    let action: Link
    let csrf: String
    let deed: String
    let label: String
    let isQuiet: Bool

    static let shape = Shape<DeedForm>([
        .link("action", \.action),
        .text("csrf", \.csrf),
        .text("deed", \.deed),
        .text("label", \.label),
        .flag("isQuiet", \.isQuiet),
        .text("deedName") { _ in JobRoute.deedItem },
    ])

    /// The most likely one first; only that one is loud.
    static func all(area: ConsoleArea, job: String, status: JobStatus?, isStopping: Bool, frame: PageFrame)
        -> [DeedForm]
    {
        let deeds: [(JobDeed, TextKey)] =
            switch status {
            case .dead: [(.replay, .jobReplay), (.discard, .jobDiscard)]
            case .cancelled: [(.replay, .jobReplay)]
            case .waiting: [(.replay, .jobStartNow), (.cancel, .jobCancel)]
            case .ready: [(.cancel, .jobCancel)]
            case .running: isStopping ? [] : [(.cancel, .jobCancel)]
            case .completed, nil: []
            }
        return deeds.enumerated().map { index, deed in
            DeedForm(
                action: JobRoute.act(area, job).link, csrf: frame.csrf, deed: deed.0.rawValue,
                label: frame.text[deed.1],
                isQuiet: index > 0)
        }
    }
}
