import Postgres

/// What a process counts: a figure, and the labels that tell one such count from another.
struct FigureSeriesRow: Sendable, Hashable, RowDecodable {
    let figure: String
    let labels: String

    init(figure: String, labels: String) {
        self.figure = figure
        self.labels = labels
    }

    init(row: inout RowReader) throws {
        figure = try row.next()
        labels = try row.next()
    }
}
