import Catalog

extension TrendScore {
    /// How the score was made, one sentence a line: the score first, then every component, measured or not.
    package var receipt: [String] {
        [summary] + components.map(\.sentence)
    }

    private var summary: String {
        guard let score, let tier else { return "No score on \(asOf): nothing could be measured." }
        let measured = completeness < 1 ? " \(Wording.percent(completeness)) of the weight is measured." : ""
        return "Score \(Wording.number(score)) of 100 on \(asOf), \(tier.rawValue), \(movement).\(measured)"
    }

    private var movement: String {
        guard let momentum else { return "nothing to compare with \(periodDays) days earlier" }
        let change = Wording.number(abs(momentum))
        let words = change == "0" ? "unchanged" : (momentum > 0 ? "up " : "down ") + change + " points"
        let caution = momentumIsComparable ? "" : " (measured from other components)"
        return "\(words) against \(periodDays) days earlier\(caution)"
    }
}

extension ComponentScore {
    /// The component's line of the receipt.
    package var sentence: String {
        switch result {
        case .missing(let reason):
            "\(component.title) is missing: \(reason.sentence). Its weight went to the others."
        case .measured(let value, let reasons):
            "\(component.title) \(Wording.number(value)) × \(Wording.percent(appliedWeight))"
                + " = \(Wording.number(points)) points: \(reasons.map(\.sentence).joined(separator: "; "))."
        }
    }
}
