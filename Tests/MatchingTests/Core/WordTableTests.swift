import Catalog
import Testing

@testable import Matching

@Suite struct WordTableTests {
    static let lists = [
        WordTable.noise, WordTable.houses, WordTable.categories, WordTable.grapes, WordTable.places, WordTable.colours,
        WordTable.variants,
    ]

    @Test func every_spelling_is_folded_and_stands_once() {
        var seen: Set<String> = []
        for list in Self.lists {
            for spelling in list.split(whereSeparator: { " =\n".contains($0) }).map(String.init) {
                #expect(seen.insert(spelling).inserted, "\(spelling) stands twice")
                #expect(NameFolding.fold(spelling) == spelling, "\(spelling) is not folded")
            }
        }
        #expect(seen.count > 300)
    }

    @Test func spellings_lead_to_the_first_of_their_group() {
        #expect(WordTable.entry(for: "rhum").word == "rum")
        #expect(WordTable.entry(for: "rum").kind == .category)
        #expect(WordTable.entry(for: "007").word == "7" && WordTable.entry(for: "007").kind == .number)
        #expect(WordTable.entry(for: "thornbury").kind == .plain)
    }
}
