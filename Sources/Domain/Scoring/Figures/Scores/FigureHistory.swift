/// The rows of one subject, oldest first, one a day.
struct FigureHistory {
    private let rows: [FigureCells]

    init(_ rows: some Sequence<FigureCells>) {
        self.rows = rows.sorted { $0.day < $1.day }
    }

    /// The newest row at or before a day.
    func newest(atOrBefore day: Int) -> FigureCells? {
        let end = rows.partitioningIndex { $0.day > day }
        return end > 0 ? rows[end - 1] : nil
    }

    /// The newest row that is at least so many days older than another one.
    func newest(days: Int, before row: FigureCells) -> FigureCells? {
        newest(atOrBefore: row.day.less(days))
    }
}

extension Int {
    /// The difference, held at the least number there is.
    func less(_ other: Int) -> Int {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? .min : difference
    }
}

extension Array {
    /// The first index whose element belongs to the second part.
    /// - Parameter belongs: false for every element of a first part, true for the rest.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
