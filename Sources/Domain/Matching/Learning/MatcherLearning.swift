import Catalog
package import Companies
package import Foundation

/// Learns a matcher from what reviewers said in all companies. A part of it is held back; the new one decides from now on only if it is
/// better there than the one that decides. What is learned are trees over numbers about pairs; no name goes into them.
package struct MatcherLearning: Sendable {
    /// Pairs of each kind there must be at least.
    package static let least = 40
    /// One pair in so many is held back.
    static let heldEvery = 4

    private let database: CompanyDatabase
    private let budget: ErrorBudget
    private let threads: Int
    private let makeID: @Sendable () -> UUID

    package init(
        database: CompanyDatabase, budget: ErrorBudget = .standard, threads: Int = 1,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        self.database = database
        self.budget = budget
        self.threads = threads
        self.makeID = makeID
    }

    /// - Throws: `LearningProblem`; `BoostingProblem`; `MatcherProblem`.
    package func run(
        at moment: Date, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> (version: String, report: LearningReport) {
        var companies = try await database.system(reason: "learn a matcher") { try await $0.companies().map(\.id) }
        companies.append(.house)
        var lessons: [PairLesson] = []
        for company in companies {
            let pairs = try await database.transaction(in: company) {
                try await DecidedPairQueries(transaction: $0).decided()
            }
            if !pairs.isEmpty { lessons.append(Self.lesson(pairs)) }
        }
        func count(_ pairs: KeyPath<PairLesson, [LabelledPair]>, same: Bool? = nil) -> Int {
            lessons.reduce(0) { $0 + $1[keyPath: pairs].count { same == nil || $0.isSame == same } }
        }
        let same = count(\.pairs, same: true) + count(\.held, same: true)
        let different = count(\.pairs, same: false) + count(\.held, same: false)
        guard min(same, different) >= Self.least, count(\.held, same: true) > 0, count(\.held, same: false) > 0 else {
            throw LearningProblem.tooFew(same: same, different: different, least: Self.least)
        }
        // The threshold comes from what was learned from: what is held back says only how right all of it is.
        let matcher = try PairMatcher.learn(
            from: lessons.map { PairLesson($0.table, $0.pairs) }, .compact, threads: threads, progress: progress)
        let model = try await database.transaction(in: .house) {
            try await MatchModelQueries(transaction: $0).promoted()
        }
        let before = try model.map { try PairMatcher(kept: $0.kept, threads: threads) } ?? .builtIn(threads: threads)
        let (now, then) = (try Self.scored(matcher, lessons), try Self.scored(before, lessons))
        let (figures, beforeFigures) = (
            LearningReport.Figures(now, threshold: matcher.threshold),
            LearningReport.Figures(then, threshold: before.threshold)
        )
        let isPromoted = LearningReport.isBetter(figures, than: beforeFigures)
        let automatic = budget.threshold(for: now.map { ($0.probability, $0.isSame) })
        let report = LearningReport(
            learned: count(\.pairs), learnedSame: count(\.pairs, same: true), held: count(\.held),
            heldSame: count(\.held, same: true), companies: lessons.count, figures: figures,
            before: model?.version ?? PairMatcher.builtInVersion, beforeFigures: beforeFigures, isPromoted: isPromoted,
            automatic: automatic?.threshold)
        let version = Self.version(at: moment)
        let (kept, json) = (try matcher.kept(), try Self.json(report))
        try await database.transaction(in: .house) { transaction in
            try await MatchModelQueries(transaction: transaction).add(
                kept, version: version, report: json, isPromoted: isPromoted, id: makeID(), at: moment)
            // Another matcher's probabilities mean something else: what one was allowed the next has to show anew.
            guard isPromoted else { return }
            try await AutomationQueries(transaction: transaction).set(
                .model, to: automatic?.threshold,
                reason: automatic == nil
                    ? "\(version) was promoted; labels do not yet show from which probability on it may decide."
                    : "\(version) was promoted, and on what was held back no more were wrong than may be.",
                audited: automatic?.count ?? 0, wrong: automatic?.wrong ?? 0, id: makeID(), at: moment)
        }
        return (version, report)
    }

    /// "learned-20261130-020000", in UTC.
    private static func version(at moment: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
        func two(_ part: Int?) -> String { String(format: "%02d", part ?? 0) }
        return "learned-\(parts.year ?? 0)\(two(parts.month))\(two(parts.day))-\(two(parts.hour))\(two(parts.minute))"
            + two(parts.second)
    }

    private static func json(_ report: LearningReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private static func lesson(_ pairs: [DecidedPairRow]) -> PairLesson {
        var set = PairSet()
        var (learned, held): ([LabelledPair], [LabelledPair]) = ([], [])
        for pair in pairs {
            let left = set.addLeft(pair.listing, id: pair.listingID.uuidString)
            let right = set.addRight(pair.product, id: pair.productID.uuidString)
            let labelled = LabelledPair(id: pair.review.uuidString, left: left, right: right, isSame: pair.isSame)
            set.add(labelled)
            // All pairs of a listing are on one side, so that none is judged by what its rivals taught; the id is random.
            if pair.listingID.uuid.15 % UInt8(heldEvery) == 0 {
                held.append(labelled)
            } else {
                learned.append(labelled)
            }
        }
        return PairLesson(PairTable(set), learned, held: held)
    }

    private static func scored(_ matcher: PairMatcher, _ lessons: [PairLesson]) throws -> [ScoredPair] {
        var scored: [ScoredPair] = []
        for (place, lesson) in lessons.enumerated() {
            // Places of records are those of a set; of several sets they must not meet.
            scored += try matcher.scored(lesson.held, in: lesson.table).map {
                ScoredPair(
                    left: $0.left + place * 1_000_000, probability: $0.probability, isSame: $0.isSame, isBest: $0.isBest
                )
            }
        }
        return scored
    }
}
