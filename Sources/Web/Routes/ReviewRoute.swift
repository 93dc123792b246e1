/// The queue of pairs that staff decide about.
package enum ReviewRoute: Route {
    /// The pair one has, or where to take one (GET); takes the next one (POST).
    case next(ReviewQuery = ReviewQuery())
    /// A pair: looked at (GET), answered (POST).
    case pair(String, ReviewQuery = ReviewQuery())
    /// Compares the listing with another product instead (POST).
    case choose(String)
    /// Takes the newest answer back (POST).
    case undo
    /// How the queue and its reviewers do.
    case queue(ReviewQuery.Note? = nil)
    /// Many pairs at once: what a rule would answer (GET), answering and taking back (POST).
    case rules(ReviewRulesQuery = ReviewRulesQuery())

    package enum Pattern: String, CaseIterable, Sendable {
        case next = "/staff/review"
        case pair = "/staff/review/pairs/{review}"
        case choose = "/staff/review/pairs/{review}/choose"
        case undo = "/staff/review/undo"
        case queue = "/staff/review/queue"
        case rules = "/staff/review/rules"
    }

    /// The name of the parameter in the patterns.
    package static let reviewParameter = "review"

    package var pattern: Pattern {
        switch self {
        case .next: .next
        case .pair: .pair
        case .choose: .choose
        case .undo: .undo
        case .queue: .queue
        case .rules: .rules
        }
    }

    package var link: Link {
        switch self {
        case .next(let query): Link(trusted: Pattern.next.rawValue + query.suffix)
        case .pair(let review, let query):
            Link(trusted: "/staff/review/pairs/\(PercentEncoding.encode(review))\(query.suffix)")
        case .choose(let review): Link(trusted: "/staff/review/pairs/\(PercentEncoding.encode(review))/choose")
        case .undo: Link(trusted: Pattern.undo.rawValue)
        case .queue(let note): Link(trusted: Pattern.queue.rawValue + ReviewQuery(note: note).suffix)
        case .rules(let query): Link(trusted: Pattern.rules.rawValue + query.suffix)
        }
    }
}
