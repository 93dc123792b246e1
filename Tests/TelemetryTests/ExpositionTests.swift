import CoreMetrics
import TestSupport
import Testing

@testable import Telemetry

/// What is recorded reads back from the text format.
@Suite struct ExpositionTests {
    private let registry = MetricsRegistry()

    private func read() throws -> Exposition { try Exposition(registry.text()) }

    @Test func nothing_recorded_is_an_empty_text() throws {
        #expect(registry.text().isEmpty)
        _ = try read()
    }

    @Test func counters_and_gauges_read_back() throws {
        registry.describe([MetricDescription("a_total", "How \\ many\nthere are.")])
        let counter = Counter(label: "a_total", dimensions: [("role", "app")], factory: registry)
        counter.increment()
        counter.increment(by: 41)
        counter.increment(by: -5)
        FloatingPointCounter(label: "b_total", factory: registry).increment(by: 0.25)
        let meter = Meter(label: "c", factory: registry)
        meter.increment(by: 3)
        meter.decrement(by: 1.5)
        Gauge(label: "d", factory: registry).record(-7)
        let text = try read()
        #expect(text.families["a_total"]?.type == "counter")
        #expect(text.families["a_total"]?.help == "How \\ many\nthere are.")
        #expect(text.value("a_total", ["role": "app"]) == 42)
        #expect(text.value("b_total") == 0.25)
        #expect(text.families["c"]?.type == "gauge" && text.value("c") == 1.5)
        #expect(text.value("d") == -7)
    }

    @Test func a_timer_is_a_histogram_in_seconds() throws {
        registry.describe([MetricDescription("t_seconds", "Time.", buckets: BucketBounds([0.001, 0.1, 1]))])
        let timer = Timer(label: "t_seconds", dimensions: [("route", "/")], factory: registry)
        // A value on a bound belongs below it.
        for milliseconds in [1, 2, 100, 101, 5_000] { timer.recordMilliseconds(milliseconds) }
        timer.recordNanoseconds(-1)
        let text = try read()
        func bucket(_ bound: String) -> Double? { text.value("t_seconds_bucket", ["route": "/", "le": bound]) }
        #expect(text.families["t_seconds"]?.type == "histogram")
        #expect(bucket("0.001") == 2 && bucket("0.1") == 4 && bucket("1") == 5 && bucket("+Inf") == 6)
        #expect(text.value("t_seconds_count", ["route": "/"]) == 6)
        let sum = try #require(text.value("t_seconds_sum", ["route": "/"]))
        #expect(abs(sum - 5.204) < 1e-9)
    }

    @Test func an_aggregating_recorder_is_a_histogram_of_its_values() throws {
        let recorder = Recorder(label: "rows", factory: registry)
        for value in [0, 5, 5_000_000_000] { recorder.record(value) }
        recorder.record(Double.nan)
        let text = try read()
        #expect(text.value("rows_bucket", ["le": "1"]) == 1 && text.value("rows_bucket", ["le": "10"]) == 2)
        #expect(text.value("rows_count") == 3 && text.value("rows_sum") == 5_000_000_005)
    }

    @Test(arguments: [
        "plain", "", "a\"b", "a\\b", "a\nb", "a\r\nb", "\\n", "\\\"", "}", "{x=\"y\"} 1", "naïve 日本 🍷", "\u{0}\u{7}",
        "\\", "\"", "\n", "# TYPE x counter",
    ])
    func any_label_value_reads_back(_ value: String) throws {
        Counter(label: "hostile_total", dimensions: [("v", value)], factory: registry).increment()
        #expect(try read().value("hostile_total", ["v": value]) == 1)
    }

    @Test func names_are_brought_into_the_format() throws {
        Counter(label: "http.requests/total", dimensions: [("le", "a"), ("9 x", "b"), ("__y", "c")], factory: registry)
            .increment()
        Counter(label: "1st", factory: registry).increment()
        Counter(label: "", factory: registry).increment()
        let text = try read()
        #expect(text.value("http_requests_total", ["label_le": "a", "_9_x": "b", "label___y": "c"]) == 1)
        #expect(text.value("_1st") == 1 && text.value("_") == 1)
    }

    @Test func numbers_that_are_none_have_their_own_words() throws {
        registry.observe("nothing", .gauge) { .nan }
        registry.observe("endless", .gauge, [("way", "up")]) { .infinity }
        registry.observe("endless", .gauge, [("way", "down")]) { -.infinity }
        registry.observe("small", .gauge) { 1e-300 }
        registry.observe("large", .gauge) { 1e300 }
        let text = try read()
        #expect(text.value("nothing")?.isNaN == true)
        #expect(text.value("endless", ["way": "up"]) == .infinity)
        #expect(text.value("endless", ["way": "down"]) == -.infinity)
        #expect(text.value("small") == 1e-300 && text.value("large") == 1e300)
    }

    @Test func the_process_tells_about_itself() throws {
        ProcessFigures.observe(in: registry)
        let text = try read()
        let memory = try #require(text.value("process_resident_memory_bytes"))
        #expect(memory > 1e6 && memory < 1e11)
        #expect(try #require(text.value("process_open_fds")) >= 3)
        #expect(try #require(text.value("process_max_fds")) > 3)
        #expect(try #require(text.value("process_cpu_seconds_total")) > 0)
        // Between 2020 and 2100.
        let started = try #require(text.value("process_start_time_seconds"))
        #expect(started > 1.57e9 && started < 4.1e9)
    }
}
