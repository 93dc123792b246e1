import Catalog
import Foundation
import Matching

/// What a search for duplicates found and what it took, for people and as JSON.
struct DedupeFigures: Encodable {
    struct Seconds: Encodable {
        let reading: Double
        let comparing: Double
        let grouping: Double
    }

    /// Against a column that says which thing a row is.
    struct Truth: Encodable {
        /// Pairs of rows in one cluster that are one thing, of all that are in one cluster.
        let precision: Share
        /// Pairs of rows in one cluster that are one thing, of all that are one thing.
        let recall: Share
    }

    let rows: Int
    private(set) var clusters = 0
    private(set) var clusteredRows = 0
    let pairs: Int
    let lookUps: Int
    let candidatesPerLookUp: Double
    let comparedPerLookUp: Double
    /// Look-ups that met a bound, so that something may be missing.
    let cut: Int
    private(set) var truth: Truth?
    var blocking: BlockingCheck?
    var seconds: Seconds?

    init(_ lists: ListingFiles, _ found: DuplicateSearch.Answer, _ clusters: DuplicateClusters, _ rule: DuplicateRule) {
        rows = lists.count
        pairs = found.pairs.count
        lookUps = found.lookUps
        candidatesPerLookUp = Double(found.candidates) / Double(max(1, found.lookUps))
        comparedPerLookUp = Double(found.compared) / Double(max(1, found.lookUps))
        cut = found.cut
        var (right, together) = (0, 0)
        clusters.forEach { members in
            self.clusters += 1
            clusteredRows += members.count
            together += members.count * (members.count - 1) / 2
            if !lists.truths.isEmpty { right += Self.truePairs(of: members.map { lists.truths[Int($0)] }) }
        }
        if !lists.truths.isEmpty {
            truth = Truth(
                precision: Share(right, of: together), recall: Share(right, of: Self.truePairs(lists, rule)))
        }
    }

    /// Lines of a summary.
    var sentences: [String] {
        var lines = [
            "\(Console.count(rows)) rows, \(Console.count(clusteredRows)) of them in \(Console.count(clusters)) clusters; "
                + "\(Console.count(pairs)) pairs alike, \(Console.decimal(candidatesPerLookUp, places: 2)) candidates a row."
        ]
        if cut > 0 {
            lines.append("\(Console.count(cut)) rows have names so common that not all their candidates were read.")
        }
        if let truth {
            lines.append("Precision \(truth.precision.words), recall \(truth.recall.words).")
        }
        lines += blocking?.sentences ?? []
        if let seconds {
            lines.append(
                "\(Console.decimal(seconds.reading + seconds.comparing + seconds.grouping, places: 1)) s: reading \(Console.decimal(seconds.reading, places: 1)), "
                    + "comparing \(Console.decimal(seconds.comparing, places: 1)), grouping and writing \(Console.decimal(seconds.grouping, places: 1))."
            )
        }
        return lines
    }

    /// Pairs of equal things.
    private static func truePairs(of things: [Int32]) -> Int {
        var counts: [Int32: Int] = [:]
        for thing in things where thing >= 0 { counts[thing, default: 0] += 1 }
        return counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }

    /// Pairs that are one thing and may be in one cluster.
    private static func truePairs(_ lists: ListingFiles, _ rule: DuplicateRule) -> Int {
        var counts: [Int32: [Int32: Int]] = [:]
        for (number, thing) in lists.truths.enumerated() where thing >= 0 {
            counts[thing, default: [:]][lists.index.source(of: Int32(number)), default: 0] += 1
        }
        return counts.values.reduce(0) { sum, bySource in
            let all = bySource.values.reduce(0, +)
            let own = rule.isWithinSources ? 0 : bySource.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
            return sum + all * (all - 1) / 2 - own
        }
    }
}

extension Share {
    /// In per cent, with its bounds.
    var words: String {
        guard let value else { return "of nothing" }
        func percent(_ share: Double) -> String { Console.decimal(100 * share, places: 2) }
        return "\(percent(value)) % (\(percent(low)) to \(percent(high)))"
    }
}
