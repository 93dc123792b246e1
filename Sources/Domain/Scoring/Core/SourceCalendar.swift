package import Catalog

/// The days on which one source gave us a list of what it sells.
package struct SourceCalendar: Hashable, Sendable {
    /// Oldest first.
    package let listDays: [CalendarDay]

    /// Days are put into order when they are not. A source whose list days are not kept may pass its last one alone;
    /// then it has no earlier list to compare with and the retail score says so.
    package init(listDays: [CalendarDay]) {
        self.listDays = listDays.inOrder(of: { $0 })
    }
}
