/// A listing under a score with its signals.
package struct SignalListing: PageValue {
    let source: String
    let title: String
    let counts: String
    let signals: [SignalLine]

    /// - Parameters:
    ///   - name: nil for a listing that is gone.
    ///   - signals: newest first.
    package init(
        source: String, name: String?, firstSeen: DayStamp, lastSeen: DayStamp, signals: [SignalLine],
        text: InterfaceText = .english
    ) {
        self.source = source
        title = name ?? text[.signalListingGone]
        counts = text.fill(
            .signalCounts,
            [
                "count": NumberText.whole(signals.count), "from": text.day(firstSeen), "through": text.day(lastSeen),
            ])
        self.signals = signals
    }

    package static let shape = Shape<SignalListing>([
        .text("source", \.source), .text("title", \.title), .text("counts", \.counts), .list("signals", \.signals),
    ])
}
