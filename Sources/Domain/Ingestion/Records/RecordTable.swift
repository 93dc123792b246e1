/// Where a kind of dated record is kept and staged, and what is read of it. Names are those of columns; a source tells its records apart
/// by `identity`.
struct RecordTable: Sendable {
    let kept: String
    let staged: String
    /// A column with an id of our own; nil where the identity is enough.
    let id: String?
    let identity: [String]
    /// What belongs together: of what equals a staged record in these columns nothing stays that was not staged. Empty where records stand
    /// alone.
    var whole: [String] = []
    let columns: [RecordColumn]
    /// When a record is of: none lies far ahead.
    let date: String
    /// A record in words, for a person, over a staged or kept row.
    let title: String
    /// Where it is found, or what it may be compared with.
    let place: String

    /// What media write.
    static let articles = RecordTable(
        kept: "articles", staged: "staged_articles", id: "article_id", identity: ["external_id"],
        columns: [
            RecordColumn("url"), RecordColumn("title"), RecordColumn("author", isHeld: true),
            RecordColumn("published_at", .date, isHeld: true),
            RecordColumn("modified_at", .date, isHeld: true, isCompared: false),
            RecordColumn("summary", isHeld: true), .tags,
        ], date: "published_at", title: "title", place: "url")

    /// What people say.
    static let posts = RecordTable(
        kept: "posts", staged: "staged_posts", id: "post_id", identity: ["external_id"],
        columns: [
            RecordColumn("url"), RecordColumn("channel"), RecordColumn("title", isHeld: true),
            RecordColumn("body", isHeld: true), RecordColumn("link", isHeld: true),
            RecordColumn("published_at", .date), .tags, RecordColumn("score", .number, isHeld: true),
            RecordColumn("comments", .number, isHeld: true), RecordColumn("shares", .number, isHeld: true),
            RecordColumn("views", .number, isHeld: true),
        ], date: "published_at", title: "coalesce(title, body, external_id)", place: "url")

    /// What was counted over time.
    static let series = RecordTable(
        kept: "series_points", staged: "staged_series", id: nil,
        identity: ["measure", "market", "subject", "scale", "starts_at", "ends_at"],
        // A source counts each answer by its own measure: points of an older one would stand beside them as if they could be compared.
        whole: ["measure", "market", "scale"],
        columns: [RecordColumn("value", .number), RecordColumn("is_partial")],
        date: "starts_at",
        title:
            "subject || ' (' || concat_ws(', ', nullif(market, ''), to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI')) || ' UTC)'",
        place: "scale")

    static let all = RecordKind.allCases.compactMap(\.table)
}
