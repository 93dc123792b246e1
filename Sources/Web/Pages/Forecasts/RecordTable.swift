/// Rows of a track record under one heading.
struct RecordTable: PageValue {
    let heading: String
    let what: String
    let lines: [RecordLine]
    let byModel: [RecordLine]
    let byCategory: [RecordLine]

    /// - Returns: nil where there is nothing of the kind.
    init?(_ figures: [RecordFigures], isBackcast: Bool, text: InterfaceText) {
        let own = figures.filter { $0.isBackcast == isBackcast }
        guard !own.isEmpty else { return nil }
        heading = text[isBackcast ? .recordBackcasts : .recordLive]
        what = text[isBackcast ? .recordBackcastsWhat : .recordLiveWhat]
        lines = own.filter { $0.model == nil && $0.category == nil }.map { RecordLine($0, text: text) }
        byModel = own.filter { $0.model != nil && $0.settled > 0 }.map { RecordLine($0, text: text) }
        byCategory = own.filter { $0.category != nil && $0.settled > 0 }.map { RecordLine($0, text: text) }
    }

    static let shape = Shape<RecordTable>([
        .text("heading", \.heading),
        .text("what", \.what),
        .list("lines", \.lines),
        .list("byModel", \.byModel),
        .list("byCategory", \.byCategory),
        .flag("hasModels") { !$0.byModel.isEmpty },
        .flag("hasCategories") { !$0.byCategory.isEmpty },
    ])
}
