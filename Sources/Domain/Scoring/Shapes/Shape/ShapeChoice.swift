/// The best of several explanations beside those it had to beat.
struct ShapeChoice {
    let fit: ShapeFit
    /// Nil when the best explanation is no shape.
    let shape: TrendShape?
    /// What the best explanation of another kind is called; nil when that is no shape, or there is none.
    let rival: TrendShape?
    let rivalCost: Double?
    let all: [ShapeFit]

    /// By how much the best is better than the best of another kind.
    var lead: Double { (rivalCost ?? .infinity) - fit.cost }

    /// By how much the best is better than "nothing happened".
    var gainOverFlat: Double {
        (all.first { if case .flat = $0.form { true } else { false } }?.cost ?? fit.cost) - fit.cost
    }

    /// The known value with which the best late jump begins.
    var lateJump: Int? {
        all.lazy.compactMap { if case .lateStep(let first) = $0.form { first } else { nil } }.first
    }

    /// By how much a walk is better than the best other explanation; negative when it is worse.
    var wanderLead: Double {
        let walk = all.filter { $0.isWander }.map(\.cost).min() ?? .infinity
        let others = all.filter { !$0.isWander }.map(\.cost).min() ?? .infinity
        return others - walk
    }
}

extension ShapeFit {
    var isWander: Bool { if case .wander = form { true } else { false } }
}
