package import Routes

/// A run: what it read, what it cost, what the watch found, and the decision when it is held.
package struct RunPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let id: String
    let csrf: String
    let connection: (id: String, name: String)
    let note: String?
    let sentence: String?
    let verdict: String?
    let isHeld: Bool
    let isFlagged: Bool
    let facts: [Fact]
    let findings: [FindingLine]
    let fields: [FieldCoverageLine]
    let errors: [RunErrorLine]

    package init(
        frame: PageFrame, area: ConsoleArea, note: SourceNote?, run: RunFacts, findings: [FindingLine],
        fields: [FieldCoverageLine], errors: [RunErrorLine]
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.fill(.runTitle, ["name": run.connection, "state": run.state.word(text)]),
            area: area == .company ? .sources : .staff)
        self.area = area
        id = run.id
        csrf = frame.csrf
        connection = (run.connectionID, run.connection)
        self.note = note.map { text[$0.text] }
        sentence = run.sentence.map { text.fill(.runSentence, ["sentence": $0]) }
        verdict = run.verdict?.sentence(text)
        isHeld = run.state == .held
        isFlagged = run.state.isFlagged
        facts = Self.facts(run, frame)
        self.findings = findings
        self.fields = fields
        self.errors = errors
    }

    private static func facts(_ run: RunFacts, _ frame: PageFrame) -> [Fact] {
        let text = frame.text
        func count(_ key: TextKey, _ number: Int) -> Fact { Fact(label: text[key], value: NumberText.whole(number)) }
        return [
            Fact(label: text[.runBegan], value: text.moment(run.startedAt, in: frame.zone)),
            Fact(
                label: text[.runEnded],
                value: run.finishedAt.map { text.moment($0, in: frame.zone) } ?? text[.runNotYet]),
            Fact(label: text[.runCompleteness], value: text[run.isComplete ? .runAll : .runPart]),
            count(.runItems, run.items), count(.runNew, run.new), count(.runChanged, run.changed),
            count(.runRejects, run.rejects), count(.runPages, run.pages),
            Fact(
                label: text[.runRequests],
                value: run.statuses.isEmpty
                    ? NumberText.whole(run.requests) : "\(NumberText.whole(run.requests)) (\(run.statuses))"),
            count(.runRetries, run.retries), count(.runUnchanged, run.unchanged),
            Fact(
                label: text[.runBytes],
                value: text.fill(
                    .runMegabytes, ["count": NumberText.decimal(Double(run.packedBytes) / 1_000_000, digits: 2)])),
            Fact(
                label: text[.runWaited],
                value: text.fill(.runSeconds, ["count": NumberText.decimal(run.waitedSeconds)])),
            count(.runAttempts, run.attempts), count(.runSignIns, run.signIns),
        ]
    }

    package static let template = "sources/run"

    package static func program(in library: TemplateLibrary) -> Program<RunPage> { library.run }

    package static let shape = Shape<RunPage>([
        .part("layout", \.layout),
        .link("back") { SourceRoute.connection($0.area, $0.connection.id).link },
        .text("connection") { $0.connection.name },
        .link("action") { SourceRoute.decide($0.area, $0.id).link },
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("sentence", optional: \.sentence),
        .text("verdict", optional: \.verdict),
        .flag("isHeld", \.isHeld),
        .flag("isFlagged", \.isFlagged),
        .list("facts", \.facts),
        .list("findings", \.findings),
        .flag("hasFindings") { !$0.findings.isEmpty },
        .list("fields", \.fields),
        .flag("hasFields") { !$0.fields.isEmpty },
        .list("errors", \.errors),
        .flag("hasErrors") { !$0.errors.isEmpty },
    ])
}
