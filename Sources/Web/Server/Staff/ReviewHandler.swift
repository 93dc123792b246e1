import Catalog
import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Matching
import Pages
import Postgres
import Routes

/// The queue of pairs, decided by staff who see neither prices nor whose they are.
struct ReviewHandler: Sendable {
    /// Days over which reviewers are looked at.
    private static let days = 14
    /// Pairs a rule would answer that are listed.
    private static let examples = 20
    private static let shownRules = 10

    let queue: ReviewQueries
    let frame: Frame
    let templates: TemplateLibrary
    /// Has what was answered done, soon.
    let settles: @Sendable () async throws -> Void
    /// Whether the next pair may be one of known truth.
    let drawsGold: @Sendable () -> Bool
    /// Whether it is time for an audit.
    let drawsAudit: @Sendable () -> Bool

    // MARK: - Pairs

    /// GET: the pair the reviewer has, or where to take one.
    func start(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        let note = Self.note(request)
        if let review = try await queue.held(by: context.member.session.identity) {
            return Self.redirect(to: review, note)
        }
        return templates.live(ReviewStartPage(frame: page(context), open: try await queue.open(), note: note))
    }

    /// POST: takes the next pair.
    func next(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        return try await next(after: nil, context)
    }

    private func next(after note: ReviewQuery.Note?, _ context: ReviewerContext) async throws -> Response {
        let review = try await queue.next(
            for: context.member.session.identity, wantsGold: drawsGold(), wantsAudit: drawsAudit())
        guard let review else {
            return .redirect(to: ReviewRoute.next(ReviewQuery(note: .nothing)).path)
        }
        return Self.redirect(to: review, note)
    }

    private static func redirect(to review: UUID, _ note: ReviewQuery.Note?) -> Response {
        .redirect(to: ReviewRoute.pair(review.uuidString.lowercased(), ReviewQuery(note: note)).path)
    }

    /// GET: a pair.
    func show(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        let (review, reviewer) = (try Self.review(context), context.member.session.identity)
        guard let (pair, carriers) = try await queue.pair(review, for: reviewer) else { throw NotFound() }
        guard pair.isMine, pair.isOpen else {
            return .redirect(to: ReviewRoute.next(ReviewQuery(note: .lost)).path)
        }
        let query = ReviewQuery(
            words: request.uri.queryParameters[Substring(ReviewQuery.wordsItem)].map(String.init),
            note: Self.note(request))
        let verdicts = pair.isDisputed ? try await queue.disagreement(on: review, for: reviewer) : []
        let frame = page(context)
        var found: [ReviewFound]?
        if let words = query.words { found = try await find(words, review, frame.text) }
        return templates.live(
            ReviewPage(
                frame: frame,
                facts: ReviewPage.Facts(
                    id: review.uuidString.lowercased(), facts: ReviewLines.facts(pair, frame.text),
                    reasons: pair.reasons, evidence: ReviewLines.evidence(pair, frame.text),
                    carriers: carriers.map { ReviewLines.carrier($0, frame.text) },
                    verdicts: verdicts.map { frame.text[$0.text] }),
                query: query, shown: Int(self.frame.now().timeIntervalSince1970 * 1_000), found: found))
    }

    private func find(_ words: String, _ review: UUID, _ text: InterfaceText) async throws -> [ReviewFound] {
        let folded = NameFolding.fold(words).split(separator: " ").map(String.init)
        guard !folded.isEmpty else { return [] }
        return try await queue.find(folded, for: review).map {
            ReviewFound(
                id: $0.id.uuidString.lowercased(), name: $0.name, millilitres: $0.millilitres, vintage: $0.vintage,
                listings: $0.listings, text: text)
        }
    }

    /// POST: an answer, and on to the next pair.
    func answer(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let (review, reviewer) = (try Self.review(context), context.member.session.identity)
        guard let verdict = form["verdict"].flatMap(ReviewVerdict.init(rawValue:)) else { throw NotFound() }
        var chosen: [UUID] = []
        if verdict == .split, let (_, carriers) = try await queue.pair(review, for: reviewer) {
            chosen = carriers.map(\.id).filter { form["listing-\($0.uuidString.lowercased())"] == "yes" }
        }
        let now = Int(frame.now().timeIntervalSince1970 * 1_000)
        // What a browser says of when it was shown is not to be trusted with more than a figure of pace.
        let took = form["shown"].flatMap(Int.init).map { min(max(0, now - $0), 3_600_000) }
        let isDone = try await queue.answer(
            review, verdict, splitting: chosen, by: reviewer, milliseconds: took, id: UUID())
        if isDone { try await settles() }
        return try await next(after: isDone ? .answered : .lost, context)
    }

    /// POST: the newest answer is taken back.
    func undo(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        _ = try await FormBody(of: request, for: context.member.token)
        guard let review = try await queue.takeBack(by: context.member.session.identity) else {
            return .redirect(to: ReviewRoute.next(ReviewQuery(note: .nothingToUndo)).path)
        }
        try await settles()
        return Self.redirect(to: review, .undone)
    }

