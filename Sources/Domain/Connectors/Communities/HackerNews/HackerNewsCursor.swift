/// Where the reading of Hacker News stands, within a run and between two. In seconds since the Unix epoch.
struct HackerNewsCursor {
    /// What is older is asked for; nil begins at the newest.
    private(set) var before: Int?
    /// The page of what is older, from 0; further ones are read only where one second fills more than a page.
    private(set) var page = 0
    /// Pages of this run so far.
    private(set) var pages = 0
    /// The run is over where stories are older than this.
    private(set) var goal: Int?
    /// The newest of this run, which counts once it has come to its goal.
    private(set) var found: Int?
    /// The newest of the last run that came to its goal.
    let newest: Int?

    private init(newest: Int?) { self.newest = newest }

    init(_ cursor: SourceCursor) {
        newest = Self.second(cursor["newest"])
        before = Self.second(cursor["before"])
        goal = cursor["goal"].flatMap { Int($0) }
        found = Self.second(cursor["found"])
        pages = Self.count(cursor["pages"], below: HackerNews.mostPages)
        page = before == nil ? 0 : Self.count(cursor["page"], below: HackerNews.window / HackerNews.pageSize)
    }

    var cursor: SourceCursor {
        var cursor = SourceCursor()
        cursor["newest"] = newest.map(String.init)
        cursor["before"] = before.map(String.init)
        cursor["goal"] = goal.map(String.init)
        cursor["found"] = found.map(String.init)
        cursor["pages"] = pages == 0 ? nil : "\(pages)"
        cursor["page"] = page == 0 ? nil : "\(page)"
        return cursor
    }

    /// Goes on after a page. Each turn leads to older stories, to a further page of at most ten, or to the end.
    /// - Parameters:
    ///   - seconds: when the page's stories were written, of those that say it.
    ///   - isEmpty: whether there are no stories on it.
    ///   - since: how far back the first run goes; nil for `HackerNews.firstReach` from its newest story, not from now, so that old
    ///     answers are read today as they were.
    /// - Returns: whether the run is over.
    mutating func turn(past seconds: [Int], isEmpty: Bool, since: Int?, now: Int) -> Bool {
        pages += 1
        // A story that is dated ahead would hide all that come until then.
        let latest = seconds.filter { $0 <= now }.max()
        found = [found, latest].compactMap(\.self).max()
        goal = goal ?? newest.map { $0 - HackerNews.overlap } ?? since ?? found.map { $0 - HackerNews.firstReach }
        let oldest = seconds.min()
        if let oldest, let goal, oldest < goal { return end(counts: true) }
        // Where the next slice would begin is not known.
        if !isEmpty, oldest == nil { return end(counts: false) }
        // There is nothing older, which cannot be before the newest story of the last run was reached.
        if isEmpty, page == 0 { return end(counts: newest.map { $0 >= before ?? .max } ?? true) }
        step(past: oldest)
        guard pages < HackerNews.mostPages else {
            pages = 0
            return true
        }
        return false
    }

    private mutating func step(past oldest: Int?) {
        let isWithinWindow = (page + 2) * HackerNews.pageSize <= HackerNews.window
        if let oldest, oldest + 1 < before ?? .max {
            // Others of the same second may not have fitted on the page: that second is read again.
            (before, page) = (oldest + 1, 0)
        } else if oldest != nil, isWithinWindow {
            page += 1
        } else if let second = before {
            // More than that of one second are not shown to anybody.
            (before, page) = (second - 1, 0)
        }
    }

    /// - Parameter counts: whether all was read that is newer than the goal; if not, the next run reads it again.
    private mutating func end(counts: Bool) -> Bool {
        self = HackerNewsCursor(newest: counts ? [found, newest].compactMap(\.self).max() : newest)
        return true
    }

    private static func second(_ text: String?) -> Int? {
        text.flatMap { Int($0) }.flatMap { HackerNewsStory.era.contains($0) ? $0 : nil }
    }

    private static func count(_ text: String?, below most: Int) -> Int {
        text.flatMap { Int($0) }.flatMap { (0..<most).contains($0) ? $0 : nil } ?? 0
    }
}
