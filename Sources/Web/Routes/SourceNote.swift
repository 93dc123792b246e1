/// What was done just now, said on the page that follows.
package enum SourceNote: String, CaseIterable, Sendable {
    case connected, asked, alreadyAsked, paused, resumed, published, discarded, stopped, started, decided

    /// As an item of a query.
    var items: String { "\(SourceRoute.noteItem)=\(rawValue)" }
}
