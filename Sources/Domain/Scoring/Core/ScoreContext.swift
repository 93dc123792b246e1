/// What scores of all products of a company share.
package struct ScoreContext: Sendable {
    /// The sources the company reads, in the order `ListingEvidence.source` counts them.
    package let sources: [SourceCalendar]

    package init(sources: [SourceCalendar]) {
        self.sources = sources
    }
}
