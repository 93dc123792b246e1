package import Routes

/// A job by hand.
package struct NewJobPage: Page {
    package enum Problem: Sendable {
        case unknownKind, unknownCompany, unreadable
    }

    let layout: Layout
    let area: ConsoleArea
    let csrf: String
    let kinds: [FilterOption]
    let company: String
    let arguments: String
    let problem: String?

    /// - Parameters:
    ///   - kinds: that may be added here.
    ///   - kind, company, arguments: what was filled in before.
    package init(
        frame: PageFrame, area: ConsoleArea, kinds: [String], kind: String? = nil, company: String = "",
        arguments: String = "{}", problem: Problem? = nil
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text[kinds.isEmpty ? .newTitleNone : .newTitle], area: area == .company ? .jobs : .staff)
        self.area = area
        csrf = frame.csrf
        self.kinds = kinds.map { name in
            var option = FilterOption(value: name, label: name)
            option.isSelected = name == kind
            return option
        }
        self.company = company
        self.arguments = arguments
        self.problem = problem.map { problem in
            switch problem {
            case .unknownKind: text[.newUnknownKind]
            case .unknownCompany: text[.newUnknownCompany]
            case .unreadable: text[.newUnreadable]
            }
        }
    }

    package static let template = "jobs/new"

    package static func program(in library: TemplateLibrary) -> Program<NewJobPage> { library.newJob }

    package static let shape = Shape<NewJobPage>([
        .part("layout", \.layout),
        .link("jobs") { JobRoute.index($0.area, JobsQuery()).link },
        .link("action") { JobRoute.new($0.area).link },
        .text("csrf", \.csrf),
        .list("kinds", \.kinds),
        .flag("hasKinds") { !$0.kinds.isEmpty },
        .text("company", \.company),
        .flag("isPlatform") { $0.area == .platform },
        .text("arguments", \.arguments),
        .text("problem", optional: \.problem),
    ])
}
