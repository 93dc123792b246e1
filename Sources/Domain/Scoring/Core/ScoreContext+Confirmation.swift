import Catalog

extension ScoreContext {
    func source(_ index: Int) -> SourceCalendar? {
        sources.indices.contains(index) ? sources[index] : nil
    }

    /// The last day up to `day` on which a list of the source still had the listing. Histories hold changes only, so
    /// this is how long the last known price and stock are known to have held. Nil when no list says so.
    func lastConfirmed(_ listing: ListingEvidence, asOf day: CalendarDay) -> CalendarDay? {
        guard let latest = source(listing.source)?.latestList(asOf: day) else { return nil }
        let confirmed = min(latest, listing.lastSeen)
        return confirmed >= listing.firstSeen ? confirmed : nil
    }

    /// Whether the listing was on its source's latest list up to `day`. A source whose list days are unknown is taken
    /// to have it as long as it was seen.
    func isOffered(_ listing: ListingEvidence, asOf day: CalendarDay) -> Bool {
        guard listing.firstSeen <= day else { return false }
        guard let latest = source(listing.source)?.latestList(asOf: day) else { return true }
        return listing.lastSeen >= latest
    }
}
