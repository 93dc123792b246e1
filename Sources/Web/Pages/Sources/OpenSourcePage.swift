package import Routes

/// The form that has a source read that anybody may read.
package struct OpenSourcePage: Page {
    /// What stands in the form.
    package struct Typed: Sendable {
        package var name: String
        package var region: String
        package var terms: String
        package var minutes: String

        package init(name: String, region: String, terms: String, minutes: String) {
            self.name = name
            self.region = region
            self.terms = terms
            self.minutes = minutes
        }
    }

    /// What reading the first records came to.
    package struct Trial: Sendable {
        package let samples: [RecordSample]
        package let records: [DatedSample]

        package init(samples: [RecordSample], records: [DatedSample]) {
            self.samples = samples
            self.records = records
        }
    }

    let layout: Layout
    let csrf: String
    let area: ConsoleArea
    let problem: String?
    let trial: String?
    let samples: [RecordSample]
    let records: [DatedSample]
    let code: String
    let title: String
    let what: String
    let regions: [RegionChoice]
    let needsTerms: Bool
    let typed: Typed

    /// - Parameters:
    ///   - source: its code, its name, and what it shows.
    ///   - regions: its parts with their names; empty for a source that is one.
    ///   - problem: what is wrong with what was typed, or why it could not be read.
    ///   - trial: nil when it was not tried just now.
    package init(
        frame: PageFrame, area: ConsoleArea, source: (code: String, title: String, what: String),
        regions: [(value: String, label: String)], needsTerms: Bool, typed: Typed, problem: String? = nil,
        trial: Trial? = nil
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.fill(.connectionNewTitle, ["source": source.title]),
            area: area == .company ? .sources : .staff)
        csrf = frame.csrf
        self.area = area
        self.problem = problem
        self.trial = trial.map { text[$0.samples.isEmpty && $0.records.isEmpty ? .openTriedNothing : .openTried] }
        samples = trial?.samples ?? []
        records = trial?.records ?? []
        code = source.code
        title = source.title
        what = source.what
        self.regions = regions.map {
            RegionChoice(value: $0.value, label: $0.label, isChosen: $0.value == typed.region)
        }
        self.needsTerms = needsTerms
        self.typed = typed
    }

    package static let template = "sources/connect"

    package static func program(in library: TemplateLibrary) -> Program<OpenSourcePage> { library.openSource }

    package static let shape = Shape<OpenSourcePage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("problem", optional: \.problem),
        .text("trial", optional: \.trial),
        .list("samples", \.samples),
        .flag("hasSamples") { !$0.samples.isEmpty },
        .list("records", \.records),
        .flag("hasRecords") { !$0.records.isEmpty },
        .text("code", \.code),
        .text("title", \.title),
        .text("what", \.what),
        .list("regions", \.regions),
        .flag("hasRegions") { !$0.regions.isEmpty },
        .flag("needsTerms", \.needsTerms),
        .text("name", \.typed.name),
        .text("terms", \.typed.terms),
        .text("minutes", \.typed.minutes),
        .text("sourceName") { _ in SourceRoute.sourceItem },
        .link("action") { SourceRoute.connect($0.area).link },
        .link("tries") { SourceRoute.attempt($0.area).link },
        .link("back") { SourceRoute.index($0.area).link },
    ])
}
