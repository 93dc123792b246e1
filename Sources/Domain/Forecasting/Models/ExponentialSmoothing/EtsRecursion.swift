import Foundation

/// One pass of an exponential smoothing recursion in error-correction form (Hyndman et al., 2008, tables 2.2 and 2.3). The states of a
/// multiplicative error obey the same recursion as those of an additive one; only the likelihood tells them apart.
struct EtsRecursion {
    private let parameters: EtsParameters
    private let values: UnsafeBufferPointer<Double>
    private let fitted: UnsafeMutablePointer<Double>?

    init(
        _ parameters: EtsParameters, values: UnsafeBufferPointer<Double>, fitted: UnsafeMutablePointer<Double>?
    ) {
        self.parameters = parameters
        self.values = values
        self.fitted = fitted
    }

    func run(_ state: inout EtsState) -> EtsErrors {
        let relative = parameters.form.error == .multiplicative
        switch (parameters.form.season, relative) {
        case (.none, false): return pass(&state, EtsWithoutSeason.self, relative: false)
        case (.none, true): return pass(&state, EtsWithoutSeason.self, relative: true)
        case (.additive, false): return pass(&state, EtsAdditiveSeason.self, relative: false)
        case (.additive, true): return pass(&state, EtsAdditiveSeason.self, relative: true)
        case (.multiplicative, _): return pass(&state, EtsMultiplicativeSeason.self, relative: relative)
        }
    }

    @inline(__always)
    private func pass<Season: EtsSeasonKind>(_ state: inout EtsState, _: Season.Type, relative: Bool) -> EtsErrors {
        let length = state.season.count
        let (alpha, beta, gamma) = (parameters.level, parameters.trend, parameters.season)
        let phi = parameters.damping
        var (level, trend) = (state.level, state.trend)
        var errors = EtsErrors()
        var product = 1.0
        var phase = 0
        state.season.withUnsafeMutableBufferPointer { season in
            for step in 0..<values.count {
                trend *= phi
                let base = level + trend
                let index = Season.isSeasonal ? season[phase] : 0
                let expected = Season.expected(base, index)
                fitted?[step] = expected
                let value = values[step]
                level = base
                if value == value {
                    let error = value - expected
                    level += alpha * Season.levelError(error, index)
                    trend += beta * Season.levelError(error, index)
                    if Season.isSeasonal { season[phase] = index + gamma * Season.indexError(error, base) }
                    if relative {
                        // Multiplied up so that a logarithm is taken only now and then.
                        product *= expected
                        if !(product > 1e-200 && product < 1e200) {
                            errors.logarithms += log(product)
                            product = 1
                        }
                        let share = error / expected
                        errors.squares += share * share
                        if !(expected > 0) { errors.squares = .infinity }
                    } else {
                        errors.squares += error * error
                    }
                }
                if Season.isSeasonal {
                    phase += 1
                    if phase == length { phase = 0 }
                }
            }
        }
        if relative { errors.logarithms += log(product) }
        state.level = level
        state.trend = trend
        if errors.squares.isNaN || errors.logarithms.isNaN { errors = EtsErrors(squares: .infinity, logarithms: 0) }
        return errors
    }
}
