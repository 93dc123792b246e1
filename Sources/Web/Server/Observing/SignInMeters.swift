import Companies
import CoreMetrics
import Telemetry

/// Counts what came of tries to sign in.
struct SignInMeters: Sendable {
    private let opened: Counter
    private let codeNeeded: Counter
    private let wrongCode: Counter
    private let throttledCode: Counter
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
        (codeNeeded, wrongCode, throttledCode) = (
            counter("code_needed"), counter("wrong_code"), counter("throttled_code")
        )
    }

    func count(_ outcome: SignInOutcome) {
        switch outcome {
        case .opened: opened.increment()
        case .codeNeeded: codeNeeded.increment()
        case .wrong: wrong.increment()
        case .throttled: throttled.increment()
        }
    }

    /// The same for the code after the password.
    func countCode(_ outcome: SignInOutcome) {
        switch outcome {
        case .opened: opened.increment()
        case .codeNeeded, .wrong: wrongCode.increment()
        case .throttled: throttledCode.increment()
        }
    }

    func countBusy() { busy.increment() }
}
