import Testing

@testable import Outbound

@Suite struct RobotsRulesTests {
    private func rules(_ text: String, for agent: String = "Tidemark") -> RobotsRules {
        RobotsRules(Array(text.utf8), for: agent)
    }

    private static let shop = """
        User-agent: *
        Disallow: /api/
        Disallow: /*?_q=
        Allow: /api/io/
        Disallow: /busca$
        User-agent: ExampleBot
        User-agent: OtherBot
        Crawl-delay: 10
        Disallow: /private
        Sitemap: https://shop.example/sitemap.xml
        """

    @Test(arguments: [
        ("AnyBot", "/api/catalog_system/pub/products/search", false),
        ("AnyBot", "/api/io/_v/api/intelligent-search/product_search", true),
        ("AnyBot", "/x/p?_q=vinho", false), ("AnyBot", "/busca", false), ("AnyBot", "/busca/vinho", true),
        ("ExampleBot", "/api/catalog_system/pub/products/search", true), ("ExampleBot", "/private/x", false),
        ("otherbot", "/private", false), ("AnyBot", "/robots.txt", true), ("AnyBot", "/", true),
    ])
    func the_longest_rule_of_the_own_group_holds(agent: String, path: String, isAllowed: Bool) {
        #expect(rules(Self.shop, for: agent).allows(path) == isAllowed)
    }

    @Test func pace_and_site_maps_are_read() {
        #expect(rules(Self.shop, for: "ExampleBot").gapSeconds == 10 && rules(Self.shop).gapSeconds == nil)
        #expect(rules(Self.shop).siteMaps == ["https://shop.example/sitemap.xml"])
        let slow = rules("User-agent: *\nCrawl-delay: 2.5\nRequest-rate: 1/10\nVisit-time: 0400-0845")
        #expect(slow.gapSeconds == 10)
        #expect(slow.visitWindow?.from == 240 && slow.visitWindow?.to == 525)
        #expect(rules("User-agent: *\nRequest-rate: 2/1m").gapSeconds == 30)
        #expect(rules("User-agent: *\nCrawl-delay: 9999999").gapSeconds == 86_400)
        for odd in [
            "Crawl-delay: -1", "Crawl-delay: x", "Request-rate: 0/1", "Visit-time: 2500-0100", "Crawl-delay: nan",
        ] {
            let read = rules("User-agent: *\n\(odd)")
            #expect(read.gapSeconds == nil && read.visitWindow == nil, "\(odd)")
        }
    }

    @Test func of_two_rules_as_long_the_one_that_allows_holds() {
        #expect(rules("User-agent: *\nDisallow: /a\nAllow: /a").allows("/a"))
        #expect(rules("User-agent: *\nAllow: /a\nDisallow: /a").allows("/a"))
    }

    @Test func groups_with_the_same_name_are_one() {
        let read = rules(
            "User-agent: tidemark\nDisallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: TIDEMARK/2\nDisallow: /b")
        #expect(!read.allows("/a") && !read.allows("/b") && read.allows("/c"))
    }

    @Test(arguments: [
        ("/fish*.php", "/fishheads/catfish.php?id=1", true), ("/fish*.php", "/Fish.PHP", false),
        ("/*.php$", "/a.php", true), ("/*.php$", "/a.php?x", false), ("/*/b/*", "/a/b/", true),
        ("/a%3cd.html", "/a%3Cd.html", true), ("/a<d.html", "/a%3Cd.html", false), ("/%61bc", "/abc", true),
        ("/caf\u{e9}", "/caf%C3%A9", true), ("/a%2Ab", "/axb", false), ("/a%2Ab", "/a%2ab", true), ("*", "/x", true),
        ("$", "/", false), ("/$", "/", true), ("/$", "/a", false), ("/a**b", "/axxb", true), ("/a*$", "/abc", true),
    ])
    func patterns_are_compared_as_the_standard_says(pattern: String, path: String, isMatch: Bool) {
        #expect(rules("User-agent: *\nDisallow: \(pattern)").allows(path) == !isMatch)
    }

    @Test func what_people_write_wrongly_is_understood() {
        #expect(!rules("\u{FEFF}User-agent: *\rDisallow: /a\r").allows("/a"))
        #expect(!rules("Useragent: *\nDissallow: /a # all of it").allows("/a"))
        #expect(!rules("user-agent *\ndisallow /a").allows("/a"))
        #expect(rules("Disallow: /a\nUser-agent: *\nDisallow:").allows("/a"))
        #expect(!rules("User-agent: *\n\0\nDisallow: /a\0").allows("/a"))
    }

    @Test func a_page_that_is_no_robots_file_makes_no_rules_and_says_so() {
        let page = rules("<!DOCTYPE html>\n<html><head><title>Not found: x</title></head></html>")
        #expect(!page.wasUnderstood && page.allows("/a"))
        #expect(rules("User-agent: *").wasUnderstood)
    }

    @Test func a_file_is_read_up_to_its_limit_and_in_time_in_proportion() {
        let long = "User-agent: *\nDisallow: /a\n" + String(repeating: "#", count: 600 * 1_024) + "\nDisallow: /b"
        #expect(!rules(long).allows("/a") && rules(long).allows("/b"))
        let stars = rules("User-agent: *\nDisallow: /" + String(repeating: "*a", count: 2_000) + "b$")
        #expect(stars.allows("/" + String(repeating: "a", count: 8_000)))
    }

    @Test func nothing_and_everything_are_what_they_say() {
        #expect(!RobotsRules.nothing.allows("/") && RobotsRules.everything.allows("/"))
        #expect(RobotsRules.nothing.allows("/robots.txt"))
    }

    @Test func a_window_may_go_over_midnight() throws {
        let day = try #require(VisitWindow("0400-0845"))
        #expect(day.wait(at: 4 * 3_600) == 0 && day.wait(at: 8 * 3_600 + 45 * 60) == 69_300)
        #expect(day.wait(at: 0) == 14_400 && day.wait(at: 86_400 * 20_000 + 14_399) == 1)
        let night = try #require(VisitWindow("2200-0600"))
        #expect(night.wait(at: 0) == 0 && night.wait(at: 23 * 3_600) == 0 && night.wait(at: 6 * 3_600) == 16 * 3_600)
        #expect(VisitWindow("0400-0400") == nil && VisitWindow("0400") == nil)
    }
}
