package import Routes

/// The company itself: what it is called, counts in, and whose days it keeps.
package struct CompanyPage: Page {
    /// What stands in the form.
    package struct Values: Sendable, Hashable {
        package var name: String
        package var currency: String
        package var timeZone: String

        package init(name: String, currency: String, timeZone: String) {
            self.name = name
            self.currency = currency
            self.timeZone = timeZone
        }
    }

    /// Why a change was not made.
    package enum Problem: Sendable, Hashable { case name, currency, timeZone }

    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let note: String?
    let problem: String?
    let values: Values
    let slug: String
    let isOwner: Bool
    let asksJudge: Bool
    let judgeState: String

    /// - Parameters:
    ///   - isOwner: whether the person may change it.
    ///   - asksJudge: whether a model may be asked about the company's listings.
    package init(
        frame: PageFrame, values: Values, slug: String, isOwner: Bool, asksJudge: Bool,
        note: CompanyNote? = nil, problem: Problem? = nil
    ) {
        let text = frame.text
        layout = Layout(frame, title: frame.company, area: .company)
        tabs = TabLink.all(current: .company, text)
        csrf = frame.csrf
        self.note = note.map { text.sentence(of: $0) }
        self.problem = problem.map { problem in
            switch problem {
            case .name: text[.companyNameProblem]
            case .currency: text[.companyCurrencyProblem]
            case .timeZone: text[.companyZoneProblem]
            }
        }
        self.values = values
        self.slug = slug
        self.isOwner = isOwner
        self.asksJudge = asksJudge
        judgeState = text[asksJudge ? .companyJudgeOn : .companyJudgeOff]
    }

    package static let template = "company/index"

    package static func program(in library: TemplateLibrary) -> Program<CompanyPage> { library.company }

    package static let shape = Shape<CompanyPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .text("name") { $0.values.name },
        .text("currency") { $0.values.currency },
        .text("timeZone") { $0.values.timeZone },
        .text("slug", \.slug),
        .flag("isOwner", \.isOwner),
        .flag("asksJudge", \.asksJudge),
        .text("judgeState", \.judgeState),
        .link("judgeAction") { _ in CompanyRoute.judge.link },
        .link("action") { _ in CompanyRoute.index().link },
    ])
}
