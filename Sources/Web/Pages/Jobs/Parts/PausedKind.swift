package import Routes

/// A kind of job that people have stopped.
package struct PausedKind: PageValue {
    let name: String
    let since: String
    let form: PauseForm?

    /// - Parameter isTheirs: stopped by the platform, and a company's admin looks.
    package init(
        area: ConsoleArea, kind: String, company: String?, since: MomentStamp, isTheirs: Bool, frame: PageFrame
    ) {
        let text = frame.text
        name = [kind, company].compactMap(\.self).joined(separator: " · ")
        self.since =
            isTheirs
            ? text[.jobsPausedByHouse] : text.fill(.jobsPausedSince, ["age": text.age(of: since, at: frame.now)])
        form =
            isTheirs || company != nil
            ? nil
            : PauseForm(action: JobRoute.pauses(area).link, fields: [("kind", kind)], isPaused: true, frame: frame)
    }

    package static let shape = Shape<PausedKind>([
        .text("name", \.name),
        .text("since", \.since),
        .part("form", optional: \.form),
    ])
}
