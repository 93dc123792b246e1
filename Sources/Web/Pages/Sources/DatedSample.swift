import Routes

/// A record with a date, as it is kept: an article, a post, a value of a series.
package struct DatedSample: PageValue {
    /// What is known of a record beside its words.
    package struct Figures: Sendable {
        /// Approval, as the source counts it.
        package var points: Int?
        package var comments: Int?
        /// Of a series, as the source writes it, out of a hundred.
        package var value: String?
        /// Of a series, the first day of its stretch of time, in UTC.
        package var from: DayStamp?
        /// Its stretch of time is not over.
        package var isPartial = false

        package init() {}
    }

    let title: String
    let origin: String?
    let moment: String?
    let figure: String?
    let address: String?

    package init(
        title: String, origin: String?, moment: MomentStamp?, address: String?, figures: Figures = Figures(),
        frame: PageFrame
    ) {
        let text = frame.text
        self.title = title
        self.origin = origin
        self.moment = moment.map { text.moment($0, in: frame.zone) }
        self.address = address
        let words = [
            figures.points.map { text.count($0, one: .recordPointsOne, other: .recordPointsOther) },
            figures.comments.map { text.count($0, one: .recordCommentsOne, other: .recordCommentsOther) },
            figures.value.map { text.fill(.recordOfHundred, ["value": $0]) },
            figures.from.map { text.fill(.recordFrom, ["day": text.day($0)]) },
            figures.isPartial ? text[.recordPartial] : nil,
        ].compactMap(\.self)
        figure = words.isEmpty ? nil : words.joined(separator: ", ")
    }

    package static let shape = Shape<DatedSample>([
        .text("title", \.title),
        .text("origin", optional: \.origin),
        .text("moment", optional: \.moment),
        .text("figure", optional: \.figure),
        .text("address", optional: \.address),
    ])
}
