/// How much output compressed input may grow to.
package struct InflateLimits: Hashable, Sendable {
    /// Most bytes of output, over all members.
    package var maximumOutput: Int64
    /// Most bytes of output for each byte of input, once `ratioGrace` bytes are out. DEFLATE reaches 1,032 at most.
    package var maximumRatio: Int64
    /// Output for which the ratio does not matter yet, since small files of repeated text are innocent.
    package var ratioGrace: Int64

    package init(
        maximumOutput: Int64 = 64 << 30, maximumRatio: Int64 = 250, ratioGrace: Int64 = 16 << 20
    ) {
        self.maximumOutput = maximumOutput
        self.maximumRatio = maximumRatio
        self.ratioGrace = ratioGrace
    }
}
