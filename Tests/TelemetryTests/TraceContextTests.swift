import Testing

@testable import Telemetry

@Suite struct TraceContextTests {
    private static let good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func a_header_reads_back() throws {
        let trace = try #require(TraceContext(traceparent: Self.good))
        #expect(trace.traceID == "4bf92f3577b34da6a3ce929d0e0e4736" && trace.spanID == "00f067aa0ba902b7")
        #expect(trace.isSampled && trace.encoded == Self.good)
        let ids = TraceIDs()
        let child = trace.child(ids)
        #expect(child.traceID == trace.traceID && child.span != trace.span)
        #expect(TraceContext(traceparent: child.encoded) == child)
    }

    @Test(arguments: [
        "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7", good + "-", good + "-x", good + "0",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-011",
        "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        "0x-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x", good + ", " + good, " " + good, good + " ",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
        "00-4bf92f3577b34da6a3ce929d0e0e473\u{e9}-00f067aa0ba902b7-01",
    ])
    func what_the_standard_does_not_allow_is_no_trace(_ text: String) {
        #expect(TraceContext(traceparent: text) == nil)
    }

    @Test func versions_to_come_are_read_as_far_as_they_are_known() {
        let later = "cc" + Self.good.dropFirst(2)
        #expect(TraceContext(traceparent: later)?.encoded == Self.good)
        #expect(TraceContext(traceparent: later + "-what-the-future-brings")?.encoded == Self.good)
        #expect(TraceContext(traceparent: later + "-" + String(repeating: "x", count: 1_000)) == nil)
        let flags = Self.good.dropLast(2)
        #expect(TraceContext(traceparent: flags + "fe")?.encoded == flags + "00", "only the flag that is known goes on")
    }

    @Test func new_traces_are_valid_and_different() {
        let ids = TraceIDs()
        let traces = (0..<10_000).map { _ in TraceContext(ids) }
        #expect(Set(traces.map(\.traceID)).count == 10_000 && Set(traces.map(\.spanID)).count == 10_000)
        #expect(traces.allSatisfy { TraceContext(traceparent: $0.encoded) == $0 })
        #expect(TraceIDs().next() != TraceIDs().next())
    }
}
