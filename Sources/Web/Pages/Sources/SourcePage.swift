package import Routes

/// A connection with its runs, what its records say, and the first of them.
package struct SourcePage: Page {
    let layout: Layout
    let area: ConsoleArea
    let id: String
    let csrf: String
    let note: String?
    let problem: String?
    let facts: [Fact]
    let canRead: Bool
    let canPause: Bool
    let canResume: Bool
    let settings: Link?
    let runs: [RunListLine]
    let fields: [FieldCoverageLine]
    let samples: [RecordSample]
    let records: [DatedSample]

    /// What a page says of the connection.
    package struct Facts: Sendable {
        package let id: String
        package let name: String
        package let source: String
        package let health: ShownHealth
        package let note: String?
        package let checkedAt: MomentStamp?
        package let everyMinutes: Int
        package let pausedAt: MomentStamp?
        /// Why the source is switched off; nil when it is not.
        package let stop: String?
        package let isRevoked: Bool
        package let needsLogin: Bool
        /// Records there are in all.
        package let listings: Int

        package init(
            id: String, name: String, source: String, health: ShownHealth, note: String?, checkedAt: MomentStamp?,
            everyMinutes: Int, pausedAt: MomentStamp?, stop: String?, isRevoked: Bool, needsLogin: Bool, listings: Int
        ) {
            self.id = id
            self.name = name
            self.source = source
            self.health = health
            self.note = note
            self.checkedAt = checkedAt
            self.everyMinutes = everyMinutes
            self.pausedAt = pausedAt
            self.stop = stop
            self.isRevoked = isRevoked
            self.needsLogin = needsLogin
            self.listings = listings
        }
    }

    package init(
        frame: PageFrame, area: ConsoleArea, note: SourceNote?, facts: Facts, runs: [RunListLine],
        fields: [FieldCoverageLine], samples: [RecordSample], records: [DatedSample]
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.fill(.sourceTitle, ["name": facts.name, "state": text.word(for: facts.health)]),
            area: area == .company ? .sources : .staff)
        self.area = area
        id = facts.id
        csrf = frame.csrf
        self.note = note.map { text[$0.text] }
        problem =
            facts.stop.map { text.fill(.sourceOffWhy, ["reason": $0]) } ?? (facts.health == .working ? nil : facts.note)
        let paused = facts.pausedAt.map { text.fill(.sourcePausedSince, ["moment": text.moment($0, in: frame.zone)]) }
        self.facts = [
            Fact(label: text[.connectionsSource], value: facts.source),
            Fact(
                label: text[.sourceRead],
                value: paused ?? text.fill(.sourceEvery, ["minutes": NumberText.whole(facts.everyMinutes)])),
            Fact(
                label: text[.sourceLast],
                value: facts.checkedAt.map { text.moment($0, in: frame.zone) } ?? text[.sourceNeverRead]),
            Fact(label: text[.sourceRecords], value: NumberText.whole(facts.listings)),
        ]
        let isAlive = !facts.isRevoked && facts.stop == nil
        canRead = isAlive
        canPause = !facts.isRevoked && facts.pausedAt == nil
        canResume = !facts.isRevoked && facts.pausedAt != nil
        settings = facts.needsLogin && area == .company ? CompanyRoute.connection(facts.id).link : nil
        self.runs = runs
        self.fields = fields
        self.samples = samples
        self.records = records
    }

    package static let template = "sources/source"

    package static func program(in library: TemplateLibrary) -> Program<SourcePage> { library.source }

    package static let shape = Shape<SourcePage>([
        .part("layout", \.layout),
        .link("back") { SourceRoute.index($0.area).link },
        .link("action") { SourceRoute.act($0.area, $0.id).link },
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .list("facts", \.facts),
        .flag("canRead", \.canRead),
        .flag("canPause", \.canPause),
        .flag("canResume", \.canResume),
        .link("settings", optional: \.settings),
        .list("runs", \.runs),
        .flag("hasRuns") { !$0.runs.isEmpty },
        .list("fields", \.fields),
        .flag("hasFields") { !$0.fields.isEmpty },
        .list("samples", \.samples),
        .flag("hasSamples") { !$0.samples.isEmpty },
        .list("records", \.records),
        .flag("hasRecords") { !$0.records.isEmpty },
    ])
}
