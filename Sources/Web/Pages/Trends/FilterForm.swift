import Routes

/// The filter that reads as a sentence.
struct FilterForm: PageValue {
    let categories: [FilterOption]
    let tiers: [FilterOption]
    let sources: [FilterOption]
    let minimumSources: String
    /// The past day the list is of, as a date field has it.
    let on: String?
    let hidden: [HiddenField]
    let clear: Link?

    init(_ query: TrendsQuery, categories: [FilterOption], sources: [FilterOption], text: InterfaceText) {
        self.categories = Self.choices(text[.filterAnyCategory], categories, chosen: query.category)
        tiers = Self.choices(
            text[.filterAnyTier],
            TrendTier.allCases.map { FilterOption(value: $0.rawValue, label: text.word(for: $0).lowercased()) },
            chosen: query.tier?.rawValue)
        self.sources = Self.choices(text[.filterAnySource], sources, chosen: query.source)
        minimumSources = String(query.minimumSources)
        on = query.on
        let kept: Set<TrendsQuery.Item> = [.sort, .order, .pageSize]
        hidden = query.items.filter { kept.contains($0.name) }.map {
            HiddenField(name: $0.name.rawValue, value: $0.value)
        }
        clear = query.isFiltered ? TrendRoute.index(query.unfiltered).link : nil
    }

    /// The choices with "any" first. A chosen value that is not among them is kept, or the form would silently drop it.
    private static func choices(_ any: String, _ options: [FilterOption], chosen: String?) -> [FilterOption] {
        var options = options
        if let chosen, !options.contains(where: { $0.value == chosen }) {
            options.append(FilterOption(value: chosen, label: chosen))
        }
        return ([FilterOption(value: "", label: any)] + options).map { option in
            var option = option
            option.isSelected = option.value == (chosen ?? "")
            return option
        }
    }

    static let shape = Shape<FilterForm>([
        .link("action") { _ in TrendRoute.index(TrendsQuery()).link },
        .list("categories", \.categories),
        .list("tiers", \.tiers),
        .list("sources", \.sources),
        .text("minimumSources", \.minimumSources),
        .text("on", optional: \.on),
        .list("hidden", \.hidden),
        .link("clear", optional: \.clear),
        .text("categoryName") { _ in TrendsQuery.Item.category.rawValue },
        .text("tierName") { _ in TrendsQuery.Item.tier.rawValue },
        .text("sourceName") { _ in TrendsQuery.Item.source.rawValue },
        .text("onName") { _ in TrendsQuery.Item.on.rawValue },
        .text("minimumName") { _ in TrendsQuery.Item.minimumSources.rawValue },
    ])
}
