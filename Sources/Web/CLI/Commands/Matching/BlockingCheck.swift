import Catalog
import Foundation
import Matching

/// What an index finds of what comparing with every row finds, and how long a look-up takes, from some rows all over the lists.
struct BlockingCheck: Encodable {
    /// Look-ups that are timed for each that is compared with everything.
    private static let timed = 10

    private(set) var wanted = 0
    private(set) var least: Float = 0
    private(set) var checked = 0
    /// The share found of what comparing with every row finds.
    private(set) var recall: Share
    /// The share of the rows of the same thing that are among the candidates, where a column says which those are.
    private(set) var partnerRecall: Share
    private(set) var candidatesPerLookUp = 0.0
    /// Milliseconds of a look-up, without taking a name apart.
    private(set) var p50 = 0.0
    private(set) var p95 = 0.0
    private(set) var p99 = 0.0

    /// - Parameter rows: so many are compared with every other.
    init(_ lists: ListingFiles, _ rule: DuplicateRule, rows: Int) {
        let wish = CandidateWish(includesOwnSource: rule.isWithinSources)
        (wanted, least) = (wish.most, wish.least)
        var (search, report) = (CandidateSearch(), BlockingReport())
        let partners = Self.partners(lists)
        let numbers = Self.spread(min(lists.count, rows * Self.timed), over: lists.count)
        var times: [Double] = []
        var found: [Int32: [NameCandidate]] = [:]
        let checks = Set(Self.spread(min(numbers.count, rows), over: numbers.count).map { numbers[Int($0)] })
        for number in numbers {
            let begun = ContinuousClock.now
            let candidates = search.candidates(of: number, in: lists.index, wish)
            times.append((ContinuousClock.now - begun).seconds * 1_000)
            candidatesPerLookUp += Double(candidates.count) / Double(numbers.count)
            if checks.contains(number) { found[number] = candidates }
            guard !lists.truths.isEmpty, lists.truths[Int(number)] >= 0 else { continue }
            let source = lists.index.source(of: number)
            for partner in partners[lists.truths[Int(number)]] ?? []
            where partner != number && (rule.isWithinSources || lists.index.source(of: partner) != source) {
                report.notePartner(isFound: candidates.contains { $0.number == partner })
            }
        }
        for number in checks.sorted() {
            let expected = search.exhaustiveCandidates(of: number, in: lists.index, wish)
            report.note(found[number] ?? [], expected: expected, wasCut: false)
        }
        times.sort()
        func percentile(_ share: Double) -> Double { times.isEmpty ? 0 : times[Int(share * Double(times.count - 1))] }
        (p50, p95, p99) = (percentile(0.5), percentile(0.95), percentile(0.99))
        checked = report.lookUps
        (recall, partnerRecall) = (report.recall, report.partnerRecall)
    }

    var sentences: [String] {
        var lines = [
            "Of \(Console.count(checked)) rows compared with all others, the index finds \(recall.words) of the \(wanted) nearest "
                + "that are at least \(Console.decimal(Double(least), places: 2)) alike; \(Console.decimal(candidatesPerLookUp, places: 1)) candidates a row.",
            "A look-up takes \(Console.decimal(p50, places: 3)) ms; 95 % take at most \(Console.decimal(p95, places: 3)) ms, 99 % \(Console.decimal(p99, places: 3)) ms.",
        ]
        if partnerRecall.of > 0 {
            lines.append("\(partnerRecall.words) of the rows of the same thing are among the \(wanted) nearest.")
        }
        return lines
    }

    /// Numbers at equal distances.
    private static func spread(_ count: Int, over total: Int) -> [Int32] {
        (0..<count).map { Int32($0 * total / count) }
    }

    private static func partners(_ lists: ListingFiles) -> [Int32: [Int32]] {
        var partners: [Int32: [Int32]] = [:]
        for (number, thing) in lists.truths.enumerated() where thing >= 0 {
            partners[thing, default: []].append(Int32(number))
        }
        return partners
    }
}
