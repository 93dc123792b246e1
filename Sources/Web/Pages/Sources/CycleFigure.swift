package import Routes

/// A cycle as a timeline, with the table behind it.
package struct CycleFigure: PageValue {
    /// A step as it stands.
    package struct Step: Sendable {
        /// What it does.
        package enum Kind: Sendable { case read(String), match, score, forecast }

        package let kind: Kind
        package let job: String
        /// `completed`, `dead`, `cancelled`, `running`, `waiting`, `ready`; nil for a job whose record is gone.
        package let state: String?
        package let begunAt: MomentStamp?
        package let finishedAt: MomentStamp?
        package let startsBy: MomentStamp?

        package init(
            kind: Kind, job: String, state: String?, begunAt: MomentStamp?, finishedAt: MomentStamp?,
            startsBy: MomentStamp?
        ) {
            self.kind = kind
            self.job = job
            self.state = state
            self.begunAt = begunAt
            self.finishedAt = finishedAt
            self.startsBy = startsBy
        }
    }

    let title: String
    let picture: SafeMarkup
    let steps: [CycleStepLine]
    let isLate: Bool

    package init(startedAt: MomentStamp, dueAt: MomentStamp, steps: [Step], area: ConsoleArea, frame: PageFrame) {
        let text = frame.text
        let start = startedAt.secondsSince1970
        let ends = steps.compactMap { $0.finishedAt?.secondsSince1970 }
        let isOver = steps.allSatisfy { $0.finishedAt != nil || $0.state == nil }
        let end = isOver ? ends.max() ?? start : frame.now.secondsSince1970
        isLate = end > dueAt.secondsSince1970
        title = text.fill(
            isOver ? .cycleTook : .cycleRuns,
            ["moment": text.moment(startedAt, in: frame.zone), "time": Self.span(end - start)])
        picture = CycleTimeline.markup(
            start: start, due: dueAt.secondsSince1970, end: max(end, start + 1),
            bars: steps.map { step in
                CycleTimeline.Bar(
                    label: Self.name(step, text), begin: step.begunAt?.secondsSince1970,
                    end: step.finishedAt?.secondsSince1970
                        ?? (step.state == "running" ? frame.now.secondsSince1970 : nil),
                    isBad: step.state == "dead")
            })
        self.steps = steps.map { step in
            let begun = step.begunAt?.secondsSince1970
            let finished = step.finishedAt?.secondsSince1970
            return CycleStepLine(
                step: Self.name(step, text), state: text[Self.words[step.state ?? ""] ?? .cycleGone],
                isFlagged: step.state == "dead",
                begun: begun.map { text.fill(.cycleAfter, ["time": Self.span($0 - start)]) } ?? text[.cycleNotYet],
                took: begun.flatMap { begun in finished.map { Self.span($0 - begun) } } ?? text[.cycleNotYet],
                startsBy: step.startsBy.map { text.fill(.cycleAfter, ["time": Self.span($0.secondsSince1970 - start)]) }
                    ?? text[.cycleAtOnce],
                link: JobRoute.job(area, step.job).link)
        }
    }

    private static let words: [String: TextKey] = [
        "completed": .cycleDone, "dead": .cycleDead, "cancelled": .cycleCancelled, "running": .cycleRunning,
        "waiting": .cycleWaiting, "ready": .cycleReady,
    ]

    private static func name(_ step: Step, _ text: InterfaceText) -> String {
        switch step.kind {
        case .read(let name): text.fill(.cycleRead, ["name": name])
        case .match: text[.cycleMatch]
        case .score: text[.cycleScore]
        case .forecast: text[.cycleForecast]
        }
    }

    /// `3 min 20 s`.
    static func span(_ seconds: Int64) -> String {
        let whole = max(0, seconds)
        return whole < 60 ? "\(whole)\u{00A0}s" : "\(whole / 60)\u{00A0}min \(whole % 60)\u{00A0}s"
    }

    package static let shape = Shape<CycleFigure>([
        .text("title", \.title),
        .markup("picture", \.picture),
        .list("steps", \.steps),
        .flag("isLate", \.isLate),
    ])
}
