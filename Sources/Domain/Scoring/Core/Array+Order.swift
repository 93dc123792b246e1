import Catalog

extension Array {
    /// The same elements with days not falling; costs one pass when they already are in order.
    func inOrder(of day: (Element) -> CalendarDay) -> [Element] {
        var previous: CalendarDay?
        for element in self {
            let next = day(element)
            if let previous, next < previous { return sorted { day($0) < day($1) } }
            previous = next
        }
        return self
    }

    /// How many leading elements are of `limit` or earlier, for an array in order of day.
    func count(upTo limit: CalendarDay, by day: (Element) -> CalendarDay) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if day(self[middle]) <= limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
