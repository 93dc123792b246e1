import Foundation

/// A truth to plant in a series of weeks, with the shape it ought to be given.
enum PlantedShape: String, CaseIterable {
    case quiet, spike, slope, lateSlope, decline, step, fallingStep, seasonal, christmas, walk

    /// What a reader of the whole series should say. A walk has no shape.
    var truth: String {
        switch self {
        case .quiet, .step, .fallingStep: "plateau"
        case .spike: "spike"
        case .slope, .lateSlope: "slope"
        case .decline: "decline"
        case .seasonal, .christmas: "seasonal"
        case .walk: "unclear"
        }
    }

    /// Means of each week around a level of 1.
    /// - Parameter size: how far it moves, as a share of the level.
    func means(steps: Int, size: Double, _ random: inout SeriesGenerator) -> [Double] {
        let place = Double(random.int(steps / 4...3 * steps / 4))
        let width = random.real(1...5)
        let phase = random.real(0...1)
        return (0..<steps).map { step in
            let now = Double(step)
            let share = now / Double(max(1, steps - 1))
            switch self {
            case .quiet, .walk: return 1
            case .spike: return 1 + size * exp(-0.5 * pow((now - place) / width, 2))
            case .slope: return 1 + size * share
            case .lateSlope: return 1 + size * max(0, now - place) / (Double(steps - 1) - place)
            case .decline: return 1 + size * (1 - share)
            case .step: return now < place ? 1 : 1 + size
            case .fallingStep: return now < place ? 1 + size : 1
            case .seasonal: return 1 + size / 2 * (1 + sin(2 * .pi * (now / 52.18 + phase)))
            case .christmas:
                let week = (now / 52.18 + phase).truncatingRemainder(dividingBy: 1) * 52.18
                return 1 + size * exp(-0.5 * pow((week - 26) / 4, 2))
            }
        }
    }
}
