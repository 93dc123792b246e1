import Catalog

/// How much media speak of a product, how lately and in what tone (0–100).
///
///     weight = prominence × reach × 2^(−age in days / 14)     reach: article 1, post 0.4
///     volume = sum over sources of log2(1 + sum of weight)
///     tone   = mean of sentiment by weight, over mentions that have one; 0 without
///     media  = 100 × loud / (loud + 2)                        loud = volume × (1 + tone / 2)
///
/// over the 90 days up to the day asked about. One title today is 33, one in each of two sources 50, of five 71; a second article of one
/// source adds less than one of another. Rises with every mention that is not harsher than those before, with prominence and with
/// sentiment; halves in loudness every 14 days. Nothing found is 0 once media have been read for four weeks: silence was measured. Before,
/// one reading says little of what was not said, and it is missing, as it is where no medium was read in the window.
struct MediaMeasure {
    static let windowDays = 90
    /// From the first reading of any medium in the window to the last, so that nothing found means nothing said.
    static let silenceDays = 28
    /// After as many days a mention weighs half.
    static let halfLifeDays = 14.0
    /// What a post reaches of what an article reaches.
    static let postReach = 0.4
    /// Loudness at which half of the range is reached.
    static let halfLoudness = 2.0
    /// How far the tone turns the volume up or down at most.
    static let toneReach = 0.5

    let context: ScoreContext
    let day: CalendarDay

    func measure(_ evidence: ProductEvidence) -> ComponentResult {
        guard !context.media.isEmpty else { return .missing(.notCollected) }
        let read = context.media.count { source in
            source.latestList(asOf: day).map { day.distance(from: $0) < Self.windowDays } ?? false
        }
        guard read > 0 else { return .missing(.noMediaRead(withinDays: Self.windowDays)) }
        var heard = MentionSum()
        for mention in evidence.mentions where mention.day <= day && context.media.indices.contains(mention.source) {
            let age = day.distance(from: mention.day)
            guard age < Self.windowDays else { continue }
            heard.add(mention, age: age)
        }
        guard !heard.isEmpty || span >= Self.silenceDays else { return .missing(.mediaReadTooShort(days: span)) }
        return heard.result(read: read)
    }

    /// Days from the first reading in the window to the last.
    private var span: Int {
        let before = day.saturatingEarlier(by: Self.windowDays)
        var (first, last) = (CalendarDay?.none, CalendarDay?.none)
        for source in context.media {
            guard let newest = source.latestList(asOf: day), newest > before else { continue }
            last = max(last ?? newest, newest)
            if let oldest = source.firstList(after: before) { first = min(first ?? oldest, oldest) }
        }
        return first.flatMap { first in last.map { $0.distance(from: first) } } ?? 0
    }
}

/// What the mentions of one product add up to.
private struct MentionSum {
    private var sources: [Int: Double] = [:]
    private var count = 0
    private var toneSum = 0.0
    private var toneWeight = 0.0
    private var newest = Int.max

    var isEmpty: Bool { count == 0 }

    mutating func add(_ mention: MentionEvidence, age: Int) {
        let reach = mention.kind == .article ? 1 : MediaMeasure.postReach
        let weight = mention.prominence * reach * MediaMeasure.recency(days: age)
        guard weight > 0 else { return }
        sources[mention.source, default: 0] += weight
        count += 1
        newest = min(newest, age)
        guard let sentiment = mention.sentiment else { return }
        toneSum += sentiment * weight
        toneWeight += weight
    }

    func result(read: Int) -> ComponentResult {
        guard count > 0 else {
            return .measured(0, reasons: [.noMention(sourcesRead: read, days: MediaMeasure.windowDays)])
        }
        // In one order, so that the same evidence gives the same number to the last bit.
        let volume = sources.sorted { $0.key < $1.key }.reduce(0) { $0 + MediaMeasure.logarithm($1.value) }
        let tone = toneWeight > 0 ? toneSum / toneWeight : nil
        let loud = volume * (1 + (tone ?? 0) * MediaMeasure.toneReach)
        var reasons: [ScoreReason] = [
            .mentions(count, sources: sources.count, newestDaysOld: newest, days: MediaMeasure.windowDays)
        ]
        reasons.append(tone.map { .tone($0) } ?? .toneUnknown)
        return .measured(min(100, max(0, 100 * loud / (loud + MediaMeasure.halfLoudness))), reasons: reasons)
    }
}
