/// Tokens that a request used or may use.
package struct TokenUsage: Sendable, Hashable {
    /// Everything that was read, cached or not.
    package let input: Int
    /// Everything that was written, thoughts included.
    package let output: Int

    package static let none = TokenUsage(input: 0, output: 0)

    package init(input: Int, output: Int) {
        self.input = input
        self.output = output
    }

    /// A number above this is a slip of whoever counted.
    static let most = 100_000_000

    /// Shares of it that add up to it and differ by one token at most.
    /// - Parameter count: at least 1.
    func shares(_ count: Int) -> [TokenUsage] {
        zip(Self.shares(of: input, count), Self.shares(of: output, count)).map { TokenUsage(input: $0, output: $1) }
    }

    static func shares(of total: Int, _ count: Int) -> [Int] {
        let (whole, rest) = total.quotientAndRemainder(dividingBy: max(1, count))
        return (0..<max(1, count)).map { whole + ($0 < rest ? 1 : 0) }
    }
}
