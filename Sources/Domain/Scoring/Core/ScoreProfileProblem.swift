/// Why a score profile was refused.
package enum ScoreProfileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case weightOutOfRange(ScoreComponent, Double)
    case weightsDoNotSumToOne(Double)
    case cutOffsOutOfOrder
    case steadyBandOutOfRange(Double)

    package var description: String {
        switch self {
        case .weightOutOfRange(let component, let weight):
            "The weight of \(component.rawValue) is \(weight); it must be a number of at least 0."
        case .weightsDoNotSumToOne(let sum):
            "The weights sum to \(sum); they must sum to 1."
        case .cutOffsOutOfOrder:
            "The tier cut-offs must fall from viral to declining and lie between 0 and 100."
        case .steadyBandOutOfRange(let band):
            "The steady band is \(band) points; it must lie between 0 and 100."
        }
    }
}
