import Catalog

extension ShapeEvidence {
    /// The verdict as a sentence of its numbers.
    func sentence(_ shape: TrendShape, _ reason: UnclearReason?) -> String {
        switch shape {
        case .spike:
            "Spike: reached \(figure(peak.value)) on \(peak.day), \(figure(peak.height)) above its usual"
                + " \(figure(level)), stood above half of that for \(Wording.count(peak.widthDays, "day", "days"))"
                + " and came back."
        case .slope: moving("Rises")
        case .decline: moving("Falls")
        case .seasonal: seasonal
        case .plateau: plateau
        case .tooShort: "Too short to have a shape."
        case .unclear: "Unclear: " + (reason.map(words) ?? "nothing stands out") + "."
        }
    }

    private func moving(_ verb: String) -> String {
        let interval = "95 % \(figure(slopeLow)) to \(figure(slopeHigh))"
        if let turn, turn.beginsFlat {
            return "\(verb) by \(figure(abs(turn.slopePerWeek))) a week since about \(turn.day), after it was level;"
                + " over all \(figure(weeks)) weeks by \(figure(slopePerWeek)) a week (\(interval))."
        }
        return "\(verb) steadily: \(figure(slopePerWeek)) a week (\(interval)) around a level of \(figure(level))"
            + " over \(figure(weeks)) weeks."
    }

    private var seasonal: String {
        guard let season else { return "Repeats every year." }
        return "Repeats every year: over \(figure(season.cycles)) years the season makes"
            + " \(Wording.percent(share(season.strength))) of what is not trend, and the years before foretell"
            + " \(Wording.percent(share(season.heldOut))) of the last one; it ranges over \(figure(season.range))"
            + " around a level of \(figure(level))."
    }

    private var plateau: String {
        if let turn, !turn.beginsFlat {
            let past = turn.slopePerWeek < 0 ? "fell" : "rose"
            return "Level since about \(turn.day): until then it \(past) by \(figure(abs(turn.slopePerWeek))) a week,"
                + " now it stands at \(figure(levelChange?.after ?? level))."
        }
        if let change = levelChange, abs(change.after - change.before) > max(2 * noise, abs(level) / 10) {
            return "Level at \(figure(change.after)) since \(change.day), when it moved from \(figure(change.before))."
        }
        return "Level at \(figure(level)) over \(figure(weeks)) weeks: a trend beyond"
            + " \(figure(max(abs(slopeLow), abs(slopeHigh)))) a week is ruled out (95 %)."
    }

    private func words(_ reason: UnclearReason) -> String {
        switch reason {
        case .wanders: "it wanders, and a walk without a level explains it as well as any shape"
        case .tooNoisy:
            "nothing stands out, but it strays by \(figure(noise)) around \(figure(level)), so that a trend of"
                + " \(figure(slopeLow)) to \(figure(slopeHigh)) a week fits as well (95 %)"
        case .justMoved(let day): "it jumped about \(day), too lately to tell a spike from a new level"
        case .either(let one, let other):
            "\(one.rawValue) and \(other.rawValue) explain it about as well"
        }
    }

    private func share(_ value: Double) -> Double { min(1, max(0, value)) }

    private func figure(_ value: Double) -> String { Wording.figure(value) }
}
