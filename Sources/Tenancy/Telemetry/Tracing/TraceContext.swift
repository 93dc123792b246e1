/// Which trace a piece of work belongs to, and which span of it it is (W3C Trace Context, level 1).
///
/// A value, so that a job can carry it from the page that enqueued it: store `encoded`, and continue with
/// `init(traceparent:)`.
package struct TraceContext: Hashable, Sendable {
    /// The 128 bits of the trace, never all zero.
    package let traceHigh: UInt64
    package let traceLow: UInt64
    /// The span, never zero.
    package let span: UInt64
    package let isSampled: Bool

    /// The first span of a new trace, sampled.
    package init(_ ids: TraceIDs) {
        traceHigh = ids.next()
        traceLow = ids.next()
        span = ids.next()
        isSampled = true
    }

    private init(traceHigh: UInt64, traceLow: UInt64, span: UInt64, isSampled: Bool) {
        self.traceHigh = traceHigh
        self.traceLow = traceLow
        self.span = span
        self.isSampled = isSampled
    }

    /// A new span of the same trace.
    package func child(_ ids: TraceIDs) -> TraceContext {
        TraceContext(traceHigh: traceHigh, traceLow: traceLow, span: ids.next(), isSampled: isSampled)
    }

    /// 32 lower-case hexadecimal digits.
    package var traceID: String { HexDigits.text(traceHigh) + HexDigits.text(traceLow) }

    /// 16 lower-case hexadecimal digits.
    package var spanID: String { HexDigits.text(span) }

    /// The value of a `traceparent` header: `00-<trace>-<span>-<flags>`, 55 characters.
    package var encoded: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }

    /// Reads a `traceparent` header; `nil` for anything the standard does not allow, such as zero ids, upper case, or two
    /// headers. Of versions to come, what version 00 has is read.
    package init?(traceparent: String) {
        let bytes = Array(traceparent.utf8.prefix(513))
        guard bytes.count >= 55, bytes.count <= 512, bytes[2] == Self.dash, bytes[35] == Self.dash,
            bytes[52] == Self.dash, let version = HexDigits.value(bytes[0..<2]), version != 0xFF,
            bytes.count == 55 || (version > 0 && bytes[55] == Self.dash),
            let high = HexDigits.value(bytes[3..<19]), let low = HexDigits.value(bytes[19..<35]), high | low != 0,
            let span = HexDigits.value(bytes[36..<52]), span != 0, let flags = HexDigits.value(bytes[53..<55])
        else { return nil }
        self.init(traceHigh: high, traceLow: low, span: span, isSampled: flags & 1 == 1)
    }

    private static let dash = UInt8(ascii: "-")
}
