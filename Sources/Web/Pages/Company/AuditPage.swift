package import Routes

/// Who did what in the company.
package struct AuditPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let query: AuditQuery
    let areas: [FilterOption]
    let people: [FilterOption]
    let lines: [AuditLine]
    let next: Link?
    let problem: String?

    /// - Parameters:
    ///   - areas: the words that can be chosen.
    ///   - people: the members that can be chosen, by id.
    ///   - next: the number after which the next page begins; nil on the last.
    ///   - isBadDate: whether a day in the filter could not be read.
    package init(
        frame: PageFrame, query: AuditQuery, areas: [String], people: [(id: String, name: String)], lines: [AuditLine],
        next: Int?, isBadDate: Bool
    ) {
        let text = frame.text
        let title =
            lines.isEmpty
            ? text[query.isFiltered ? .auditTitleNoResult : .auditTitleNone]
            : text[query.isFiltered ? .auditTitleFiltered : .auditTitle]
        layout = Layout(frame, title: title, area: .company)
        tabs = TabLink.all(current: .audit, text)
        self.query = query
        self.areas = Self.options(
            any: text[.auditAnyArea], areas.map { ($0, text.word(forAuditArea: $0)) }, chosen: query.area)
        self.people = Self.options(
            any: text[.auditAnybody], people.map { ($0.id, $0.name) }, chosen: query.person)
        self.lines = lines
        self.next = next.map { CompanyRoute.audit(query.at(before: $0)).link }
        problem = isBadDate ? text[.auditBadDate] : nil
    }

    private static func options(
        any: String, _ choices: [(value: String, label: String)], chosen: String?
    ) -> [FilterOption] {
        var all = [(value: "", label: any)] + choices
        if let chosen, !all.contains(where: { $0.value == chosen }) { all.append((chosen, chosen)) }
        return all.map { choice in
            var option = FilterOption(value: choice.value, label: choice.label)
            option.isSelected = choice.value == (chosen ?? "")
            return option
        }
    }

    package static let template = "company/audit"

    package static func program(in library: TemplateLibrary) -> Program<AuditPage> { library.audit }

    package static let shape = Shape<AuditPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("problem", optional: \.problem),
        .link("action") { _ in CompanyRoute.audit(AuditQuery()).link },
        .link("export") { CompanyRoute.auditExport($0.query.at(before: nil)).link },
        .link("clear", optional: { $0.query.isFiltered ? CompanyRoute.audit(AuditQuery()).link : nil }),
        .list("areas", \.areas),
        .list("people", \.people),
        .text("areaName") { _ in AuditQuery.Item.area.rawValue },
        .text("personName") { _ in AuditQuery.Item.person.rawValue },
        .text("fromName") { _ in AuditQuery.Item.from.rawValue },
        .text("untilName") { _ in AuditQuery.Item.until.rawValue },
        .text("from") { $0.query.from ?? "" },
        .text("until") { $0.query.until ?? "" },
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .link("next", optional: \.next),
        .link("first", optional: { $0.query.before == nil ? nil : CompanyRoute.audit($0.query.at(before: nil)).link }),
    ])
}
