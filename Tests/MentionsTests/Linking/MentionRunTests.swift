import Companies
import Foundation
import Matching
import Postgres
import TestSupport
import Testing

@testable import Mentions

@Suite struct MentionRunTests {
    @Test func a_mention_knows_its_raw_record() async throws {
        try await MentionFixture.with { fixture in
            let product = try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Uigeadail 750ml")
            let run = UUID()
            let article = try await fixture.article(fixture.harbor, "Ardbeg Uigeadail wins", run: run, line: 3_000_004)
            let outcome = try await fixture.link(fixture.harbor)
            #expect(outcome.names == 1 && outcome.statements == 1 && outcome.mentions == 1 && outcome.changed == 1)
            let rows = try await fixture.mentions(readBy: fixture.harbor)
            let row = try #require(rows.first)
            #expect(rows.count == 1 && row.product == product && row.item == article)
            #expect(row.run == run && row.line == 3_000_004 && row.prominence == 1 && !row.isBrandOnly)
        }
    }

    @Test func what_one_company_reads_or_has_is_never_the_others() async throws {
        try await MentionFixture.with { fixture in
            let house = try await fixture.product(.house, brand: "Ardbeg", "Ardbeg Uigeadail")
            let mine = try await fixture.product(fixture.harbor, brand: "Thornwick", "Thornwick Larkhill Gin")
            let theirs = try await fixture.product(fixture.kestrel, brand: "Thornwick", "Thornwick Larkhill Gin")
            let open = try await fixture.article(.house, "Thornwick Larkhill and Ardbeg Uigeadail return")
            let closed = try await fixture.article(fixture.harbor, "Thornwick Larkhill; Ardbeg Uigeadail in secret")
            for company in [CompanyID.house, fixture.harbor, fixture.kestrel] { try await fixture.link(company) }

            let harbor = try await fixture.mentions(readBy: fixture.harbor)
            #expect(
                Set(harbor.map { [$0.product, $0.item] }) == [
                    [house, open], [mine, open], [mine, closed], [house, closed],
                ])
            let kestrel = try await fixture.mentions(readBy: fixture.kestrel)
            #expect(Set(kestrel.map { [$0.product, $0.item] }) == [[house, open], [theirs, open]])
            #expect(Set(try await fixture.mentions(readBy: .house).map { [$0.product, $0.item] }) == [[house, open]])
            #expect(kestrel.filter { $0.product == house }.allSatisfy { $0.company == .house })
        }
    }

    @Test func again_gives_the_same_rows_and_reads_nothing() async throws {
        try await MentionFixture.with { fixture in
            try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Uigeadail")
            try await fixture.article(fixture.harbor, "Ardbeg Uigeadail is great")
            try await fixture.post(fixture.harbor, nil, body: "I love Ardbeg Uigeadail.")
            try await fixture.searches(fixture.harbor, "ardbeg uigeadail")
            let first = try await fixture.link(fixture.harbor)
            let rows = try await fixture.mentions(readBy: fixture.harbor)
            #expect(first.readEverything && first.statements == 2 && first.searches == 1 && rows.count == 2)
            let second = try await fixture.link(fixture.harbor)
            #expect(!second.readEverything && second.statements == 0 && second.changed == 0)
            #expect(try await fixture.mentions(readBy: fixture.harbor) == rows)
        }
    }

    @Test func only_what_is_new_or_changed_is_read() async throws {
        try await MentionFixture.with { fixture in
            try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Uigeadail")
            let first = try await fixture.article(fixture.harbor, "Ardbeg Uigeadail returns")
            try await fixture.link(fixture.harbor)
            try await fixture.article(fixture.harbor, "Nothing here")
            #expect(try await fixture.link(fixture.harbor).statements == 1)
            try await fixture.companies.database.transaction(in: fixture.harbor) { transaction in
                _ = try await transaction.execute(
                    "UPDATE articles SET title = 'A correction' WHERE article_id = \(first)")
            }
            let corrected = try await fixture.link(fixture.harbor)
            #expect(corrected.statements == 1 && corrected.changed == 1)
            #expect(try await fixture.mentions(readBy: fixture.harbor).isEmpty)
        }
    }

    @Test func a_new_product_is_looked_for_in_what_was_read_before() async throws {
        try await MentionFixture.with { fixture in
            try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Uigeadail")
            let article = try await fixture.article(fixture.harbor, "Ardbeg Uigeadail or Thornwick Larkhill gin?")
            try await fixture.link(fixture.harbor)
            let kept = try await fixture.mentions(readBy: fixture.harbor)
            let gin = try await fixture.product(fixture.harbor, brand: "Thornwick", "Thornwick Larkhill Gin")
            let outcome = try await fixture.link(fixture.harbor)
            #expect(outcome.readEverything && outcome.changed == 1)
            let rows = try await fixture.mentions(readBy: fixture.harbor)
            #expect(rows.isSuperset(of: kept) && rows.contains { $0.product == gin && $0.item == article })
        }
    }

    @Test func a_merged_products_mentions_follow_and_those_of_a_delisted_one_go() async throws {
        try await MentionFixture.with { fixture in
            let kept = try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Uigeadail")
            let merged = try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Oogie", isListed: false)
            let gone = try await fixture.product(fixture.harbor, brand: "Thornwick", "Thornwick Larkhill Gin")
            let article = try await fixture.article(fixture.harbor, "Ardbeg Oogie and Thornwick Larkhill gin")
            try await fixture.link(fixture.harbor)
            #expect(
                Set(try await fixture.mentions(readBy: fixture.harbor).filter { !$0.isBrandOnly }.map(\.product)) == [
                    gone
                ])
            try await fixture.companies.database.transaction(in: fixture.harbor) { transaction in
                let act = UUID()
                try await transaction.execute(
                    """
                    INSERT INTO identity_acts (company_id, act_id, kind, actor_kind, reason, made_at)
                    VALUES (\(fixture.harbor), \(act), 'merge', 'command', 'the same', \(fixture.now))
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO identity_merges (company_id, act_id, from_product_id, product_company_id, product_id)
                    VALUES (\(fixture.harbor), \(act), \(merged), \(fixture.harbor), \(kept))
                    """)
                try await transaction.execute("DELETE FROM listings WHERE product_id = \(gone)")
            }
            try await fixture.link(fixture.harbor)
            let rows = try await fixture.mentions(readBy: fixture.harbor)
            #expect(Set(rows.map { [$0.product, $0.item] }) == [[kept, article]])
            #expect(rows.allSatisfy { !$0.isBrandOnly })
        }
    }

    @Test func a_removed_article_takes_its_mentions_along() async throws {
        try await MentionFixture.with { fixture in
            let product = try await fixture.product(.house, brand: "Ardbeg", "Ardbeg Uigeadail")
            let mine = try await fixture.product(fixture.harbor, brand: "Thornwick", "Thornwick Larkhill Gin")
            let article = try await fixture.article(.house, "Ardbeg Uigeadail beside Thornwick Larkhill")
            try await fixture.link(.house)
            try await fixture.link(fixture.harbor)
            #expect(Set(try await fixture.mentions(readBy: fixture.harbor).map(\.product)) == [product, mine])
            try await fixture.companies.database.transaction(in: .house) { transaction in
                _ = try await transaction.execute("DELETE FROM articles WHERE article_id = \(article)")
            }
            #expect(try await fixture.mentions(readBy: fixture.harbor).isEmpty)
        }
    }

    @Test func a_name_of_ones_own_for_a_product_of_the_house_is_ones_own() async throws {
        try await MentionFixture.with { fixture in
            let house = try await fixture.product(.house, brand: "Ardbeg", "Ardbeg Uigeadail")
            let own = try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Oogie", isListed: false)
            let article = try await fixture.article(.house, "Ardbeg Oogie returns")
            try await fixture.companies.database.transaction(in: fixture.harbor) { transaction in
                let act = UUID()
                try await transaction.execute(
                    """
                    INSERT INTO identity_acts (company_id, act_id, kind, actor_kind, reason, made_at)
                    VALUES (\(fixture.harbor), \(act), 'merge', 'command', 'the same', \(fixture.now))
                    """)
                try await transaction.execute(
                    """
                    INSERT INTO identity_merges (company_id, act_id, from_product_id, product_company_id, product_id)
                    VALUES (\(fixture.harbor), \(act), \(own), \(CompanyID.house), \(house))
                    """)
            }
            for company in [CompanyID.house, fixture.harbor, fixture.kestrel] { try await fixture.link(company) }
            let rows = try await fixture.mentions(readBy: fixture.harbor).filter { !$0.isBrandOnly }
            #expect(rows.map { [$0.product, $0.item] } == [[house, article]] && rows.first?.company == fixture.harbor)
            #expect(try await fixture.mentions(readBy: fixture.kestrel).allSatisfy(\.isBrandOnly))
        }
    }

    @Test func searches_are_linked_for_who_may_know_of_them() async throws {
        try await MentionFixture.with { fixture in
            let mine = try await fixture.product(fixture.harbor, brand: "Thornwick", "Thornwick Larkhill Gin")
            try await fixture.product(fixture.kestrel, brand: "Thornwick", "Thornwick Larkhill Gin")
            try await fixture.searches(fixture.harbor, "thornwick larkhill")
            try await fixture.searches(fixture.harbor, "gin")
            for company in [fixture.harbor, fixture.kestrel] { try await fixture.link(company) }
            func links(_ company: CompanyID) async throws -> [UUID] {
                let rows = try await fixture.companies.database.read(
                    in: company, Query<Single<UUID>>("SELECT product_id FROM search_links"))
                return rows.map(\.value)
            }
            #expect(try await links(fixture.harbor) == [mine])
            #expect(try await links(fixture.kestrel).isEmpty)
        }
    }

    @Test func bad_articles_stop_nothing() async throws {
        try await MentionFixture.with { fixture in
            try await fixture.product(fixture.harbor, brand: "Ardbeg", "Ardbeg Uigeadail")
            try await fixture.article(fixture.harbor, "")
            try await fixture.article(fixture.harbor, "<b>Ardbeg</b> <i>Uigeadail</i>")
            try await fixture.article(
                fixture.harbor, String(repeating: "é", count: 3_000),
                summary: String(repeating: "Ardbeg Uigeadail is back. ", count: 40_000))
            try await fixture.post(fixture.harbor, nil, body: nil)
            try await fixture.article(fixture.harbor, "Ardbeg Uigeadail of tomorrow", daysAgo: -5)
            try await fixture.article(fixture.harbor, "Ardbeg Uigeadail of old", daysAgo: 500)
            let outcome = try await fixture.link(fixture.harbor)
            #expect(outcome.statements == 4 && outcome.mentions == 2)
        }
    }

    @Test func the_page_shows_each_article_once_and_only_to_its_readers() async throws {
        try await MentionFixture.with { fixture in
            let house = try await fixture.product(.house, brand: "Ardbeg", "Ardbeg Uigeadail")
            try await fixture.article(.house, "Ardbeg Uigeadail wins gold", summary: "It is excellent.", daysAgo: 3)
            try await fixture.article(fixture.harbor, "Our Ardbeg Uigeadail notes", daysAgo: 1)
            for company in [CompanyID.house, fixture.harbor] { try await fixture.link(company) }
            let seen = try await fixture.companies.database.read(
                in: fixture.harbor, MentionQueries.newest(of: house))
            #expect(seen.map(\.title) == ["Our Ardbeg Uigeadail notes", "Ardbeg Uigeadail wins gold"])
            #expect(seen.map(\.reader) == [fixture.harbor, .house])
            let others = try await fixture.companies.database.read(
                in: fixture.kestrel, MentionQueries.newest(of: house))
            #expect(others.map(\.title) == ["Ardbeg Uigeadail wins gold"])
        }
    }
}
