import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// What a page says of sources whose lists should have come.
@Suite struct SourceFreshnessTests {
    @Test func a_list_is_overdue_after_35_days_and_a_source_without_lists_owes_none() async throws {
        try await TwoCompanies.with { fixture in
            let harbor = fixture.harbor.id
            try await fixture.database.transaction(in: harbor) { transaction in
                _ = try await transaction.execute(
                    """
                    INSERT INTO sources (company_id, source_id, slug, title, created_at, last_listed_on)
                    VALUES (\(harbor), \(UUID()), 'a-late', 'A', \(fixture.now), date '2026-01-01'),
                        (\(harbor), \(UUID()), 'b-due', 'B', \(fixture.now), date '2026-01-02'),
                        (\(harbor), \(UUID()), 'c-medium', 'C', \(fixture.now), NULL)
                    """)
            }
            let day = try #require(CalendarDay(iso: "2026-02-06"))
            let sources = try await fixture.database.read(in: harbor, SourceFreshness.all)
            #expect(sources.filter { $0.isStale(on: day) }.map(\.slug) == ["a-late"])
            #expect(sources.count == 3)
            let theirs = try await fixture.database.read(in: fixture.kestrel.id, SourceFreshness.all)
            #expect(theirs.isEmpty)
        }
    }
}
