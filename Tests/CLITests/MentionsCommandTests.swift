import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// Mentions are found on the command line, of one company at a time.
@Suite struct MentionsCommandTests {
    private struct Answer: Decodable {
        let names: Int
        let withoutBrand: Int
        let statements: Int
        let mentions: Int
        let changed: Int
    }

    private func seed(_ companies: TwoCompanies) async throws {
        let (company, source, product, brand) = (companies.harbor.id, UUID(), UUID(), UUID())
        try await companies.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(all: [
                "INSERT INTO sources (company_id, source_id, slug, title, created_at) VALUES (\(company), \(source), 's', 'S', now())",
                "INSERT INTO brands (company_id, brand_id, name, folded_name) VALUES (\(company), \(brand), 'Ardbeg', 'ardbeg')",
                """
                INSERT INTO products (company_id, product_id, name, folded_name, brand_id, created_at)
                VALUES (\(company), \(product), 'Ardbeg Uigeadail', 'ardbeg uigeadail', \(brand), now())
                """,
                """
                INSERT INTO listings (company_id, listing_id, source_id, item_key, name, price_kind, first_seen, last_seen,
                    run_id, line, product_company_id, product_id)
                VALUES (\(company), \(UUID()), \(source), '1', 'x', 'retail', current_date, current_date, \(UUID()), 1,
                    \(company), \(product))
                """,
                """
                INSERT INTO articles (company_id, article_id, source_id, external_id, url, title, first_seen_at, run_id, line)
                VALUES (\(company), \(UUID()), \(source), '1', 'https://m.example', 'Ardbeg Uigeadail returns', now(),
                    \(UUID()), 1)
                """,
            ])
        }
    }

    @Test func articles_are_linked_once_and_for_their_company() async throws {
        try await TwoCompanies.with { companies in
            try await seed(companies)
            let program = Program(test: companies.test)
            let first = try await program.run("mentions", "link", "--company", "harbor", "--json").json(Answer.self)
            #expect(first.names == 1 && first.withoutBrand == 0 && first.statements == 1 && first.mentions == 1)
            let again = try await program.run("mentions", "link", "--company", "harbor")
            #expect(
                again.status == 0 && again.output.contains("0 articles and posts") && again.output.contains("0 changed")
            )
            let other = try await program.run("mentions", "link", "--company", "kestrel", "--json").json(Answer.self)
            #expect(other.names == 0 && other.statements == 0 && other.mentions == 0)
            let nobody = try await program.run("mentions", "link", "--company", "nobody")
            #expect(nobody.status != 0)
        }
    }
}
