import SourceSimulation
import TestSupport
import Testing

@testable import Judging

/// Amounts and tokens.
@Suite struct MoneyTests {
    @Test(arguments: [
        ("5", 5_000_000), ("0.25", 250_000), ("0.000001", 1), ("1000000", 1_000_000_000_000), ("0", 0),
        ("00.5", 500_000),
    ])
    func an_amount_is_read(text: String, micros: Int) {
        #expect(MicroDollars(text)?.rawValue == micros)
    }

    @Test(arguments: [
        "", "-1", "+1", "1.", ".5", "1,5", "1e3", " 1", "0.0000001", "1000001", "99999999", "١", "$1",
    ])
    func what_is_no_amount_is_none(text: String) { #expect(MicroDollars(text) == nil) }

    @Test func an_amount_is_shown_as_it_is_meant() {
        let shown = [0, 250_000, 1, 1_234_500, -5_000_000].map { "\(MicroDollars(rawValue: $0))" }
        #expect(shown == ["$0.00", "$0.25", "$0.000001", "$1.2345", "-$5.00"])
    }

    @Test func a_cost_is_rounded_up_and_never_overflows() {
        let price = TokenPrice(input: MicroDollars(rawValue: 250_000), output: MicroDollars(rawValue: 2_000_000))
        #expect(price.cost(TokenUsage(input: 1, output: 0)).rawValue == 1)
        #expect(price.cost(TokenUsage(input: 4, output: 3)).rawValue == 7)
        #expect(price.cost(TokenUsage(input: 5, output: 3)).rawValue == 8)
        #expect(price.cost(.none) == .zero)
        let dear = TokenPrice(input: MicroDollars(rawValue: .max), output: MicroDollars(rawValue: .max))
        #expect(dear.cost(TokenUsage(input: .max, output: .max)).rawValue > 1 << 60)
        #expect(dear.cost(TokenUsage(input: .min, output: -1)) == .zero)
    }

    @Test func shares_add_up() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<500 {
            let (total, count) = (random.below(10_000), 1 + random.below(12))
            let shares = TokenUsage.shares(of: total, count)
            #expect(shares.reduce(0, +) == total && shares.count == count)
            #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1)
        }
    }
}
