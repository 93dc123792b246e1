import Foundation

/// Where the reading of a feed stands, within a run and between two.
struct FeedCursor {
    var validators: Validators
    /// The page to read next, from 1.
    var page: Int
    /// The newest article of the last run that came to its end.
    var newest: Date?
    /// The newest of this run, which counts once it has come to its end.
    var found: Date?

    init(_ cursor: SourceCursor) {
        validators = Validators(entityTag: cursor["etag"], modified: cursor["modified"])
        page = max(1, cursor["page"].flatMap { Int($0) } ?? 1)
        newest = Self.date(cursor["newest"])
        found = Self.date(cursor["found"])
    }

    /// At the end of a run.
    var done: FeedCursor {
        var next = self
        next.page = 1
        next.newest = found ?? newest
        next.found = nil
        return next
    }

    var cursor: SourceCursor {
        var cursor = SourceCursor()
        cursor["etag"] = validators.entityTag
        cursor["modified"] = validators.modified
        cursor["page"] = page == 1 ? nil : "\(page)"
        cursor["newest"] = newest.map(Self.text)
        cursor["found"] = found.map(Self.text)
        return cursor
    }

    private static func text(_ date: Date) -> String { "\(Int(date.timeIntervalSince1970))" }

    private static func date(_ text: String?) -> Date? {
        text.flatMap { Int($0) }.map { Date(timeIntervalSince1970: Double($0)) }
    }
}
