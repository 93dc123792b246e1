import CoreMetrics
import Synchronization
import TestSupport
import Testing

@testable import Telemetry

@Suite struct MetricsRegistryTests {
    @Test func labels_from_outside_cannot_fill_the_memory() throws {
        let registry = MetricsRegistry(seriesLimit: 10)
        for number in 0..<1_000 {
            Counter(label: "n_total", dimensions: [("path", "/\(number)"), ("x", "y")], factory: registry).increment()
        }
        let text = try Exposition(registry.text())
        let samples = try #require(text.families["n_total"]?.samples)
        #expect(samples.count == 11)
        #expect(samples.reduce(0) { $0 + $1.value } == 1_000, "nothing is lost")
        #expect(text.value("n_total", ["path": "other", "x": "other"]) == 990)
        // Those that were there before still count for themselves.
        Counter(label: "n_total", dimensions: [("x", "y"), ("path", "/3")], factory: registry).increment()
        #expect(try Exposition(registry.text()).value("n_total", ["path": "/3", "x": "y"]) == 2)
    }

    @Test func a_long_value_is_cut() throws {
        let registry = MetricsRegistry()
        let long = String(repeating: "é", count: 100_000)
        Counter(label: "n_total", dimensions: [("path", long)], factory: registry).increment()
        #expect(registry.text().count < 1_000)
    }

    @Test func the_same_labels_are_the_same_series_whoever_asks() throws {
        let registry = MetricsRegistry()
        for _ in 0..<3 {
            Counter(label: "n_total", dimensions: [("a", "1"), ("b", "2")], factory: registry).increment()
            Counter(label: "n_total", dimensions: [("b", "2"), ("a", "1"), ("a", "3")], factory: registry).increment()
        }
        #expect(try Exposition(registry.text()).value("n_total", ["a": "1", "b": "2"]) == 6)
    }

    @Test func a_name_used_for_two_kinds_keeps_the_first() throws {
        let registry = MetricsRegistry()
        Counter(label: "n", factory: registry).increment(by: 5)
        Timer(label: "n", factory: registry).recordSeconds(3)
        Gauge(label: "n", factory: registry).record(7)
        registry.observe("n", .gauge) { 9 }
        let text = try Exposition(registry.text())
        #expect(text.families.count == 1 && text.value("n") == 5)
    }

    @Test func a_destroyed_series_is_gone_and_begins_anew() throws {
        let registry = MetricsRegistry()
        let counter = Counter(label: "n_total", factory: registry)
        counter.increment(by: 5)
        counter.destroy()
        #expect(try Exposition(registry.text()).value("n_total") == nil)
        Counter(label: "n_total", factory: registry).increment()
        #expect(try Exposition(registry.text()).value("n_total") == 1)
    }

    @Test func of_two_observers_the_last_counts() throws {
        let registry = MetricsRegistry()
        let factory: any MetricsFactory = registry
        factory.observe("level", .gauge, [("queue", "a")]) { 1 }
        factory.observe("level", .gauge, [("queue", "a")]) { 2 }
        NOOPMetricsHandler.instance.observe("level", .gauge) { 3 }
        #expect(try Exposition(registry.text()).value("level", ["queue": "a"]) == 2)
    }

    @Test func what_is_collected_for_a_scrape_is_in_it() async throws {
        let registry = MetricsRegistry()
        let depth = Gauge(label: "depth", factory: registry)
        let asked = Atomic<Int>(0)
        registry.beforeScrape("jobs") {
            asked.wrappingAdd(1, ordering: .relaxed)
            depth.record(7)
        }
        #expect(try Exposition(await registry.scrape()).value("depth") == 7)
        #expect(asked.load(ordering: .relaxed) == 1)
    }

    @Test func a_collector_that_takes_too_long_does_not_hold_up_the_rest() async throws {
        let registry = MetricsRegistry()
        registry.beforeScrape("stuck") { try? await Task.sleep(for: .seconds(3_600)) }
        Counter(label: "n_total", factory: registry).increment()
        #expect(try Exposition(await registry.scrape(collectingFor: .milliseconds(20))).value("n_total") == 1)
    }

    /// Every record counts, whichever threads make them at the same time.
    @Test func nothing_is_lost_between_threads() async throws {
        let registry = MetricsRegistry()
        let (tasks, times) = (8, 5_000)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    let counter = Counter(label: "n_total", factory: registry)
                    let broken = FloatingPointCounter(label: "f_total", factory: registry)
                    let meter = Meter(label: "m", factory: registry)
                    let timer = Timer(label: "t_seconds", factory: registry)
                    let recorder = Recorder(label: "r", factory: registry)
                    for time in 0..<times {
                        counter.increment()
                        broken.increment(by: 0.5)
                        meter.increment()
                        if task % 2 == 0 { meter.decrement() }
                        timer.recordMilliseconds(time % 20_000)
                        recorder.record(1.0)
                    }
                }
            }
            // Reading meanwhile sees histograms that agree with themselves.
            group.addTask {
                for _ in 0..<200 {
                    guard let text = try? Exposition(registry.text()) else {
                        Issue.record("a text that cannot be read")
                        return
                    }
                    let infinite = text.value("t_seconds_bucket", ["le": "+Inf"])
                    #expect(infinite == text.value("t_seconds_count"))
                }
            }
        }
        let text = try Exposition(registry.text())
        let all = Double(tasks * times)
        #expect(text.value("n_total") == all && text.value("f_total") == all / 2)
        #expect(text.value("m") == all / 2)
        #expect(text.value("t_seconds_count") == all && text.value("r_sum") == all && text.value("r_count") == all)
        let milliseconds = (0..<times).reduce(0) { $0 + $1 % 20_000 } * tasks
        #expect(text.value("t_seconds_sum") == Double(milliseconds) / 1_000)
        #expect(text.value("t_seconds_bucket", ["le": "1"]) == Double(1_001 * tasks))
    }
}
