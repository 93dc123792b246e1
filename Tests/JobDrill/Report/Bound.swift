/// What a count may be.
enum Bound: Sendable, Hashable {
    /// Anything; it is only told.
    case any
    case exactly(Double)
    case atMost(Double)
    case atLeast(Double)

    func allows(_ value: Double) -> Bool {
        switch self {
        case .any: true
        case .exactly(let wanted): value == wanted
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        }
    }

    var words: String {
        switch self {
        case .any: ""
        case .exactly(let wanted): "= \(Finding.text(wanted))"
        case .atMost(let limit): "≤ \(Finding.text(limit))"
        case .atLeast(let limit): "≥ \(Finding.text(limit))"
        }
    }
}
