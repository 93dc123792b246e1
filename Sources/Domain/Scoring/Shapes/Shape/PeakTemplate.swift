import Foundation

/// What a peak may look like: a box, a bell, or a jump that fades.
struct PeakTemplate {
    /// Heights from the first step to the last, at most 1.
    let heights: [Double]

    /// Steps from the first to after the last that stands above a quarter.
    let spent: Int

    private init(_ heights: [Double]) {
        self.heights = heights
        spent = (heights.lastIndex { $0 > 0.25 } ?? 0) + 1
    }

    /// Those at most a quarter of the series wide at half of their height.
    static func all(steps: Int) -> [PeakTemplate] {
        let widest = steps / 4
        let boxes = [1, 2, 3, 4, 6, 8, 11, 16, 24, 40].filter { $0 <= widest }
            .map { PeakTemplate(Array(repeating: 1, count: $0)) }
        let bells = [1.0, 2, 3, 5, 8, 12].filter { 2.355 * $0 <= Double(widest) }
            .map { width in
                let reach = Int((2.5 * width).rounded(.up))
                return PeakTemplate((-reach...reach).map { exp(-0.5 * pow(Double($0) / width, 2)) })
            }
        let fading = [0.4, 0.6, 0.75, 0.85, 0.91].filter { log(0.5) / log($0) <= Double(widest) }
            .map { keep in PeakTemplate((0...Int(log(0.05) / log(keep))).map { pow(keep, Double($0)) }) }
        return boxes + bells + fading
    }
}
