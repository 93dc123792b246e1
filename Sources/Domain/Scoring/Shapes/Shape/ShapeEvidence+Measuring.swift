import Catalog

extension ShapeEvidence {
    init(_ series: SteadySeries, _ choice: ShapeChoice, season: SeasonFit?, seasonHolds: Bool, fits: ShapeFits) {
        let weeksPerStep = Double(series.stepDays) / 7
        let seasonal = seasonHolds ? season?.season : nil
        let values = seasonal.map { zip(series.values, $0).map { $0 - $1 } } ?? series.values
        let slope = RobustSlope(places: series.places, values: values, correlation: choice.fit.correlation)
        from = series.start
        until = series.day(at: series.places.last ?? 0)
        points = series.values.count
        stepDays = series.stepDays
        level = RobustStatistics.median(series.values) ?? 0
        noise = choice.fit.noise
        correlation = choice.fit.correlation
        slopePerWeek = (slope?.slope ?? 0) / weeksPerStep
        slopeError = (slope?.standardError ?? 0) / weeksPerStep
        slopeLow = (slope?.low ?? 0) / weeksPerStep
        slopeHigh = (slope?.high ?? 0) / weeksPerStep
        trendSignificance = slope?.significance ?? 0
        self.season = season?.evidence
        peak = Self.peak(of: series)
        levelChange = fits.jump(within: ShapeFits.side...(series.values.count - ShapeFits.side)).map {
            Self.change(of: series, at: $0)
        }
        turn = Self.turn(choice.fit.form, series)
        margin = choice.lead.isFinite ? choice.lead : 0
    }

    init(constant series: SteadySeries) {
        from = series.start
        until = series.day(at: series.places.last ?? 0)
        points = series.values.count
        stepDays = series.stepDays
        level = series.values[0]
        (noise, correlation, slopePerWeek, slopeError, slopeLow, slopeHigh) = (0, 0, 0, 0, 0, 0)
        (trendSignificance, margin) = (0, 0)
        (season, levelChange, turn) = (nil, nil, nil)
        peak = Self.peak(of: series)
    }

    private static func peak(of series: SteadySeries) -> PeakEvidence {
        let level = RobustStatistics.median(series.values) ?? 0
        var top = 0
        for index in series.values.indices where series.values[index] > series.values[top] { top = index }
        let half = level + (series.values[top] - level) / 2
        let isOver = { series.values[$0] > half }
        let first = (0...top).reversed().prefix(while: isOver).last ?? top
        let last = (top..<series.values.count).prefix(while: isOver).last ?? top
        return PeakEvidence(
            day: series.day(at: series.places[top]), value: series.values[top], height: series.values[top] - level,
            widthDays: (series.places[last] - series.places[first] + 1) * series.stepDays)
    }

    private static func change(of series: SteadySeries, at first: Int) -> LevelChange {
        LevelChange(
            day: series.day(at: series.places[first]),
            before: RobustStatistics.median(Array(series.values[..<first])) ?? 0,
            after: RobustStatistics.median(Array(series.values[first...])) ?? 0)
    }

    private static func turn(_ form: ShapeFit.Form, _ series: SteadySeries) -> TurnEvidence? {
        let perWeek = 7 / Double(series.stepDays)
        switch form {
        case .begins(let knot, let slope):
            return TurnEvidence(
                day: series.day(at: series.places[knot]), slopePerWeek: slope * perWeek, beginsFlat: true)
        case .ended(let knot, let slope):
            return TurnEvidence(
                day: series.day(at: series.places[knot]), slopePerWeek: slope * perWeek, beginsFlat: false)
        default: return nil
        }
    }
}
