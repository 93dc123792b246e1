import Testing

@Suite struct MigrationRuleTests {
    private static let why = "-- Companies are the root of every private row.\nSELECT 1;\n"

    private func findings(_ files: [(name: String, text: String)]) -> [String] {
        MigrationRules.findings(files.map { SourceFile(path: "migrations/" + $0.name, text: $0.text) }).map(\.what)
    }

    @Test func migrations_come_in_pairs_without_gaps_and_say_why() throws {
        expectNone(try MigrationRules.findings(Checkout.current.get().files))
    }

    @Test func good_migrations_pass() {
        let why = Self.why
        #expect(
            findings([
                ("0001_companies.up.sql", why), ("0001_companies.down.sql", why), ("0002_listings.up.sql", why),
                ("0002_listings.down.sql", why),
            ]) == [])
    }

    @Test func a_missing_half_a_gap_a_double_number_a_bad_name_and_a_silent_file_are_found() {
        let why = Self.why
        #expect(findings([("0001_companies.up.sql", why)]).count == 1)
        #expect(findings([("0002_companies.up.sql", why), ("0002_companies.down.sql", why)]).count == 1)
        #expect(
            findings([
                ("0001_a.up.sql", why), ("0001_a.down.sql", why), ("0001_b.up.sql", why), ("0001_b.down.sql", why),
            ]).count == 1)
        #expect(findings([("1_companies.up.sql", why)]).count == 1)
        #expect(findings([("0001_a.up.sql", "CREATE TABLE a ();\n"), ("0001_a.down.sql", why)]).count == 1)
    }
}
