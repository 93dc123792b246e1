package import Catalog

/// Demand out of stock counts: how much went out in each step, over all listings of a product that state their stock.
///
/// Rises are deliveries and cancel no fall. Where stock was 0 from one count to the next nobody could buy, and what was wanted is not
/// known. A fall over a few steps is shared out evenly; over more it says nothing of any of them.
package enum StockFalls {
    /// Steps a fall may be shared out over.
    private static let mostShared = 3

    /// - Parameter counts: of each listing, ascending by day, one a day.
    /// - Returns: nil where no listing was counted twice.
    package static func values(of counts: [[(day: CalendarDay, units: Int64)]], step: SeriesStep? = nil) -> StepValues?
    {
        let counted = counts.filter { $0.count > 1 }
        // The listing counted most often says how often is usual.
        guard let most = counted.max(by: { $0.count < $1.count }) else { return nil }
        let step = step ?? SeriesStep.ofProduct(observed: most.lazy.map(\.day))
        guard let first = counted.lazy.compactMap(\.first?.day).min(),
            let last = counted.lazy.compactMap(\.last?.day).max()
        else { return nil }
        let start = step.ordinal(of: first)
        let size = step.ordinal(of: last) - start + 1
        guard size <= StepValues.most else { return nil }
        var values = [Double](repeating: .nan, count: size)
        for listing in counted {
            for (before, after) in zip(listing, listing.dropFirst()) where before.units > 0 {
                let fall = Double(before.units) - Double(min(before.units, after.units))
                let from = step.ordinal(of: before.day) - start
                let through = step.ordinal(of: after.day) - start
                let steps = from == through ? through...through : from + 1...through
                guard steps.count <= mostShared else { continue }
                for place in steps {
                    values[place] = (values[place].isNaN ? 0 : values[place]) + fall / Double(steps.count)
                }
            }
        }
        guard let begin = values.firstIndex(where: \.isFinite), let end = values.lastIndex(where: \.isFinite) else {
            return nil
        }
        // The last step may have counts of which nothing can be said.
        let lastDay = end == size - 1 ? last : step.lastDay(of: start + end)
        return StepValues(
            step: step, start: start + begin, values: Array(values[begin...end]), lastDay: min(last, lastDay))
    }
}
