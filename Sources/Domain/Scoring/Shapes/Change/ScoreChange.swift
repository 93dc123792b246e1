/// Why a score is another than it was, component by component, in points that sum to the change.
///
/// With a and b the weights, v and w the values and m the mean of both scores, a component on both days gave
///
///     value   (a + b) / 2 × (w − v)
///     weight  (b − a) × ((v + w) / 2 − m)
///
/// and one that appeared b × (w − m), one that vanished −a × (v − m), all of it by weight (after Kitagawa, 1955). The
/// sum is the change of the score since the weights of either day sum to 1, which is why m may be taken off; what
/// rounding leaves over is added to the largest part.
package struct ScoreChange: Hashable, Sendable {
    /// The score less the one before, in points.
    package let points: Double
    /// As shown.
    package let tenths: Int
    /// Always all five, in the order of `ScoreComponent.allCases`.
    package let components: [ComponentChange]

    /// Nil when there is no score on either day, or the scores are of different profiles, which are never compared.
    package init?(from before: TrendScore, to after: TrendScore) {
        guard before.profile == after.profile, let one = before.score, let other = after.score else { return nil }
        self.init(from: WeighedValues(before), to: WeighedValues(after), points: other - one)
    }

    /// Nil when nothing is measured on either day.
    package init?(from before: WeighedValues, to after: WeighedValues) {
        guard let one = before.score, let other = after.score else { return nil }
        self.init(from: before, to: after, points: other - one)
    }

    private init?(from before: WeighedValues, to after: WeighedValues, points: Double) {
        guard let one = before.score, let other = after.score, points.isFinite else { return nil }
        let parts = Self.parts(before, after, middle: (one + other) / 2, points: points)
        let tenths = TenthsSharing.tenths(points)
        let shown = TenthsSharing.share(parts, total: tenths)
        self.points = points
        self.tenths = tenths
        components = ScoreComponent.allCases.enumerated().map { place, component in
            let (old, new) = (before.parts[component]?.value, after.parts[component]?.value)
            return ComponentChange(
                component: component, presence: Self.presence(old, new), before: old, after: new,
                valuePoints: parts[2 * place], weightPoints: parts[2 * place + 1], valueTenths: shown[2 * place],
                weightTenths: shown[2 * place + 1])
        }
    }

    package subscript(component: ScoreComponent) -> ComponentChange? {
        components.first { $0.component == component }
    }

    /// By value and by weight of every component, one after the other; they sum to `points`.
    private static func parts(
        _ before: WeighedValues, _ after: WeighedValues, middle: Double, points: Double
    ) -> [Double] {
        var parts = ScoreComponent.allCases.flatMap { component -> [Double] in
            switch (before.parts[component], after.parts[component]) {
            case (nil, nil): [0, 0]
            case (nil, let new?): [0, new.weight * (new.value - middle)]
            case (let old?, nil): [0, -old.weight * (old.value - middle)]
            case (let old?, let new?):
                [
                    (old.weight + new.weight) / 2 * (new.value - old.value),
                    (new.weight - old.weight) * ((old.value + new.value) / 2 - middle),
                ]
            }
        }
        let left = points - parts.reduce(0, +)
        if let largest = parts.indices.max(by: { abs(parts[$0]) < abs(parts[$1]) }) { parts[largest] += left }
        return parts
    }

    private static func presence(_ before: Double?, _ after: Double?) -> ComponentChange.Presence {
        switch (before, after) {
        case (nil, nil): .missing
        case (nil, _): .appeared
        case (_, nil): .vanished
        default: .onBoth
        }
    }
}
