import Routes

/// The button that stops a queue, kind or schedule, or lets it go on.
package struct PauseForm: PageValue {
    let action: Link
    let csrf: String
    let hidden: [HiddenField]
    let label: String

    /// - Parameters:
    ///   - fields: what is stopped, as the handler reads it.
    ///   - isPaused: whether it is stopped now, so that the button lets it go on.
    init(action: Link, fields: [(String, String)], isPaused: Bool, frame: PageFrame) {
        self.action = action
        csrf = frame.csrf
        hidden = (fields + [(JobRoute.deedItem, (isPaused ? JobDeed.resume : .pause).rawValue)]).map {
            HiddenField(name: $0.0, value: $0.1)
        }
        label = frame.text[isPaused ? .jobsResume : .jobsPause]
    }

    package static let shape = Shape<PauseForm>([
        .link("action", \.action),
        .text("csrf", \.csrf),
        .list("hidden", \.hidden),
        .text("label", \.label),
    ])
}
