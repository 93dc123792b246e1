import Catalog
import Testing

@Suite struct CategoryCodeTests {
    @Test func every_category_has_its_parent_a_label_and_one_place() {
        #expect(Set(CategoryCode.all).count == CategoryCode.all.count)
        #expect(Set(CategoryCode.all.map(\.label)).count == CategoryCode.all.count)
        for code in CategoryCode.all {
            #expect(CategoryCode(rawValue: code.rawValue) == code)
            #expect(!code.label.isEmpty)
            #expect(code.rawValue.allSatisfy { $0 == "." || $0 == "_" || ("a"..."z").contains($0) })
            if let parent = code.parent { #expect(CategoryCode(rawValue: parent.rawValue) != nil, "\(code)") }
            #expect(code.isWithin(code.family))
        }
        #expect(CategoryCode(rawValue: "spirits.perfume") == nil)
    }

    @Test func every_class_has_a_category_of_the_list() {
        for beverageClass in BeverageClass.allCases {
            let code = CategoryCode.from(beverageClass)
            #expect(CategoryCode(rawValue: code.rawValue) == code, "\(beverageClass)")
        }
        #expect(CategoryCode.from("scotch_single_malt")?.rawValue == "spirits.whisky.scotch_single_malt")
        #expect(CategoryCode.from("perfume") == nil)
    }

    @Test func every_class_of_the_examples_is_known() {
        for cls in NamingExample.all.compactMap(\.cls) { #expect(CategoryCode.from(cls) != nil, "\(cls)") }
    }

    @Test func being_within_follows_the_path_and_not_the_letters() throws {
        let spirits = try #require(CategoryCode(rawValue: "spirits"))
        let whisky = try #require(CategoryCode(rawValue: "spirits.whisky"))
        let bourbon = try #require(CategoryCode(rawValue: "spirits.whisky.bourbon"))
        let rye = try #require(CategoryCode(rawValue: "spirits.whisky.rye"))
        #expect(bourbon.isWithin(whisky) && bourbon.isWithin(spirits) && !whisky.isWithin(bourbon))
        #expect(whisky.isCompatible(with: bourbon) && !rye.isCompatible(with: bourbon))
        #expect(bourbon.parent == whisky && spirits.parent == nil && bourbon.family == spirits)
    }

    @Test func proof_belongs_to_spirits_and_vintages_to_wine() {
        #expect(BeverageClass.vodka.hasProof && BeverageClass.rtd.hasProof && !BeverageClass.wineRed.hasProof)
        #expect(BeverageClass.champagne.isWine && !BeverageClass.beer.isWine)
    }
}
