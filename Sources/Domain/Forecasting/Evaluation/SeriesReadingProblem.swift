/// Why a file holds no series.
package enum SeriesReadingProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The header lacks a column; these were found.
    case noColumn(String, found: [String])
    /// There is a header, and no row could be read.
    case noRows(problems: Int)

    package var description: String {
        switch self {
        case .noColumn(let name, let found):
            "there is no column for the \(name); the file has: \(found.joined(separator: ", "))"
        case .noRows(let problems): "no row could be read (\(problems) were not understood)"
        }
    }
}
