import TestSupport
import Testing

@testable import Matching

/// Lists in one array keep what sets would keep, and their blocks are used again.
@Suite struct PostingListsTests {
    @Test(arguments: [8, 123] as [UInt64])
    func they_hold_what_sets_hold(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var lists = PostingLists()
        var sets = [Set<Int32>](repeating: [], count: 12)
        for _ in sets { _ = lists.addList() }
        for _ in 0..<20_000 {
            let (list, number) = (random.below(sets.count), Int32(random.below(300)))
            if random.chance(0.55) {
                lists.insert(number, into: Int32(list))
                sets[list].insert(number)
            } else {
                lists.remove(number, from: Int32(list))
                sets[list].remove(number)
            }
        }
        for (list, set) in sets.enumerated() {
            #expect(Array(lists.list(Int32(list))) == set.sorted(), "seed \(seed)")
        }
        #expect(lists.total == sets.reduce(0) { $0 + $1.count }, "seed \(seed)")
        #expect(lists.slab.count <= 4 * 12 * 512, "seed \(seed): \(lists.slab.count)")
    }

    @Test(arguments: [6, 7_000] as [UInt64])
    func keys_keep_their_numbers(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var numbers = HashedNumbers()
        var known: [UInt64: Int32] = [:]
        for value in 0..<Int32(5_000) {
            // Keys that differ in their high bits only, and keys that follow each other, are told apart, too.
            let key = random.chance(0.3) ? UInt64(value) << 48 : random.chance(0.5) ? UInt64(value) : random.next()
            guard known[key] == nil else { continue }
            numbers.insert(key, value)
            known[key] = value
        }
        #expect(known.allSatisfy { numbers[$0.key] == $0.value } && numbers.count == known.count, "seed \(seed)")
        #expect(numbers[random.next()] == -1, "seed \(seed)")
    }
}
