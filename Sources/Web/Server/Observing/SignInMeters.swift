import Companies
import CoreMetrics
import Telemetry

/// Counts what came of tries to sign in.
struct SignInMeters: Sendable {
    private let opened: Counter
    private let wrong: Counter
    private let throttled: Counter
    private let busy: Counter

    init(factory: any MetricsFactory) {
        factory.describe([
            MetricDescription("tidemark_sign_ins_total", "Tries to sign in, by what came of them.")
        ])
        func counter(_ result: String) -> Counter {
            Counter(label: "tidemark_sign_ins_total", dimensions: [("result", result)], factory: factory)
        }
        (opened, wrong, throttled, busy) = (
            counter("opened"), counter("wrong"), counter("throttled"), counter("busy")
        )
    }

    func count(_ outcome: SignInOutcome) {
        switch outcome {
        case .opened: opened.increment()
        case .wrong: wrong.increment()
        case .throttled: throttled.increment()
        }
    }

    func countBusy() { busy.increment() }
}
