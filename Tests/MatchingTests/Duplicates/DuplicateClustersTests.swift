import TestSupport
import Testing

@testable import Matching

@Suite struct DuplicateClustersTests {
    private func clusters(_ index: ListingIndex, _ rule: DuplicateRule) async -> (DuplicateClusters, [[Int32]]) {
        let answer = await DuplicateSearch(index, rule).pairs(threads: 2)
        let clusters = DuplicateClusters(index, rule, answer.pairs)
        var groups: [[Int32]] = []
        clusters.forEach { groups.append($0) }
        return (clusters, groups)
    }

    private func index(_ names: [String]) -> ListingIndex {
        var index = ListingIndex()
        for (number, name) in names.enumerated() {
            index.put(Int32(number), ListingReading(PairRecord([.name: name])), source: 0)
        }
        return index
    }

    @Test(arguments: [3, 19, 5_150] as [UInt64], [true, false])
    func what_may_not_be_together_never_is(seed: UInt64, isWithin: Bool) async {
        var random = SeededRandom(seed: seed)
        let made = MadeUpListings(600, sources: 4, &random)
        let (index, rule) = (made.index, DuplicateRule(threshold: 0.82, isWithinSources: isWithin))
        let (clusters, groups) = await clusters(index, rule)
        var search = CandidateSearch()
        var (right, together, seen) = (0, 0, Set<Int32>())
        for group in groups {
            #expect(group.count >= 2 && seen.isDisjoint(with: group) && group == group.sorted(), "seed \(seed)")
            seen.formUnion(group)
            if !isWithin { #expect(Set(group.map { index.source(of: $0) }).count == group.count, "seed \(seed)") }
            for (place, one) in group.enumerated() {
                #expect(clusters.score(of: one) > 0.7 && clusters.score(of: one) <= 1, "seed \(seed)")
                let others = Array(group[(place + 1)...])
                let compared = search.comparisons(of: one, with: others, in: index)
                #expect(compared?.allSatisfy { $0.score > 0 } == true, "seed \(seed)")
                together += others.count
                right += others.count { made.listings[Int($0)].thing == made.listings[Int(one)].thing }
            }
        }
        let possible = Dictionary(grouping: made.listings, by: \.thing).values.reduce(0) {
            $0 + $1.count * ($1.count - 1) / 2
        }
        #expect(Double(right) > 0.97 * Double(together) && Double(right) > 0.9 * Double(possible), "seed \(seed)")
    }

    @Test func the_answer_does_not_depend_on_threads() async {
        var random = SeededRandom(seed: 11)
        let index = MadeUpListings(2_500, sources: 2, &random).index
        let search = DuplicateSearch(index, DuplicateRule(threshold: 0.7, isWithinSources: true))
        let (one, four) = (await search.pairs(threads: 1), await search.pairs(threads: 4))
        #expect(one.pairs == four.pairs && one.compared == four.compared && one.lookUps == index.count)
    }

    @Test func a_chain_of_half_alike_names_is_not_one_thing() async {
        // Each is like the next one, and the ends are not alike.
        let words = ["alder", "birch", "cedar", "dogwood", "elder", "firwood", "gorse", "hazel", "ivytree", "juniper"]
        let names = (0..<6).map { start in words[start..<start + 5].joined(separator: " ") }
        let rule = DuplicateRule(threshold: 0.7, isWithinSources: true)
        let answer = await DuplicateSearch(index(names), rule).pairs(threads: 1)
        let (_, groups) = await clusters(index(names), rule)
        #expect(answer.pairs.count >= 5)
        #expect(!groups.isEmpty && groups.allSatisfy { $0.count <= 3 }, "\(groups)")
    }

    @Test func copies_of_one_row_are_one_cluster_up_to_the_bound() async {
        let names = [String](repeating: "Larkhill Thornwick Gin 700 ml", count: 60) + ["Saddlegate Rum 700 ml"]
        let (clusters, groups) = await clusters(index(names), DuplicateRule(threshold: 0.82, isWithinSources: true))
        #expect(groups == [Array(0..<60)] && clusters.score(of: 0) == 1 && clusters.score(of: 60) == 0)
    }
}
