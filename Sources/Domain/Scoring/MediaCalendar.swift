import Catalog
import Foundation

/// On which days media were read, and whether searches are: what scores of a company share besides its sellers.
struct MediaCalendar: Hashable, Sendable {
    /// In the order `MentionEvidence.source` counts them.
    let media: [SourceCalendar]
    let readsSearches: Bool

    init(_ sources: [MediaSourceDays]) {
        media = sources.filter { !$0.readsSearches }.map { SourceCalendar(listDays: $0.days) }
        readsSearches = sources.contains { $0.readsSearches }
    }

    /// - Parameter days: as `days` gives them.
    /// - Throws: of a text that is none of ours.
    init(days: String, readsSearches: Bool) throws {
        media = try JSONDecoder().decode([[Int32]].self, from: Data(days.utf8)).map { days in
            SourceCalendar(listDays: days.map { CalendarDay(daysSince2000: $0) })
        }
        self.readsSearches = readsSearches
    }

    /// JSON: of every medium its days, counted from 2000-01-01.
    var days: String {
        "["
            + media.map { "[" + $0.listDays.map { "\($0.daysSince2000)" }.joined(separator: ",") + "]" }
            .joined(separator: ",") + "]"
    }

    func context(_ sources: [SourceDays]) -> ScoreContext {
        ScoreContext(
            sources: sources.map { SourceCalendar(listDays: $0.days) }, media: media, readsSearches: readsSearches)
    }
}
