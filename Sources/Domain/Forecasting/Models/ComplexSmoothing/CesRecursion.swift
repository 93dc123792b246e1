/// One pass of complex exponential smoothing (Svetunkov, Kourentzes and Ord, 2022, equations 9, 17, 19 and 20). In a gap the error is 0.
struct CesRecursion {
    private let parameters: CesParameters
    private let values: UnsafeBufferPointer<Double>
    private let first: Int

    /// - Parameter phase: of the first value.
    init(_ parameters: CesParameters, _ values: UnsafeBufferPointer<Double>, phase: Int = 0) {
        self.parameters = parameters
        self.values = values
        first = phase
    }

    /// - Parameter fitted: receives what was expected of each step, gaps too.
    func run(_ state: inout CesState, backward: Bool, into fitted: UnsafeMutableBufferPointer<Double>?) {
        switch parameters.season {
        case .none: pass(&state, .none, backward, fitted?.baseAddress)
        case .simple: pass(&state, .simple, backward, fitted?.baseAddress)
        case .partial: pass(&state, .partial, backward, fitted?.baseAddress)
        case .full: pass(&state, .full, backward, fitted?.baseAddress)
        }
    }

    // Inlined once for each kind of season, so that a step does not ask which it is.
    @inline(__always)
    private func pass(
        _ state: inout CesState, _ season: CesSeason, _ backward: Bool, _ fitted: UnsafeMutablePointer<Double>?
    ) {
        let length = state.seasonLevels.count
        let (real, imaginary) = parameters.alpha
        let (seasonReal, seasonImaginary) = parameters.beta
        var (level, potential) = (state.level, state.potential)
        var step = backward ? values.count - 1 : 0
        let stride = backward ? -1 : 1
        var phase = length > 0 ? (first + step) % length : 0
        state.seasonLevels.withUnsafeMutableBufferPointer { levels in
            state.seasonPotentials.withUnsafeMutableBufferPointer { potentials in
                for _ in 0..<values.count {
                    let isOwn = season == .simple
                    let (oldLevel, oldPotential) = isOwn ? (levels[phase], potentials[phase]) : (level, potential)
                    let index = season == .partial || season == .full ? levels[phase] : 0
                    let expected = oldLevel + index
                    fitted?[step] = expected
                    let value = values[step]
                    let error = value == value ? value - expected : 0
                    let newLevel = oldLevel - (1 - imaginary) * oldPotential + (real - imaginary) * error
                    let newPotential = oldLevel + (1 - real) * oldPotential + (real + imaginary) * error
                    switch season {
                    case .none: (level, potential) = (newLevel, newPotential)
                    case .simple: (levels[phase], potentials[phase]) = (newLevel, newPotential)
                    case .partial:
                        (level, potential) = (newLevel, newPotential)
                        levels[phase] = index + seasonReal * error
                    case .full:
                        (level, potential) = (newLevel, newPotential)
                        let shadow = potentials[phase]
                        levels[phase] = index - (1 - seasonImaginary) * shadow + (seasonReal - seasonImaginary) * error
                        potentials[phase] = index + (1 - seasonReal) * shadow + (seasonReal + seasonImaginary) * error
                    }
                    step += stride
                    if season != .none {
                        phase += stride
                        if phase == length { phase = 0 }
                        if phase < 0 { phase = length - 1 }
                    }
                }
            }
        }
        (state.level, state.potential) = (level, potential)
    }
}
