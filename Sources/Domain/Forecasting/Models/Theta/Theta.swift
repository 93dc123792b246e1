/// A theta model: half exponential smoothing, half a straight line, or whatever share of each explains the history best. A season is
/// taken out before and put back after, where the M4 test finds one.
package struct Theta: ForecastModel {
    package let kind: ThetaKind

    package init(_ kind: ThetaKind) { self.kind = kind }

    package var name: String {
        switch kind {
        case .standard: "theta"
        case .optimised: "optimised-theta"
        case .dynamicOptimised: "dynamic-theta"
        }
    }

    package func fit(_ history: History) -> (any FittedModel)? {
        ScaledSeries(history).flatMap { series in
            SettledFit(ThetaProblem(series, kind: kind).best(), over: series)
        }
    }
}
