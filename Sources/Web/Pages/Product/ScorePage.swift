package import Routes

/// A product's score on a day, opened: how it was made, what changed, and the signals under it.
package struct ScorePage: FramedPage {
    /// Where the numbers come from.
    package enum Origin: Sendable, Equatable {
        /// Published, and made again to the last bit.
        case same(MomentStamp)
        /// Published by earlier formulas, which are not made again.
        case otherFormulas(MomentStamp)
        /// Published, and made again it is not the same.
        case different(MomentStamp, what: String)
        /// Nobody had scored by then.
        case reconstructed
    }

    /// What changed between two days.
    package struct Compared: Sendable {
        package let from: DayStamp
        package let to: DayStamp
        package let before: Double
        package let after: Double
        /// Tenths of a point, as the lines sum to it.
        package let tenths: Int
        package let lines: [ChangeLine]

        package init(from: DayStamp, to: DayStamp, before: Double, after: Double, tenths: Int, lines: [ChangeLine]) {
            self.from = from
            self.to = to
            self.before = before
            self.after = after
            self.tenths = tenths
            self.lines = lines
        }
    }

    package let layout: Layout
    let id: String
    let name: String
    let score: ScoreReceipt?
    let origin: String?
    let isBroken: Bool
    let nothing: String
    let problem: String?
    let on: String?
    let since: String?
    let changeTitle: String?
    let changes: [ChangeLine]
    let scoreBefore: String?
    let scoreAfter: String?
    let changeTotal: String?
    let course: [SentenceLine]
    let listings: [SignalListing]

    /// - Parameters:
    ///   - product: its outside id and name.
    ///   - score: nil when there is none on that day.
    ///   - compared: nil when nothing is compared, or the two cannot be.
    ///   - course: how its scores have moved, a sentence each.
    ///   - problem: why what was asked for is not shown.
    package init(
        frame: PageFrame, product: (id: String, name: String), query: ScoreQuery, score: ScoreReceipt?,
        asOf: DayStamp?, origin: Origin?, compared: Compared?, course: [String] = [], listings: [SignalListing],
        problem: String? = nil
    ) {
        let text = frame.text
        let day = asOf.map { text.day($0) } ?? ""
        layout = Layout(
            frame,
            title: score.map {
                text.fill(.scoreTitle, ["name": product.name, "score": $0.scoreText, "day": day])
            } ?? text.fill(.scoreTitleNone, ["name": product.name]), area: .trends)
        id = product.id
        name = product.name
        self.score = score
        nothing = text[.scoreNothing]
        self.problem = problem
        on = query.on
        since = query.since
        (self.origin, isBroken) = origin.map { Self.words(of: $0, frame) } ?? (nil, false)
        changeTitle = compared.map { compared in
            text.fill(
                compared.tenths == 0 ? .changeNone : compared.tenths > 0 ? .changeRose : .changeFell,
                [
                    "before": NumberText.decimal(compared.before, digits: 2),
                    "after": NumberText.decimal(compared.after, digits: 2),
                    "from": text.day(compared.from), "to": text.day(compared.to),
                ])
        }
        changes = compared?.lines ?? []
        scoreBefore = compared.map { NumberText.decimal($0.before, digits: 2) }
        scoreAfter = compared.map { NumberText.decimal($0.after, digits: 2) }
        changeTotal = compared.map { NumberText.signed(Double($0.tenths) / 10) }
        self.course = course.map(SentenceLine.init)
        self.listings = listings
    }

    private static func words(of origin: Origin, _ frame: PageFrame) -> (String, Bool) {
        let text = frame.text
        func moment(_ key: TextKey, _ stamp: MomentStamp, _ what: String = "") -> String {
            text.fill(key, ["moment": text.moment(stamp, in: frame.zone), "what": what])
        }
        switch origin {
        case .same(let stamp): return (moment(.originSame, stamp), false)
        case .otherFormulas(let stamp): return (moment(.originOtherFormulas, stamp), false)
        case .different(let stamp, let what): return (moment(.originDifferent, stamp, what), true)
        case .reconstructed: return (text[.originReconstructed], false)
        }
    }

    package static let template = "product/score"

    package static func program(in library: TemplateLibrary) -> Program<ScorePage> { library.score }

    package static func main(in library: TemplateLibrary) -> Program<ScorePage> { library.scoreMain }

    package static let shape = Shape<ScorePage>([
        .part("layout", \.layout),
        .text("name", \.name),
        .part("score", optional: \.score),
        .text("origin", optional: \.origin),
        .flag("isBroken", \.isBroken),
        .text("originClass") { $0.isBroken ? "problem" : "sub" },
        .text("nothing", \.nothing),
        .text("problem", optional: \.problem),
        .text("on", optional: \.on),
        .text("since", optional: \.since),
        .text("onItem") { _ in ScoreQuery.onItem },
        .text("sinceItem") { _ in ScoreQuery.sinceItem },
        .text("changeTitle", optional: \.changeTitle),
        .list("changes", \.changes),
        .text("scoreBefore", optional: \.scoreBefore),
        .text("scoreAfter", optional: \.scoreAfter),
        .text("changeTotal", optional: \.changeTotal),
        .list("course", \.course),
        .flag("hasCourse") { !$0.course.isEmpty },
        .list("listings", \.listings),
        .flag("hasListings") { !$0.listings.isEmpty },
        .link("action") { TrendRoute.score($0.id).link },
        .link("product") { TrendRoute.product($0.id).link },
        .link("trends") { _ in TrendRoute.index(TrendsQuery()).link },
    ])
}
