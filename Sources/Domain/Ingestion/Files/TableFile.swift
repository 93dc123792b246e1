/// A file of rows under names, whole: for tools that hold all of it in memory anyway. Packed or not, with commas, semicolons or tabs.
package struct TableFile: Sendable {
    /// Rows of a file at most.
    package static let mostRows = 5_000_000

    package let header: [String]
    /// Trimmed texts, as many in each as the header has.
    package private(set) var rows: [[String]] = []
    /// Rows that could not be read, each with its line.
    package private(set) var rejects: [(line: Int, reason: String)] = []

    /// - Parameter progress: told the bytes read, and how many there are.
    /// - Throws: `PriceBookProblem`.
    package init(
        path: String, format: FileFormat = .auto, progress: (PriceBookProgress) -> Void = { _ in }
    ) throws(PriceBookProblem) {
        var table = try TableRows(path: path, format: format)
        header = table.header
        while let some = try table.next(1_000) {
            rows += some.map(\.cells)
            guard rows.count <= Self.mostRows else {
                throw PriceBookProblem(.wrongFormat, "The file \(path) has more than \(Self.mostRows) rows.")
            }
            progress(table.progress)
        }
        rejects = table.rejects
    }

    /// The place of a column by its name; nil where there is none.
    package func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}
