import Routes

/// The form that connects a source.
package struct NewConnectionPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let problem: String?
    let source: String
    let title: String
    let name: String
    let fields: [LoginFieldInput]
    let terms: String
    let confirmation: String
    let version: String
    let canTry: Bool
    let trial: String?
    let samples: [RecordSample]

    /// What trying a login came to: a sentence, and the first records.
    package struct Trial: Sendable {
        package let isGood: Bool
        package let sentence: String
        package let samples: [RecordSample]

        package init(isGood: Bool, sentence: String, samples: [RecordSample]) {
            self.isGood = isGood
            self.sentence = sentence
            self.samples = samples
        }
    }

    /// - Parameters:
    ///   - source: its code and its title.
    ///   - name: what stands in the form for the connection's own name.
    ///   - terms: what the source says about such use.
    ///   - version: of the text that is confirmed.
    ///   - canTry: whether a login of this source can be tried.
    ///   - trial: what trying one came to just now.
    package init(
        frame: PageFrame, source: (code: String, title: String), name: String, fields: [LoginFieldInput], terms: String,
        version: Int, problem: ConnectionFormProblem? = nil, canTry: Bool = false, trial: Trial? = nil
    ) {
        let text = frame.text
        layout = Layout(frame, title: text.fill(.connectionNewTitle, ["source": source.title]), area: .company)
        tabs = TabLink.all(current: .connections, text)
        csrf = frame.csrf
        self.problem = problem?.sentence(text) ?? (trial?.isGood == false ? trial?.sentence : nil)
        self.canTry = canTry
        self.trial = trial?.isGood == true ? trial?.sentence : nil
        samples = trial?.samples ?? []
        self.source = source.code
        title = source.title
        self.name = name
        self.fields = fields
        self.terms = terms
        confirmation = text.fill(.connectionConfirm, ["company": frame.company, "source": source.title])
        self.version = String(version)
    }

    package static let template = "company/new-connection"

    package static func program(in library: TemplateLibrary) -> Program<NewConnectionPage> { library.newConnection }

    package static let shape = Shape<NewConnectionPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("problem", optional: \.problem),
        .text("source", \.source),
        .text("title", \.title),
        .text("name", \.name),
        .list("fields", \.fields),
        .text("terms", \.terms),
        .text("confirmation", \.confirmation),
        .text("version", \.version),
        .text("sourceName") { _ in CompanyRoute.sourceItem },
        .flag("canTry", \.canTry),
        .text("trial", optional: \.trial),
        .list("samples", \.samples),
        .flag("hasSamples") { !$0.samples.isEmpty },
        .link("tries") { _ in CompanyRoute.tryConnection.link },
        .link("action") { _ in CompanyRoute.newConnection().link },
        .link("back") { _ in CompanyRoute.connections().link },
    ])
}
