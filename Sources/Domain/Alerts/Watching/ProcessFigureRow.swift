package import Foundation
package import Postgres

/// What a process said of itself in a minute.
package struct ProcessFigure: Sendable, Hashable, RowDecodable {
    package let process: String
    package let figure: String
    package let labels: String
    package let minute: Date
    package let value: Double

    package init(process: String, figure: String, labels: String, minute: Date, value: Double) {
        self.process = process
        self.figure = figure
        self.labels = labels
        self.minute = minute
        self.value = value
    }

    package init(row: inout RowReader) throws {
        process = try row.next()
        figure = try row.next()
        labels = try row.next()
        minute = try row.next()
        value = try row.next()
    }
}