    /// POST: another product is compared instead.
    func choose(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let product = form["product"].flatMap(UUID.init(uuidString:)) else { throw NotFound() }
        let chosen = try await queue.choose(
            product, instead: try Self.review(context), by: context.member.session.identity, id: UUID())
        guard let chosen else { return .redirect(to: ReviewRoute.next(ReviewQuery(note: .lost)).path) }
        return Self.redirect(to: chosen, nil)
    }

    // MARK: - The queue

    /// GET: figures.
    func figures(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        let found = try await queue.figures(days: Self.days)
        let frame = page(context)
        let most = found.days.map(\.second).max() ?? 0
        return templates.live(
            ReviewQueuePage(
                frame: frame, figures: ReviewLines.figures(found.standing),
                readers: found.reviewers.map {
                    ReviewerLine(
                        name: $0.name, answers: $0.answers, medianMilliseconds: $0.medianMilliseconds, gold: $0.gold,
                        goldRight: $0.goldRight, shared: $0.shared, agreed: $0.agreed, text: frame.text)
                }, audits: found.audits.map { ReviewLines.audit($0, frame.text) },
                days: found.days.map {
                    ReviewDayLine(day: DayStamp($0.first), answers: $0.second, most: most, text: frame.text)
                }, note: Self.note(request)))
    }

    /// GET: what a rule would answer.
    func rules(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        func item(_ name: String) -> String? { request.uri.queryParameters[Substring(name)].map(String.init) }
        let query = ReviewRulesQuery(
            low: item(ReviewRulesQuery.lowItem), high: item(ReviewRulesQuery.highItem), note: Self.note(request))
        return try await rules(query, context)
    }

    private func rules(_ query: ReviewRulesQuery, _ context: ReviewerContext) async throws -> Response {
        let frame = page(context)
        var (problem, found): (String?, (lines: [ReviewRuleExample], count: Int)?) = (nil, nil)
        if query.low != nil || query.high != nil {
            if let band = Self.band(query.low, query.high) {
                let (shown, count) = try await queue.matching(band, limit: Self.examples)
                found = (
                    shown.map {
                        ReviewRuleExample(listing: $0.listing, product: $0.product, probability: $0.probability)
                    },
                    count
                )
            } else {
                problem = frame.text[.reviewBadBand]
            }
        }
        let rules = try await queue.rules(limit: Self.shownRules).map {
            ReviewRuleLine(
                id: $0.id.uuidString.lowercased(),
                verdict: ReviewVerdict(rawValue: $0.verdict).map { frame.text[$0.text] } ?? $0.verdict,
                answers: $0.answers, standing: $0.standing, made: MomentStamp($0.answeredAt),
                isOwn: $0.reviewer == context.member.session.identity.rawValue, frame: frame)
        }
        return templates.live(
            ReviewRulesPage(frame: frame, query: query, problem: problem, found: found, rules: rules),
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// POST: a rule answers, or is taken back.
    func rule(_ request: Request, _ context: ReviewerContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let reviewer = context.member.session.identity
        if let undone = form["undo"] {
            guard let rule = UUID(uuidString: undone) else { throw NotFound() }
            let count = try await queue.takeBackRule(rule, by: reviewer)
            if count > 0 { try await settles() }
            return .redirect(
                to: ReviewRoute.rules(ReviewRulesQuery(note: count > 0 ? .unruled : .nothingToUndo)).path)
        }
        switch form["act"] {
        case "same", "different":
            guard let band = Self.band(form["low"], form["high"]), let announced = form["announced"].flatMap(Int.init),
                announced > 0, let verdict = form["act"].flatMap(ReviewVerdict.init(rawValue:))
            else {
                return try await rules(ReviewRulesQuery(low: form["low"], high: form["high"]), context)
            }
            let isDone = try await queue.answer(band, verdict, by: reviewer, announced: announced, id: UUID())
            if isDone { try await settles() }
            return .redirect(
                to: ReviewRoute.rules(
                    isDone
                        ? ReviewRulesQuery(note: .ruled)
                        : ReviewRulesQuery(low: form["low"], high: form["high"], note: .changed)
                ).path)
        default: throw NotFound()
        }
    }

    // MARK: - Reading requests

    private func page(_ context: ReviewerContext) -> PageFrame { frame.page(for: context.member, freshness: nil) }

    private static func note(_ request: Request) -> ReviewQuery.Note? {
        request.uri.queryParameters[Substring(ReviewQuery.noteItem)].map(String.init)
            .flatMap(ReviewQuery.Note.init(rawValue:))
    }

    private static func review(_ context: ReviewerContext) throws -> UUID {
        guard let id = context.parameters.get(ReviewRoute.reviewParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        return id
    }

    /// Per cent as typed.
    private static func band(_ low: String?, _ high: String?) -> ReviewBand? {
        guard let low = low.flatMap(Double.init), let high = high.flatMap(Double.init) else { return nil }
        return ReviewBand(low: low / 100, high: high / 100)
    }
}

extension ReviewVerdict {
    var text: TextKey {
        switch self {
        case .same: .reviewSame
        case .different: .reviewDifferent
        case .new: .reviewNew
        case .split: .reviewSplit
        case .unsure: .reviewUnsure
        }
    }
}
