/// Weights of the score's components that somebody tries, in percent, as they were typed.
package struct WeightsQuery: Sendable, Hashable {
    /// What was done just now, said on the page that follows.
    package enum Note: String, CaseIterable, Sendable {
        case changed, same
    }

    /// By component (`media`); empty when nothing is tried.
    package let percents: [String: String]
    package let note: Note?

    package static let noteItem = "did"

    package init(percents: [String: String] = [:], note: Note? = nil) {
        self.percents = percents.mapValues { String($0.prefix(20)) }
        self.note = note
    }

    var suffix: String {
        let items =
            percents.sorted { $0.key < $1.key }.map {
                "\(PercentEncoding.encode($0.key))=\(PercentEncoding.encode($0.value))"
            } + (note.map { ["\(Self.noteItem)=\($0.rawValue)"] } ?? [])
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
