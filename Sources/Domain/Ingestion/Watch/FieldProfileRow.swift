import Postgres

/// A field of a run, by name.
struct FieldProfileRow: RowDecodable {
    let field: String
    let profile: FieldProfile

    init(row: inout RowReader) throws {
        field = try row.next()
        var profile = FieldProfile(records: try row.next(), filled: try row.next())
        profile.distinct = try row.next()
        profile.low = try row.nextOptional()
        profile.middle = try row.nextOptional()
        profile.high = try row.nextOptional()
        profile.commonest = try row.nextOptional()
        profile.commonestCount = try row.next()
        self.profile = profile
    }
}
