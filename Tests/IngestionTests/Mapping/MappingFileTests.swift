import Catalog
import Ingestion
import Testing

@Suite struct MappingFileTests {
    private static func problem(_ text: String) -> String? {
        do throws(PriceBookProblem) {
            _ = try Mapping.parse(Array(text.utf8), file: "m.json")
            return nil
        } catch {
            #expect(error.code == .badMapping)
            return error.description
        }
    }

    private static func mapping(_ change: (String) -> String) -> String {
        change(
            #"""
            {"name": "m", "title": "M", "currency": "EUR", "date": {"from": "argument"},
             "tables": {"t": {"a": "b"}}, "fields": {"item_key": {"column": "id"}, "name": {"column": "n"}}}
            """#)
    }

    private static func with(_ old: String, _ new: String) -> String? {
        problem(
            mapping { text in
                guard let range = text.firstRange(of: old) else { return "" }
                return text[..<range.lowerBound] + new + text[range.upperBound...]
            })
    }

    @Test func the_smallest_mapping_is_good() {
        #expect(Self.problem(Self.mapping { $0 }) == nil)
    }

    @Test(arguments: [
        (#""title": "M","#, #""title": "M", "colour": 1,"#, "\"colour\" is not known here"),
        (#""EUR""#, #""EURO""#, "not a currency code"),
        (#""name": "m""#, #""name": "M m""#, "lower-case"),
        (#"{"from": "argument"}"#, #"{"from": "moon"}"#, "filename, column, argument"),
        (#"{"from": "argument"}"#, #"{"from": "filename", "pattern": "{MM}"}"#, "has no {yyyy}"),
        (#"{"column": "n"}"#, #"{"column": "n", "transforms": ["shout"]}"#, "no transform \"shout\""),
        (#"{"column": "n"}"#, #"{"column": "n", "transforms": ["percent"]}"#, "does not fit"),
        (#"{"column": "n"}"#, #"{"column": "n", "transforms": [{"map": "u"}]}"#, "no table \"u\""),
        (#"{"column": "n"}"#, #"{"column": "n", "constant": "x"}"#, "exactly one"),
        (#"{"column": "n"}"#, #"{"column": "n"}, "category": {"constant": "tea"}"#, "not a category"),
        (
            #"{"column": "n"}"#, #"{"column": "n"}, "category": {"column": "c", "transforms": [{"map": "t"}]}"#,
            "\"b\" is not a category"
        ),
        (#", "name": {"column": "n"}"#, "", "\"name\" is missing"),
        (#""item_key": {"column": "id"}, "#, "", "\"item_key\" is missing"),
        (#""currency": "EUR","#, #""currency": "EUR", "time_zone": "Mars/Olympus","#, "not a time zone"),
        (#""currency": "EUR","#, #""currency": "EUR", "currency": "USD","#, "twice"),
        (#""currency": "EUR","#, #""currency": "EUR" "#, "is not JSON: line 1"),
    ])
    func mistakes_are_told_with_their_place(_ old: String, _ new: String, _ fragment: String) {
        let problem = Self.with(old, new)
        #expect(problem?.contains(fragment) == true, "\(problem ?? "no problem")")
        #expect(problem?.contains("m.json") == true)
    }

    @Test func every_built_in_mapping_is_good_and_named_like_its_file() throws {
        #expect(
            Mapping.builtInNames == [
                "alko", "bcliquor", "bcliquor-stock", "craft-beers", "delhi", "iowa", "iowa-case", "iowa-cost",
                "lcbo-redwine", "lcbo-saq-whisky", "systembolaget", "vinmonopolet",
            ])
        for name in Mapping.builtInNames {
            let mapping = try Mapping.builtIn(named: name)
            #expect(mapping.name == name)
        }
    }

    @Test(arguments: ["nope", "../alko", ""])
    func an_unknown_name_lists_the_known_ones(_ name: String) {
        let problem = #expect(throws: PriceBookProblem.self) { try Mapping.builtIn(named: name) }
        #expect(problem?.code == .unknownMapping)
        #expect(problem?.description.contains("alko, bcliquor") == true)
    }
}
