/// What scores of all products of a company share.
package struct ScoreContext: Sendable {
    /// The sources the company reads, in the order `ListingEvidence.source` counts them.
    package let sources: [SourceCalendar]
    /// Its media and communities with the days on which they were read, in the order `MentionEvidence.source` counts them.
    package let media: [SourceCalendar]
    /// Whether some source says how much people search.
    package let readsSearches: Bool

    package init(sources: [SourceCalendar], media: [SourceCalendar] = [], readsSearches: Bool = false) {
        self.sources = sources
        self.media = media
        self.readsSearches = readsSearches
    }
}
