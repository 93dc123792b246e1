import Testing

/// A migration that changes rows of a private table sees none of them: behind the wall not even the tables' owner does. It must first take
/// the wall's hold on the owner away; the rows of all companies are its business then.
@Suite struct MigrationWallTests {
    /// Their rows were put right by 0041.
    private static let mended: Set = [
        "migrations/0034_rematching.up.sql listings", "migrations/0035_receipts.up.sql scrape_runs",
    ]

    @Test func a_change_of_rows_comes_after_the_owner_was_let_in() throws {
        let files = try Checkout.current.get().files.filter { $0.path.hasPrefix("migrations/0") }
        #expect(files.count > 80)
        var guarded: Set<String> = []
        for file in files {
            for match in file.text.matches(of: /protect_private_table\('(\w+)'/) { guarded.insert(String(match.1)) }
        }
        #expect(guarded.count > 20)
        var (seen, blind) = (0, Set<String>())
        for file in files {
            for match in file.text.matches(of: /(?m)^(?:UPDATE|DELETE FROM) (\w+)/)
            where guarded.contains(String(match.1)) {
                seen += 1
                let before = file.text[..<match.range.lowerBound]
                if before.contains("ALTER TABLE \(match.1) NO FORCE ROW LEVEL SECURITY") { continue }
                blind.insert("\(file.path) \(match.1)")
            }
        }
        #expect(seen >= 10 && blind == Self.mended, "\(blind)")
    }
}
