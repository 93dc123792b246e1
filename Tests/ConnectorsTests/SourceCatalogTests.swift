import Connectors
import Testing

/// Which sources there are, and what each needs to be read.
@Suite struct SourceCatalogTests {
    @Test func every_entry_leads_to_a_connector_of_its_code_and_kind() throws {
        for entry in SourceCatalog.all {
            var settings: [String: String] = [:]
            if let scope = entry.scopes.last { settings[SourceCatalog.scopeSetting] = scope }
            if entry.needsTerms { settings[SourceCatalog.termsSetting] = "mezcal\ntequila" }
            let connector = try #require(try SourceCatalog.connector(entry.code, settings: settings))
            #expect(connector.profile.code == entry.code && connector.profile.kind == entry.kind)
            #expect(connector.profile.name == entry.name && (connector.login != nil) == entry.needsLogin)
        }
        #expect(try SourceCatalog.connector("nobody")?.profile.code == nil)
    }

    @Test(arguments: [nil, "", "\n", "gin, rum", String(repeating: "x", count: 101)])
    func without_terms_that_can_be_asked_for_there_is_no_connector(terms: String?) throws {
        var settings = [SourceCatalog.scopeSetting: "US"]
        settings[SourceCatalog.termsSetting] = terms
        #expect(try SourceCatalog.connector("googletrends", settings: settings)?.profile.code == nil)
    }

    @Test func a_market_is_one_of_those_that_are_read_or_the_world() throws {
        func scope(_ market: String?) throws -> String? {
            var settings = [SourceCatalog.termsSetting: "gin"]
            settings[SourceCatalog.scopeSetting] = market
            return try SourceCatalog.connector("googletrends", settings: settings)?.scope
        }
        #expect(try scope("BR") == "BR")
        for world in ["world", "", nil] { #expect(try scope(world) == "") }
        for nowhere in ["br", "XX", "US-CA"] { #expect(try scope(nowhere) == nil) }
    }

    @Test func only_what_is_asked_about_words_needs_them() {
        #expect(SourceCatalog.all.filter(\.needsTerms).map(\.code) == ["googletrends"])
    }
}
