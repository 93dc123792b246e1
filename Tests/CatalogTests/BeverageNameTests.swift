import Catalog
import Testing

@Suite struct BeverageNameTests {
    @Test func all_examples_decode() {
        #expect(NamingExample.all.count == NamingExamples.lines.split(separator: "\n").count)
        #expect(NamingExample.all.count == 85)
    }

    @Test(arguments: 0..<85)
    func every_field_of_an_example_is_read(_ index: Int) {
        let example = NamingExample.all[index]
        #expect(example.differences.isEmpty, "\(example.raw): \(example.differences.joined(separator: "; "))")
    }

    /// Words of a product's name beyond the tokens ("Regal Apple" for APPLE) are not guessed, so some stay different.
    @Test func brands_and_products_do_not_get_worse() {
        let products = NamingExample.all.filter { $0.kind == nil }
        let misses = products.filter { !$0.hasBrand || !$0.hasProduct }
            .map { "\($0.raw) → \($0.name.brand ?? "–") | \($0.name.product ?? "–")" }
        #expect(products.count(where: \.hasBrand) >= 82, "\(misses)")
        #expect(products.count(where: \.hasProduct) >= 74, "\(misses)")
    }

    @Test func without_a_style_no_number_is_interpreted_that_depends_on_one() {
        for example in NamingExample.all where example.style != "-" {
            let name = BeverageName.read(example.raw, style: nil, currentYear: 2026)
            // What is read without a style must not contradict what the style says.
            if let units = example.units, let read = name.pack.units { #expect(read == units, "\(example.raw)") }
            if let ml = example.ml, let read = name.volume { #expect(read.millilitres == ml, "\(example.raw)") }
            if let age = example.age, let read = name.ageYears { #expect(read == age, "\(example.raw)") }
            if let abv = example.abv, let read = name.strength {
                #expect(read.basisPoints == Int((abv * 100).rounded()), "\(example.raw)")
            }
        }
        let vodka = BeverageName.read("TITOS HNDMD VOD 80 750ML", style: nil, currentYear: 2026)
        #expect(vodka.strength == nil && vodka.ambiguous.contains(.strength))
        let wine = BeverageName.read("MEIOMI PINOT NOIR 22 750ML", style: nil, currentYear: 2026)
        #expect(wine.vintage == nil && wine.ambiguous.contains(.vintage))
        let bare = BeverageName.read("DELEON TEQUILA BLANCO 750", style: nil, currentYear: 2026)
        #expect(bare.volume == nil && bare.ambiguous.contains(.size))
    }
}
