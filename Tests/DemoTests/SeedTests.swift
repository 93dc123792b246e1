import Catalog
import Testing

@testable import Demo

@Suite struct SeedTests {
    /// The first outputs of SplitMix64 for seed 1234567, as published with its reference code.
    @Test func the_generator_is_splitmix64() {
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
        #expect(generator.next() == 9_817_491_932_198_370_423)
    }

    @Test func ranges_hold_and_both_ends_come() {
        var generator = SeededGenerator(seed: 7)
        let numbers = (0..<2000).map { _ in generator.int(3...9) }
        #expect(Set(numbers) == Set(3...9))
        #expect((0..<2000).allSatisfy { _ in (1.5..<2.5).contains(generator.real(1.5, 2.5)) })
    }
}
