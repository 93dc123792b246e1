import Catalog
import Testing

@testable import Matching

/// Whatever was said can be taken back, one by one, in any order, and what stays is what would be without it.
@Suite struct IdentityLedgerTests {
    private typealias Ledger = IdentityLedger<Int>
    private typealias Deed = IdentityDeed<Int>

    @Test func what_is_merged_is_called_as_the_other_and_is_itself_again_afterwards() {
        var ledger = Ledger()
        ledger.record([.assign(listing: 1, product: 100), .assign(listing: 2, product: 200)])
        let before = ledger.all
        let merge = ledger.record([.merge(100, into: 200)])
        #expect(ledger.product(of: 1) == 200 && ledger.root(of: 100) == 200)
        // Decided after the merger, it stays where it was put.
        ledger.record([.assign(listing: 3, product: 200)])
        let isTaken = ledger.set(merge, isUndone: true)
        #expect(isTaken)
        #expect(ledger.product(of: 1) == 100 && ledger.product(of: 3) == 200)
        #expect(ledger.all.filter { $0.key < 3 } == before)
        let (isAgain, isUnknown) = (ledger.set(merge, isUndone: true), ledger.set(99, isUndone: true))
        #expect(!isAgain && !isUnknown)
        ledger.set(merge, isUndone: false)
        #expect(ledger.product(of: 1) == 200)
    }

    @Test func an_old_decision_goes_and_later_ones_stay() {
        var ledger = Ledger()
        let first = ledger.record([.assign(listing: 1, product: 100)])
        let chain = ledger.record([.merge(100, into: 200)])
        ledger.record([.merge(200, into: 300)])
        #expect(ledger.product(of: 1) == 300)
        ledger.set(chain, isUndone: true)
        #expect(ledger.product(of: 1) == 100 && ledger.root(of: 200) == 300)
        ledger.record([.assign(listing: 1, product: 200)])
        ledger.set(first, isUndone: true)
        #expect(ledger.product(of: 1) == 300)
    }

    @Test func mergers_never_lead_round_in_a_circle() {
        var ledger = Ledger()
        ledger.record([.assign(listing: 1, product: 100), .assign(listing: 2, product: 200)])
        let there = ledger.record([.merge(100, into: 200)])
        ledger.set(there, isUndone: true)
        ledger.record([.merge(200, into: 100)])
        // Both stand now: the later one says nothing new.
        ledger.set(there, isUndone: false)
        #expect(ledger.product(of: 1) == 200 && ledger.product(of: 2) == 200)
        ledger.record([.merge(200, into: 200)])
        #expect(ledger.product(of: 2) == 200)
    }

    @Test func what_was_said_to_be_different_is_told_when_it_becomes_the_same() {
        var ledger = Ledger()
        ledger.record([.assign(listing: 1, product: 100), .assign(listing: 2, product: 200)])
        let mark = ledger.record([.different(listing: 1, product: 200)])
        #expect(ledger.contradictions(sellers: [Int: Int]()).isEmpty && ledger.excluded(for: 1) == [200])
        let merge = ledger.record([.merge(100, into: 200)])
        #expect(ledger.contradictions(sellers: [Int: Int]()) == [.isWhatItIsNot(listing: 1, product: 200)])
        ledger.set(merge, isUndone: true)
        #expect(ledger.contradictions(sellers: [Int: Int]()).isEmpty)
        // What it is not goes on to be so under another name.
        ledger.record([.merge(200, into: 300)])
        #expect(ledger.excluded(for: 1) == [300])
        ledger.set(mark, isUndone: true)
        #expect(ledger.excluded(for: 1).isEmpty)
    }

    @Test func two_offers_of_one_seller_are_told() {
        var ledger = Ledger()
        ledger.record([.assign(listing: 1, product: 100), .assign(listing: 2, product: 200)])
        let sellers = [1: "a", 2: "a"]
        #expect(ledger.contradictions(sellers: sellers).isEmpty)
        ledger.record([.merge(100, into: 200)])
        #expect(ledger.contradictions(sellers: sellers) == [.soldTwice(listings: [1, 2], product: 200)])
        #expect(ledger.contradictions(sellers: [1: "a", 2: "b"]).isEmpty)
    }

    private static func deeds(_ random: inout SeededGenerator) -> [Deed] {
        func product() -> Int { 100 + random.int(0...11) }
        switch random.int(0...9) {
        case 0...4: return [.assign(listing: random.int(0...19), product: product())]
        case 5...7: return [.merge(product(), into: product())]
        case 8: return [.different(listing: random.int(0...19), product: product())]
        // A split: several go to one at once.
        default:
            let product = product()
            return (0..<3).map { _ in .assign(listing: random.int(0...19), product: product) }
        }
    }

    /// Random histories: at any time the ledger is what one is that never heard of the acts that were taken back.
    @Test(arguments: 1...60) func taken_back_is_as_if_never_said(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var ledger = Ledger()
        var acts: [IdentityLedger<Int>.Act] = []
        for _ in 0..<120 {
            if acts.isEmpty || random.chance(70) {
                let deeds = Self.deeds(&random)
                acts.append(.init(number: ledger.record(deeds), deeds: deeds))
            } else {
                let place = random.int(0...acts.count - 1)
                acts[place].isUndone.toggle()
                let isTaken = ledger.set(acts[place].number, isUndone: acts[place].isUndone)
                #expect(isTaken)
            }
            let without = Ledger(acts.filter { !$0.isUndone })
            #expect(ledger.all == without.all, "seed \(seed)")
            #expect(
                ledger.contradictions(sellers: [Int: Int]()) == without.contradictions(sellers: [Int: Int]()),
                "seed \(seed)")
            #expect(ledger.all == Ledger(acts.shuffled(using: &random)).all, "seed \(seed)")
        }
        // All of it taken back, in any order, is nothing.
        for place in acts.indices.shuffled(using: &random) where !acts[place].isUndone {
            ledger.set(acts[place].number, isUndone: true)
        }
        #expect(ledger.all.isEmpty && ledger.contradictions(sellers: [Int: Int]()).isEmpty, "seed \(seed)")
    }

    /// A merger and its taking-back, with nothing in between or anything: every listing is what it was.
    @Test(arguments: 1...60) func a_merger_taken_back_restores_everything(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 1_000)
        var ledger = Ledger()
        for _ in 0..<40 { ledger.record(Self.deeds(&random)) }
        let before = ledger.all
        let merge = ledger.record([.merge(100 + random.int(0...11), into: 100 + random.int(0...11))])
        ledger.set(merge, isUndone: true)
        #expect(ledger.all == before, "seed \(seed)")
    }
}
