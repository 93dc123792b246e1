import Catalog
import Companies
import Forecasting
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

/// Forecasts on the pages and in the API.
@Suite struct ForecastPageTests {
    private func forecast(_ fixture: WebFixture) async throws {
        for company in [fixture.companies.harbor, fixture.companies.kestrel] {
            _ = try await ProductForecastRun(database: fixture.companies.database, company: company.id)
                .run(at: fixture.companies.now)
        }
    }

    @Test func a_product_shows_what_is_expected_and_why() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let product = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            let path = "/trends/\(product.uuidString.lowercased())"
            #expect(try await ada.get(path).body.contains("There is no forecast of this product yet"))
            try await forecast(fixture)
            let page = try await ada.get(path).body
            #expect(page.contains("id=\"forecast-price\"") && page.contains("class=\"band wide95\""))
            #expect(page.contains("With 3 observations the level is all that can be said"))
            #expect(page.contains("Demand: nothing was observed yet"))
            #expect(page.contains("EUR") && page.contains("90 days") && page.contains("/track-record"))
            #expect(!page.contains("kestrel"))
        }
    }

    @Test func the_api_answers_with_the_forecast_and_the_run_of_each_value() async throws {
        try await WebFixture.with { fixture in
            try await forecast(fixture)
            let ada = try await fixture.browser("ada")
            let product = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            let base = "/api/v1/products/\(product.uuidString.lowercased())"
            let answer = try await ada.get("\(base)/forecast")
            #expect(answer.status == .ok)
            let data = try #require(try parsed(answer.body)["data"] as? [String: Any])
            let forecasts = try #require(data["forecasts"] as? [[String: Any]])
            let price = try #require(forecasts.first { $0["measure"] as? String == "price" })
            #expect(price["currency"] as? String == "EUR" && price["level"] as? Double == 1_500)
            #expect((price["views"] as? [Any])?.count == 3 && (price["points"] as? [Any])?.count == 13)
            #expect((data["refusals"] as? [[String: Any]])?.first?["reason"] as? String == "nothing")
            let history = try #require(try parsed(try await ada.get("\(base)/history").body)["data"] as? [String: Any])
            let listing = try #require((history["listings"] as? [[String: Any]])?.first)
            let series = try #require((listing["prices"] as? [[String: Any]])?.first)
            let points = try #require(series["points"] as? [[String: Any]])
            #expect(points.count == 3 && points.allSatisfy { UUID(uuidString: $0["run"] as? String ?? "") != nil })
            #expect((history["scores"] as? [Any])?.isEmpty == false)
        }
    }

    @Test func the_track_record_teaches_counts_and_is_a_file() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let empty = try await ada.get("/track-record")
            #expect(empty.status == .ok && empty.body.contains("No forecast has been made yet"))
            try await forecast(fixture)
            #expect(try await ada.get("/track-record").body.contains("forecasts wait for their day"))
            let early = try #require(CalendarDay(iso: "2025-11-10"))
            _ = try await ProductForecastRun(
                database: fixture.companies.database, company: fixture.companies.kestrel.id
            )
            .run(.init(asOf: early), at: fixture.companies.now)
            let file = try await ada.get("/track-record/export")
            #expect(file.status == .ok && file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(
                file.body.hasPrefix("\"kind\",\"measure\",\"currency\"")
                    && file.body.contains("\"live\",\"price\",\"EUR\""))
            // The other company's backcasts are not among them.
            #expect(!file.body.contains("backcast"))
        }
    }

    private func parsed(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
