import Foundation
import Testing
import Vault

@Suite struct TimeCodeSeedTests {
    /// RFC 6238, appendix B: the seed of its SHA-1 column, moments, and the last six of the eight digits.
    @Test(arguments: [
        (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func codes_are_those_of_the_standard(seconds: TimeInterval, code: String) throws {
        let seed = try #require(TimeCodeSeed(bytes: SecretBytes(copying: "12345678901234567890")))
        #expect(seed.code(of: TimeStep(at: Date(timeIntervalSince1970: seconds))) == code)
    }

    @Test func a_code_is_good_in_its_step_and_one_either_way() throws {
        let seed = TimeCodeSeed()
        let moment = Date(timeIntervalSince1970: 1_763_683_215)
        let step = TimeStep(at: moment)
        for offset in -3...3 {
            let other = TimeStep(number: step.number + offset)
            let text = try #require(seed.code(of: other))
            let typed = try #require(TypedCode(text))
            let found = seed.step(of: typed, at: moment)
            // One in a few hundred thousand codes is also that of a step nearby.
            let isOfNeighbour = TimeStep.window(at: moment).contains { seed.code(of: $0) == seed.code(of: other) }
            #expect((found != nil) == isOfNeighbour, "\(offset)")
            if abs(offset) <= 1 { #expect(found != nil) }
        }
    }

    @Test func steps_begin_every_thirty_seconds_and_never_before_1970() {
        #expect(TimeStep(at: Date(timeIntervalSince1970: 29.999)).number == 0)
        #expect(TimeStep(at: Date(timeIntervalSince1970: 30)).number == 1)
        #expect(TimeStep(at: Date(timeIntervalSince1970: -5)).number == 0)
        #expect(TimeStep.window(at: Date(timeIntervalSince1970: 0)).map(\.number) == [0, 1])
        #expect(TimeStep.window(at: Date(timeIntervalSince1970: 60)).map(\.number) == [1, 2, 3])
    }

    @Test func a_seed_has_twenty_bytes_and_none_is_like_another() {
        #expect(TimeCodeSeed(bytes: SecretBytes(copying: [UInt8](repeating: 7, count: 19))) == nil)
        #expect(TimeCodeSeed().text().reveal() != TimeCodeSeed().text().reveal())
        #expect(TimeCodeSeed().text().reveal().count == 32)
    }

    @Test func a_wiped_seed_makes_no_code_and_a_seed_does_not_print() throws {
        let seed = try #require(TimeCodeSeed(bytes: SecretBytes(copying: "12345678901234567890")))
        #expect("\(seed)" == "[redacted]" && String(reflecting: seed) == "[redacted]")
        var dumped = ""
        dump(seed, to: &dumped)
        #expect(!dumped.contains("1234"))
        seed.wipe()
        #expect(seed.code(of: TimeStep(number: 1)) == nil)
        let typed = try #require(TypedCode("123456"))
        #expect(seed.step(of: typed, at: Date()) == nil)
    }
}
