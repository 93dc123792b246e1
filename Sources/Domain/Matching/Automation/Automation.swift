/// How far the matcher decides by itself.
package struct Automation: Sendable, Hashable {
    /// Names alike from this similarity on; nil: never by the name alone.
    package var name: Double?
    /// Of those with the same code, names alike from this similarity on; nil: never by the code alone.
    package var code: Double?
    /// As probable as this by what was learned; nil: never by that alone.
    package var model: Double?
    /// As sure as this by what a judge says; nil: never by that alone.
    package var judge: Double?

    /// As long as nothing speaks against it: what was measured on catalogues (docs/matching.md). What was learned and a judge decide nothing
    /// before labels have shown from which probability on they may.
    package static let standard = Automation(name: NameThreshold.accept, code: 0, model: nil)

    package init(name: Double?, code: Double?, model: Double?, judge: Double? = nil) {
        self.name = name
        self.code = code
        self.model = model
        self.judge = judge
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
            case .judge: judge
            }
        }
        set {
            switch rule {
            case .gtin: code = newValue
            case .nameAndSize: name = newValue
            case .model: model = newValue
            case .judge: judge = newValue
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
        // What it may decide is found anew every night (`JudgeWatch`).
        case .judge: steps = []
        }
        return steps.first { $0 > threshold }
    }
}
