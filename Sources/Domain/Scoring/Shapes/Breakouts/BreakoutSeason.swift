/// What is usual for each step of a cycle, where the caller knows it. Step 0 is the first value read.
package enum BreakoutSeason: Hashable, Sendable {
    case none
    /// Multiples of the level, 1 for a usual step. One that is not above zero counts as 1.
    case factors([Double])
    /// What is added to the level, 0 for a usual step; only for amounts. One that is not finite counts as 0.
    case offsets([Double])

    func factor(at step: Int) -> Double {
        guard case .factors(let factors) = self, !factors.isEmpty else { return 1 }
        let factor = factors[step % factors.count]
        return factor > 1e-6 && factor < 1e6 ? factor : 1
    }

    func offset(at step: Int) -> Double {
        guard case .offsets(let offsets) = self, !offsets.isEmpty else { return 0 }
        let offset = offsets[step % offsets.count]
        return abs(offset) <= TrendSeries.largest ? offset : 0
    }
}
