/// Dated figures of many subjects.
package struct FigureTable: Sendable {
    /// In the order of the file. It matters only where a subject has two rows of one day: the later one counts.
    package let rows: [FigureRow]

    package init(rows: [FigureRow]) {
        self.rows = rows
    }
}
