package import Catalog

/// The demonstration's world: price lists of invented places about invented products, a year of weeks up to a day.
///
/// The same seed and last day give the same bytes on every machine. Lists are published the way real places do, so
/// that the demonstration goes through the real import.
package struct DemoCatalogue: Sendable {
    package let seed: UInt64
    /// The day of the newest lists.
    package let lastDay: CalendarDay
    /// Lists each place publishes, a week apart.
    package let weeks: Int

    package var companies: [DemoCompany] { DemoCompany.all }

    /// - Parameter weeks: 12…520; other numbers are brought into that range.
    package init(seed: UInt64, lastDay: CalendarDay, weeks: Int = 52) {
        self.seed = seed
        self.lastDay = lastDay
        self.weeks = min(520, max(12, weeks))
    }

    /// The days of the lists, oldest first.
    package var days: [CalendarDay] {
        (0..<weeks).map { lastDay.adding(days: ($0 - weeks + 1) * 7) }
    }

    /// A company's price lists, oldest first; on each day in the order of the company's sources.
    /// Composing takes some tens of milliseconds, the bytes of a file are made when asked for.
    package func files(company: DemoCompany) -> [DemoFile] {
        let days = days
        let composer = MarketComposer(
            seed: SeededGenerator.seed(seed, for: company.slug), company: company, months: days.map(\.month),
            year: lastDay.year)
        let shelves = composer.listings()
        return days.enumerated().flatMap { week, day in
            company.sources.enumerated().map { index, source in
                DemoFile(
                    company: company.slug, source: source.slug, sourceTitle: source.title, mapping: source.mapping,
                    day: day, name: "\(company.slug)/\(source.slug)-\(day).\(source.layout.suffix)", week: week,
                    layout: source.layout, listings: shelves[index])
            }
        }
    }
}
