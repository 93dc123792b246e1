import Routes

/// The filter that reads as a sentence.
struct JobFilterForm: PageValue {
    let action: Link
    let statuses: [FilterOption]
    let kinds: [FilterOption]
    let queues: [FilterOption]
    let companies: [FilterOption]
    let id: String
    let hidden: [HiddenField]
    let clear: Link?

    init(
        area: ConsoleArea, _ query: JobsQuery, kinds: [String], queues: [String], companies: [String],
        text: InterfaceText
    ) {
        action = JobRoute.index(area, JobsQuery()).link.at(JobsPage.list)
        statuses = Self.choices(
            text[.jobsFilterAny], JobStatus.allCases.map { ($0.rawValue, text.word(for: $0)) },
            chosen: query.status?.rawValue)
        self.kinds = Self.choices(text[.jobsFilterAnyKind], kinds.map { ($0, $0) }, chosen: query.kind)
        self.queues = Self.choices(text[.jobsFilterAnyQueue], queues.map { ($0, $0) }, chosen: query.queue)
        self.companies =
            area == .platform
            ? Self.choices(text[.jobsFilterAnyCompany], companies.map { ($0, $0) }, chosen: query.company) : []
        id = query.id ?? ""
        hidden = query.items.filter { $0.name == .pageSize }.map {
            HiddenField(name: $0.name.rawValue, value: $0.value)
        }
        clear = query.isFiltered ? JobRoute.index(area, JobsQuery()).link : nil
    }

    private static func choices(_ any: String, _ options: [(String, String)], chosen: String?) -> [FilterOption] {
        var options = options
        if let chosen, !options.contains(where: { $0.0 == chosen }) { options.append((chosen, chosen)) }
        return ([("", any)] + options).map { value, label in
            var option = FilterOption(value: value, label: label)
            option.isSelected = value == (chosen ?? "")
            return option
        }
    }

    static let shape = Shape<JobFilterForm>([
        .link("action", \.action),
        .list("statuses", \.statuses),
        .list("kinds", \.kinds),
        .list("queues", \.queues),
        .flag("hasCompanies") { !$0.companies.isEmpty },
        .list("companies", \.companies),
        .text("id", \.id),
        .list("hidden", \.hidden),
        .link("clear", optional: \.clear),
        .text("statusName") { _ in JobsQuery.Item.status.rawValue },
        .text("kindName") { _ in JobsQuery.Item.kind.rawValue },
        .text("queueName") { _ in JobsQuery.Item.queue.rawValue },
        .text("companyName") { _ in JobsQuery.Item.company.rawValue },
        .text("idName") { _ in JobsQuery.Item.id.rawValue },
    ])
}
