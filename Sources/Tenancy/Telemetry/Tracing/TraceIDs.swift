import Synchronization

/// Makes ids for traces and spans: unlike those of any other process, none zero. No secret may rest on them.
///
/// SplitMix64 (Steele, Lea and Flood, 2014) over a counter, because a system call for each id costs more than the rest
/// of a request's trace.
package final class TraceIDs: Sendable {
    private let counter: Atomic<UInt64>

    package init() { counter = Atomic(UInt64.random(in: .min ... .max)) }

    package func next() -> UInt64 {
        var mixed = counter.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return mixed == 0 ? 1 : mixed
    }
}
