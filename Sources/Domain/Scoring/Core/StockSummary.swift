import Catalog

/// What the stock counts of a product's listings add up to.
struct StockSummary {
    /// Stock at which the level is half of its range: two cases of twelve.
    static let halfLevel = 24.0
    static let turnDays = 30.0

    private(set) var listings = 0
    private var units = 0.0
    private var velocityParts = 0.0
    private var velocityListings = 0
    private var unitsOutPerDay = 0.0
    private var coveredUnits = 0.0
    private var storesBefore = 0.0
    private var storesNow = 0.0
    private var storeListings = 0

    /// Adds the history of one listing, which is not empty and holds until `end`.
    mutating func add(_ history: ArraySlice<StockObservation>, until end: CalendarDay) {
        guard let first = history.first, let last = history.last else { return }
        listings += 1
        let now = Double(max(0, last.units))
        units += now
        let days = Double(end.distance(from: first.day))
        guard days >= 1 else { return }
        addVelocity(history, days: days, end: end, now: now)
        if let before = history.first(where: { $0.stores != nil })?.stores,
            let after = history.last(where: { $0.stores != nil })?.stores
        {
            storesBefore += Double(max(0, before))
            storesNow += Double(max(0, after))
            storeListings += 1
        }
    }

    private mutating func addVelocity(
        _ history: ArraySlice<StockObservation>, days: Double, end: CalendarDay, now: Double
    ) {
        var out = 0.0
        var unitDays = 0.0
        for (earlier, later) in zip(history, history.dropFirst()) {
            let (from, to) = (Double(max(0, earlier.units)), Double(max(0, later.units)))
            out += max(0, from - to)
            unitDays += from * Double(later.day.distance(from: earlier.day))
        }
        unitDays += now * Double(end.distance(from: history[history.endIndex - 1].day))
        let perDay = out / days
        let mean = unitDays / days
        // With nothing in stock all the time there was nothing to sell: velocity is unknown, not zero.
        guard mean > 0 else { return }
        let turns = Self.turnDays * perDay / mean
        velocityParts += 100 * turns / (turns + 1)
        velocityListings += 1
        unitsOutPerDay += perDay
        coveredUnits += now
    }

    var result: ComponentResult {
        var reasons: [ScoreReason] = [.unitsInStock(units, listings: listings)]
        var points = 0.3 * 100 * units / (units + Self.halfLevel)
        var weights = 0.3
        if velocityListings > 0 {
            points += 0.5 * velocityParts / Double(velocityListings)
            weights += 0.5
            let cover = unitsOutPerDay > 0 ? coveredUnits / unitsOutPerDay : nil
            reasons.append(.unitsOut(perDay: unitsOutPerDay, daysOfCover: cover))
        } else {
            reasons.append(.velocityUnknown)
        }
        if storeListings > 0 {
            let largest = max(storesNow, storesBefore)
            points += 0.2 * (50 + (largest > 0 ? 50 * (storesNow - storesBefore) / largest : 0))
            weights += 0.2
            reasons.append(.stores(before: storesBefore, now: storesNow))
        } else {
            reasons.append(.storesUnknown)
        }
        return .measured(min(100, max(0, points / weights)), reasons: reasons)
    }
}
