import Routes
import Testing

struct RouteTests {
    @Test func paths_are_encoded() {
        #expect(HomeRoute.dashboard.path == "/")
        #expect(TrendRoute.product("a/b c").path == "/trends/a%2Fb%20c")
        #expect(TrendRoute.listing(product: "p", listing: "?x=1").path == "/trends/p/listings/%3Fx%3D1")
        #expect(APIRoute.history(product: "p").path == "/api/v1/products/p/history")
        #expect(AssetRoute.asset("tidemark.3f.css").path == "/assets/tidemark.3f.css")
        #expect(TrendRoute.product("p").pattern.rawValue == "/trends/{product}")
    }

    @Test func equal_states_have_one_address() {
        #expect(TrendRoute.index(TrendsQuery()).path == "/trends")
        let query = TrendsQuery(
            sort: .name, order: .descending, category: "spirits.gin", tier: .viral, source: "alko", minimumSources: 3,
            cursor: "abc=", pageSize: 100)
        #expect(
            TrendRoute.index(query).path
                == "/trends?sort=name&order=desc&category=spirits.gin&tier=viral&source=alko&min_sources=3&cursor=abc%3D&limit=100"
        )
    }

    @Test func reading_is_the_inverse_of_writing() {
        for sort in TrendSort.allCases {
            for order in SortOrder.allCases {
                let query = TrendsQuery(sort: sort, order: order, tier: .stable, minimumSources: 4, cursor: "a-_.~")
                let reading = TrendsQuery.read(queryText: query.suffix.dropFirst())
                #expect(reading.query == query)
                #expect(reading.ignored.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("sort=colour", "sort"), ("order=up", "order"), ("tier=hot", "tier"), ("min_sources=0", "min_sources"),
        ("limit=9999999999999999999999", "limit"), ("limit=-1", "limit"), ("cursor=%ZZ", "cursor"),
        ("source=<b>", "source"),
        ("category=a%00b", "category"), ("colour=red", "colour"), ("limit=NaN", "limit"),
        ("limit=20&limit=30", "limit"), ("on=yesterday", "on"), ("on=2026-02-29", "on"), ("on=2026-13-01", "on"),
    ])
    func a_bad_value_is_reported_and_has_no_effect(_ text: String, _ name: String) {
        let reading = TrendsQuery.read(queryText: text)
        #expect(reading.ignored.map(\.name) == [name])
        #expect(reading.query == TrendsQuery() || reading.query == TrendsQuery(pageSize: 20))
    }

    @Test func a_past_list_is_paged_by_number() {
        let reading = TrendsQuery.read(queryText: "on=2024-02-29&cursor=abc&skip=50")
        #expect(reading.query == TrendsQuery(on: "2024-02-29", skip: 50))
        #expect(reading.ignored.map(\.name) == ["cursor"])
        #expect(TrendRoute.index(reading.query.at(skip: 100)).path == "/trends?on=2024-02-29&skip=100")
        #expect(reading.query.sorted(by: .name).on == "2024-02-29" && reading.query.on(nil) == TrendsQuery())
    }

    @Test func empty_fields_of_the_form_mean_not_set() {
        let reading = TrendsQuery.read(queryText: "category=&tier=&source=&min_sources=1&&=")
        #expect(reading.query == TrendsQuery())
        #expect(reading.ignored.isEmpty)
    }

    @Test func a_very_long_query_is_cut_short() {
        let text = String(repeating: "a=b&", count: 100_000)
        #expect(TrendsQuery.read(queryText: text).ignored.count <= 65)
        #expect(TrendsQuery.read(queryText: "cursor=" + String(repeating: "a", count: 600)).ignored.count == 1)
    }

    @Test func sorting_by_the_same_column_turns_it_round_and_starts_again() {
        let query = TrendsQuery(cursor: "x")
        #expect(query.sorted(by: .score) == TrendsQuery(sort: .score, order: .ascending))
        #expect(query.sorted(by: .name).order == .ascending)
    }

    @Test(arguments: ["//evil", "/\\evil", "https://evil", "evil", "", "/a b", "/\u{0}", "/\"", "javascript:x"])
    func only_a_path_of_this_site_is_local(_ text: String) {
        #expect(Link.local(text) == nil)
    }

    @Test func local_paths_survive_the_trip_through_sign_in() throws {
        let next = try #require(Link.local("/trends?sort=name&tier=viral"))
        #expect(SessionRoute.signIn(next: next).path == "/sign-in?next=%2Ftrends%3Fsort%3Dname%26tier%3Dviral")
        #expect(SessionRoute.signIn(next: HomeRoute.dashboard.link).path == "/sign-in")
    }

    @Test(arguments: [
        "javascript:alert(1)", "ftp://x", "https:evil", "http://a b", "http://a\"b", "//evil", "http://a\\b",
    ])
    func only_plain_web_addresses_are_external(_ text: String) {
        #expect(Link.external(text) == nil)
    }

    @Test func a_web_address_is_external() {
        #expect(Link.external("https://shop.example/a?b=c#d")?.text == "https://shop.example/a?b=c#d")
        #expect(Link.external("HTTP://shop.example/") != nil)
    }
}
