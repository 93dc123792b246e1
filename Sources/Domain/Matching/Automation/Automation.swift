/// How far the matcher decides by itself.
package struct Automation: Sendable, Hashable {
    /// Names alike from this similarity on; nil: never by the name alone.
    package var name: Double?
    /// Of those with the same code, names alike from this similarity on; nil: never by the code alone.
    package var code: Double?
    /// As probable as this by what was learned; nil: never by that alone.
    package var model: Double?

    /// As long as nothing speaks against it: what was measured on catalogues (docs/matching.md). What was learned decides nothing before
    /// labels have shown from which probability on it may.
    package static let standard = Automation(name: NameThreshold.accept, code: 0, model: nil)

    package init(name: Double?, code: Double?, model: Double?) {
        self.name = name
        self.code = code
        self.model = model
    }

    /// As the newest change of each rule left it.
    init(changes: [AutomationChangeRow]) {
        self = changes.reduce(into: .standard) { $0[$1.rule] = $1.threshold }
    }

    package subscript(rule: MatchRule) -> Double? {
        get {
            switch rule {
            case .gtin: code
            case .nameAndSize: name
            case .model: model
            }
        }
        set {
            switch rule {
            case .gtin: code = newValue
            case .nameAndSize: name = newValue
            case .model: model = newValue
            }
        }
    }

    /// What comes after a threshold when it lets too much through that is wrong; nil: nothing is decided by this rule any more.
    package static func narrower(than threshold: Double, _ rule: MatchRule) -> Double? {
        let steps: [Double]
        switch rule {
        case .gtin: steps = [0.3, 0.6]
        case .nameAndSize: steps = [0.9, 0.95]
        case .model: steps = [0.99, 0.999]
        }
        return steps.first { $0 > threshold }
    }
}
