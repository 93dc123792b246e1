import Catalog

/// Names the shape of a series by letting explanations compete.
///
/// A pure function of the values: total, deterministic, and bounded in time since at most ten years of weeks are looked
/// at. What it may and may not say: see docs/shapes.md.
package struct ShapeClassifier: Sendable {
    package let settings: ShapeSettings

    package init(settings: ShapeSettings = ShapeSettings()) {
        self.settings = settings
    }

    package func verdict(on series: TrendSeries) -> ShapeVerdict {
        let steady = SteadySeries(series)
        guard steady.values.count >= max(2 * ShapeFits.side + 1, settings.fewestPoints) else {
            return tooShort(steady)
        }
        guard let first = steady.values.first, steady.values.contains(where: { $0 != first }) else {
            return constant(steady)
        }
        let season = SeasonFit(steady, seasonDays: settings.seasonDays)
        let holds = season.map { $0.evidence.heldOut >= settings.heldOutShare } ?? false
        let fits = ShapeFits(steady)
        let choice = choose(fits.all(season: holds ? season : nil), steady, season)
        let evidence = ShapeEvidence(steady, choice, season: season, seasonHolds: holds, fits: fits)
        let (shape, reason) = settle(choice, evidence, steady)
        return ShapeVerdict(
            shape: shape, evidence: evidence, points: evidence.points, reason: reason,
            sentence: evidence.sentence(shape, reason))
    }

    private func tooShort(_ series: SteadySeries) -> ShapeVerdict {
        let unit = series.stepDays == 1 ? "day" : series.stepDays == 7 ? "week" : "value"
        let known = Wording.count(series.values.count, unit, unit + "s")
        return ShapeVerdict(
            shape: .tooShort, evidence: nil, points: series.values.count, reason: nil,
            sentence: "Too short to have a shape: \(known) known, \(settings.fewestPoints) needed.")
    }

    private func constant(_ series: SteadySeries) -> ShapeVerdict {
        let level = series.values[0]
        return ShapeVerdict(
            shape: .plateau, evidence: ShapeEvidence(constant: series), points: series.values.count, reason: nil,
            sentence: "Level: always \(Wording.figure(level)) since \(series.start).")
    }

    /// The best explanation and by how much it is better than others.
    private func choose(_ fits: [ShapeFit], _ series: SteadySeries, _ season: SeasonFit?) -> ShapeChoice {
        var ordered = fits.map { (fit: $0, shape: shape(of: $0.form, series, season)) }
        ordered.sort { $0.fit.cost < $1.fit.cost }
        let best = ordered[0]
        let rival = ordered.first { $0.shape != best.shape }
        return ShapeChoice(fit: best.fit, shape: best.shape, rival: rival?.shape, rivalCost: rival?.fit.cost, all: fits)
    }

    /// Nil for what is no shape: a jump still open, a walk.
    private func shape(of form: ShapeFit.Form, _ series: SteadySeries, _ season: SeasonFit?) -> TrendShape? {
        switch form {
        case .flat, .step, .ended: .plateau
        case .line(let slope), .begins(_, let slope): slope < 0 ? .decline : .slope
        case .peak: .spike
        case .season(let slope):
            abs(slope) * Double(series.steps - 1) <= season?.evidence.range ?? 0
                ? .seasonal : slope < 0 ? .decline : .slope
        case .lateStep, .wander: nil
        }
    }

    private func settle(
        _ choice: ShapeChoice, _ evidence: ShapeEvidence, _ series: SteadySeries
    ) -> (TrendShape, UnclearReason?) {
        let level = abs(evidence.level)
        if choice.gainOverFlat < settings.clearBy {
            // Nothing stands out. That is a plateau only if something that matters would have.
            let reach = max(abs(evidence.slopeLow), abs(evidence.slopeHigh)) * evidence.weeks
            let isLevel = reach <= max(settings.plateauShare * level, 2 * evidence.noise)
            if choice.wanderLead > 0 { return (.unclear, .wanders) }
            return isLevel ? (.plateau, nil) : (.unclear, .tooNoisy)
        }
        if -choice.wanderLead < settings.clearBy { return (.unclear, .wanders) }
        // A walk is out by now, so what has no shape is a jump still open.
        let open = UnclearReason.justMoved(series.day(at: series.places[choice.lateJump ?? series.places.count - 1]))
        guard let shape = choice.shape else { return (.unclear, open) }
        if choice.lead < settings.betterBy { return (.unclear, choice.rival.map { .either(shape, $0) } ?? open) }
        let moved = evidence.turn.map { turn in
            abs(turn.slopePerWeek) * Double(evidence.until.days(since: turn.day)) / 7
        }
        let size = moved ?? abs(evidence.slopePerWeek) * evidence.weeks
        if shape == .slope || shape == .decline, size < settings.materialShare * level { return (.plateau, nil) }
        return (shape, nil)
    }
}
