import Documents
import Foundation

/// What a chart over time says, read: the points of its terms. Pure.
struct TrendsTimeline {
    let points: [SeriesPoint]
    let rejects: [RecordReject]

    /// When something can have been searched for: from the year that is counted first, to 2100.
    private static let era = 1_072_915_200...4_102_444_800

    /// - Parameters:
    ///   - answer: without what guards it.
    ///   - terms: in the order they were asked for.
    ///   - resolution: as the chart names it.
    ///   - moment: what begins after it is no point.
    init(
        _ answer: JSONValue, terms: [String], market: GoogleTrendsMarket, resolution: String, scale: String,
        by moment: Date
    ) throws(SourceProblem) {
        guard let entries = answer["default"]?["timelineData"]?.list else {
            throw .wrongShape(expected: "a series", found: "JSON without one")
        }
        var (points, rejects) = ([SeriesPoint](), [RecordReject]())
        let starts = Self.starts(of: entries, by: moment, &rejects)
        for (index, entry) in entries.enumerated() {
            guard let from = starts[index] else { continue }
            let to = starts[index + 1] ?? Self.end(of: from, resolution)
            let values = entry["value"]?.list ?? []
            guard values.count == terms.count else {
                rejects.append(
                    RecordReject(index: index, reason: "it has \(values.count) values for \(terms.count) terms"))
                continue
            }
            let hasData = entry["hasData"]?.list ?? []
            for (place, term) in terms.enumerated() {
                if hasData.indices.contains(place), hasData[place] == .bool(false) { continue }
                guard let value = values[place].ownDecimal, (0...100).contains(value) else {
                    rejects.append(RecordReject(index: index, reason: "a value of it is none from 0 to 100"))
                    continue
                }
                points.append(
                    SeriesPoint(
                        subject: term, measure: .searchInterest, market: market.country, from: from, to: to,
                        value: value, scale: scale, isPartial: entry.flag("isPartial") ?? false))
            }
        }
        self.points = points
        self.rejects = rejects
    }

    /// When each stretch begins, by its place.
    private static func starts(
        of entries: [JSONValue], by moment: Date, _ rejects: inout [RecordReject]
    ) -> [Int: Date] {
        var starts: [Int: Date] = [:]
        var last = Date.distantPast
        for (index, entry) in entries.enumerated() {
            let second = entry.integer("time").flatMap { era.contains($0) ? $0 : nil }
            // Clocks differ a little.
            guard let from = second.map({ Date(timeIntervalSince1970: Double($0)) }), from > last,
                from.timeIntervalSince(moment) < 3_600
            else {
                rejects.append(RecordReject(index: index, reason: "it has no time that can be"))
                continue
            }
            starts[index] = from
            last = from
        }
        return starts
    }

    /// Where a stretch ends behind which there is none.
    private static func end(of from: Date, _ resolution: String) -> Date {
        switch resolution {
        case "HOUR": return from + 3_600
        case "DAY": return from + 86_400
        case "MONTH":
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            return calendar.date(byAdding: .month, value: 1, to: from) ?? from + 30 * 86_400
        default: return from + 7 * 86_400
        }
    }
}
