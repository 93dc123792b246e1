/// Holds a run against comparable ones before it: what changed, whether it may be taken over, and what is behind it. Pure.
///
/// A source that changed its pages goes on to answer, and what is read from it is wrong in quiet ways. So each rule looks at what the
/// goods could not have done by themselves: all prices by one factor, every name another one, a field that nobody fills any more.
/// What goods do, together or one by one, is the market, and is taken over; only a list that shrinks by a fifth waits for a person all
/// the same.
package struct RunWatch: Sendable {
    /// Runs that are compared with, at most.
    package static let mostPast = 8
    /// With fewer records nothing is said of shares.
    static let leastRecords = 20
    static let leastDated = 5

    let now: RunProfile
    /// The newest first.
    let past: [RunProfile]
    let kind: RecordKind

    package init(now: RunProfile, past: [RunProfile], kind: RecordKind = .products) {
        self.now = now
        self.past = past
        self.kind = kind
    }

    package struct Outcome: Sendable, Hashable {
        package let findings: [WatchFinding]
        /// Nil where there is nothing to say.
        package let verdict: WatchVerdict?
        package let holds: Bool

        /// For a person, without a full stop: what holds the run, or what is noteworthy.
        package var sentence: String? {
            let told = holds ? findings.filter(\.holds) : findings
            return told.isEmpty ? nil : told.prefix(3).map(\.sentence).joined(separator: "; ")
        }
    }

    package func judge() -> Outcome {
        var findings = absolute()
        if !past.isEmpty {
            let shape = shape()
            findings += kind == .products ? catalogue(shape) : emptied(shape)
            findings += shape
        }
        let holds = findings.contains(where: \.holds)
        return Outcome(findings: findings, verdict: verdict(findings, holds: holds), holds: holds)
    }

    /// What is behind it all: a site that changed explains most, then one that keeps something back; the market is what is left.
    private func verdict(_ findings: [WatchFinding], holds: Bool) -> WatchVerdict? {
        let causes = Set((holds ? findings.filter(\.holds) : findings).map(\.cause))
        return [.site, .blocked, .market].first(where: causes.contains)
    }

    // MARK: - Without comparison

    private func absolute() -> [WatchFinding] {
        var findings: [WatchFinding] = []
        if let rejects = now[.rejects], rejects.coverage > PriceBookImport.rejectLimit, rejects.filled > 1 {
            findings.append(
                WatchFinding(
                    "rejects", .site, seen: rejects.coverage, holds: true,
                    "\(rejects.filled) of \(rejects.records) records could not be read"))
        }
        if let repeats = now[.repeats], repeats.records >= Self.leastRecords, repeats.coverage > 0.05 {
            findings.append(
                WatchFinding(
                    "repeats", .site, seen: repeats.coverage, holds: repeats.coverage > 0.2,
                    "\(Self.percent(repeats.coverage)) of the records came more than once"))
        }
        if let ahead = now[.ahead], ahead.records >= Self.leastDated, ahead.coverage >= 0.5 {
            findings.append(
                WatchFinding(
                    "dates_ahead", field: "published_at", .site, seen: ahead.coverage, holds: true,
                    "\(ahead.filled) of \(ahead.records) records are dated in the future"))
        }
        return findings
    }

    // MARK: - What the source answers

    /// Paths of the answers that are not there any more, or hold another type.
    private func shape() -> [WatchFinding] {
        var findings: [WatchFinding] = []
        for field in Set(past.flatMap(\.fields.keys)).sorted() where field.hasPrefix(RunProfile.answerPrefix) {
            let before = past.compactMap { $0.fields[field] }.filter { $0.records >= least }
            guard before.count * 2 > past.count, let usual = Self.median(before.map(\.coverage)), usual >= 0.5 else {
                continue
            }
            let path = field.dropFirst(RunProfile.answerPrefix.count)
            guard let seen = now.fields[field] else {
                // A path below one that is gone is no news.
                guard let parent = parent(of: field), parent.records >= least else { continue }
                findings.append(
                    WatchFinding(
                        "path_gone", field: field, .site, usual: usual, seen: 0, holds: false,
                        "the answers have no \(path) any more"))
                continue
            }
            if seen.records >= least, let type = before.first?.commonest, let newType = seen.commonest, type != newType,
                seen.sameness > 0.5, before.allSatisfy({ $0.commonest == type })
            {
                findings.append(
                    WatchFinding(
                        "path_type", field: field, .site, holds: false, "\(path) was a \(type) and is a \(newType)"))
            }
        }
        return findings
    }

    private func parent(of field: String) -> FieldProfile? {
        guard let end = field.lastIndex(of: ".") else {
            return now.fields.first { $0.key.hasPrefix(RunProfile.answerPrefix) }?.value
        }
        return now.fields[String(field[..<end])]
    }

    // MARK: - Fields

    private static let free: Set<String> = [
        "regular_price_minor", "summary", "author", "body", "link", "tags", "shares", "views",
    ]

    private var least: Int { kind == .products ? Self.leastRecords : Self.leastDated }

    /// Fields of rows that say much less than usual.
    private func emptied(_ shape: [WatchFinding]) -> [WatchFinding] {
        let outOfStock = rise(of: .outOfStock)
        return Set(past.flatMap(\.fields.keys)).sorted().compactMap { field in
            guard !field.contains(":"), field != "currency", field != "price_kind", let seen = now.fields[field],
                seen.records >= least,
                let usual = Self.median(
                    past.compactMap { $0.fields[field] }.filter { $0.records >= least }.map(\.coverage)),
                usual >= 0.3, seen.coverage < usual / 2
            else { return nil }
            // Reductions and what is written about are the market's; nothing of them is expected.
            let isFree = Self.free.contains(field)
            // What is not to be had has no price with many.
            if field == "price_minor", outOfStock > (usual - seen.coverage) * 0.7 { return nil }
            let isWithheld = shape.isEmpty && (field == "price_minor" || field == "stock_units")
            return WatchFinding(
                "field_emptied", field: field, isWithheld ? .blocked : .site, usual: usual, seen: seen.coverage,
                holds: !isFree,
                "\(Self.word(field)) is there for \(Self.percent(seen.coverage)) of the records, usually for \(Self.percent(usual))"
            )
        }
    }

    // MARK: - Catalogues

    private func catalogue(_ shape: [WatchFinding]) -> [WatchFinding] {
        emptied(shape) + size(shape) + identity() + prices() + stock(shape) + units()
    }

    private func size(_ shape: [WatchFinding]) -> [WatchFinding] {
        let before = past.filter(\.isComplete).map { Double($0.items) }
        guard now.isComplete, let usual = Self.median(before), usual >= Double(Self.leastRecords) else { return [] }
        let seen = Double(now.items)
        if seen < usual * PriceBookImport.shrinkLimit {
            return [
                WatchFinding(
                    "records_fell", shrinkCause(shape), usual: usual, seen: seen, holds: true,
                    "there are \(now.items) items, usually \(Int(usual))")
            ]
        }
        if seen > usual * 1.5 {
            return [
                WatchFinding(
                    "records_grew", .market, usual: usual, seen: seen, holds: seen > usual * 3,
                    "there are \(now.items) items, usually \(Int(usual))")
            ]
        }
        return []
    }

    /// Why a list is shorter. Suppliers and shelves go as a whole; whoever keeps us out lets us have the first pages, or a part of
    /// everything; a site that changed its windows leaves the same gap on every page.
    private func shrinkCause(_ shape: [WatchFinding]) -> WatchVerdict {
        if now.items == 0 { return shape.isEmpty ? .blocked : .site }
        if let together = now[.goneTogether], together.coverage >= 0.7 { return .market }
        let usualTail = Self.median(past.compactMap { $0[.tail]?.middle }) ?? 1
        if let tail = now[.tail], let ratio = tail.middle, ratio < 0.5 * usualTail { return .blocked }
        if let tail = now[.tail], tail.coverage > usual(.tail) + 0.15 { return .blocked }
        // What stood at the ends of pages is missing: pages are shorter than they were.
        if let place = now[.gone]?.middle, place > 1.25 { return .site }
        return .blocked
    }

    private func identity() -> [WatchFinding] {
        var findings: [WatchFinding] = []
        let least = Self.leastRecords
        if let names = now[.names], names.records >= least, names.coverage >= 0.5, usual(.names) < 0.1 {
            findings.append(
                WatchFinding(
                    "names_changed", field: "name", .site, usual: usual(.names), seen: names.coverage, holds: true,
                    "\(Self.percent(names.coverage)) of the items have another name"))
        }
        if let codes = now[.codes], codes.records >= least, codes.coverage >= 0.3, usual(.codes) < 0.05 {
            findings.append(
                WatchFinding(
                    "codes_changed", field: "gtin", .site, usual: usual(.codes), seen: codes.coverage, holds: true,
                    "\(Self.percent(codes.coverage)) of the items have another code"))
        }
        if let known = now[.known], let renamed = now[.renamed], known.records >= least, known.coverage < 0.5,
            renamed.records >= least, renamed.coverage >= 0.6
        {
            findings.append(
                WatchFinding(
                    "ids_changed", .site, usual: usual(.known), seen: known.coverage, holds: true,
                    "the source numbers its items otherwise: \(renamed.filled) of \(renamed.records) new ones have the name of one that is gone"
                ))
        }
        return findings
    }

    private func prices() -> [WatchFinding] {
        var findings: [WatchFinding] = []
        if let price = now.fields["price_minor"], price.filled >= Self.leastRecords {
            let usual = Self.median(past.compactMap { $0.fields["price_minor"]?.sameness }) ?? 0
            if price.sameness >= 0.5, usual <= 0.25 {
                findings.append(
                    WatchFinding(
                        "prices_flat", field: "price_minor", .blocked, usual: usual, seen: price.sameness, holds: true,
                        "\(Self.percent(price.sameness)) of the prices are the same number"))
            }
        }
        guard findings.isEmpty, let moved = now[.moved], moved.records >= Self.leastRecords, let middle = moved.middle,
            let low = moved.low, let high = moved.high, low > 0
        else { return findings }
        let usualMoved = usual(.moved)
        let together = now[.together]?.coverage ?? 0
        if middle < 0.67 || middle > 1.5 {
            let isFactor = together >= 0.6
            findings.append(
                WatchFinding(
                    isFactor ? "price_factor" : "prices_far", field: "price_minor", isFactor ? .site : .market,
                    usual: 1,
                    seen: middle, holds: true,
                    isFactor
                        ? "\(Self.percent(together)) of the prices are \(Self.factor(middle)) times what they were"
                        : "half of the prices are more than \(Self.factor(middle)) times what they were"))
        } else if moved.coverage >= 0.5, high / low >= 4, spread <= 2.5 {
            findings.append(
                WatchFinding(
                    "prices_scrambled", field: "price_minor", .blocked, usual: spread, seen: high / low, holds: true,
                    "prices went up and down without any order"))
        } else if moved.coverage >= 0.3, moved.coverage >= 3 * usualMoved {
            findings.append(
                WatchFinding(
                    "prices_moved", field: "price_minor", .market, usual: usualMoved, seen: moved.coverage,
                    holds: false,
                    "\(Self.percent(moved.coverage)) of the prices changed, usually \(Self.percent(usualMoved))"))
        }
        return findings
    }

    /// How far new prices over old ones lie apart in comparable runs.
    private var spread: Double {
        Self.median(
            past.compactMap { profile in
                guard let low = profile[.moved]?.low, let high = profile[.moved]?.high, low > 0 else { return nil }
                return high / low
            }) ?? 1
    }

    private func stock(_ shape: [WatchFinding]) -> [WatchFinding] {
        guard let none = now[.outOfStock], none.records >= Self.leastRecords, rise(of: .outOfStock) >= 0.4 else {
            return []
        }
        let isAll = none.coverage >= 0.98
        return [
            WatchFinding(
                isAll ? "stock_withheld" : "stock_out", field: "stock_units",
                !isAll ? .market : shape.isEmpty ? .blocked : .site,
                usual: usual(.outOfStock),
                seen: none.coverage, holds: isAll,
                isAll
                    ? "nothing at all is to be had"
                    : "\(Self.percent(none.coverage)) of the items are out of stock, usually \(Self.percent(usual(.outOfStock)))"
            )
        ]
    }

    /// Currency and kind of price.
    private func units() -> [WatchFinding] {
        ["currency", "price_kind"].compactMap { field in
            guard let seen = now.fields[field], seen.filled >= Self.leastRecords, seen.sameness >= 0.5,
                let newValue = seen.commonest
            else { return nil }
            let before = past.compactMap { $0.fields[field] }.filter { $0.filled >= Self.leastRecords }
            guard let old = before.first?.commonest, old != newValue,
                before.allSatisfy({ $0.commonest == old && $0.sameness >= 0.5 })
            else { return nil }
            return WatchFinding(
                "\(field)_changed", field: field, .site, usual: before.first?.sameness, seen: seen.sameness,
                holds: true,
                "\(Self.word(field)) is \(newValue), and was \(old)")
        }
    }

    // MARK: - Figures

    private func usual(_ figure: RunFigure) -> Double { Self.median(past.compactMap { $0[figure]?.coverage }) ?? 0 }

    /// By how much a share is above the usual one.
    private func rise(of figure: RunFigure) -> Double { (now[figure]?.coverage ?? 0) - usual(figure) }

    /// Of an even number of values the lower one of the two in the middle.
    static func median(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
    }

    private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }

    private static func factor(_ value: Double) -> String {
        value >= 10 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
    }

    private static func word(_ field: String) -> String {
        switch field {
        case "price_minor": "the price"
        case "regular_price_minor": "the regular price"
        case "stock_units": "the stock"
        case "volume_ml": "the size"
        case "strength_bp": "the strength"
        case "gtin": "the code"
        case "price_kind": "the kind of price"
        case "published_at": "the date"
        default: "the \(field)"
        }
    }
}
