import CoreMetrics
import HTTPTypes
import Synchronization
import Telemetry

/// Counts requests by route pattern, method and status; never by path, which anybody could make up.
final class RequestMeters: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: Method
        let status: Int
    }

    /// Methods have names of their own in the metrics; what nobody has heard of is `OTHER`.
    private enum Method: String {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
        case options = "OPTIONS"
        case other = "OTHER"
    }

    private struct Series {
        let requests: Counter
        let durations: Timer
        let bytes: Counter
    }

    private let factory: any MetricsFactory
    private let inFlight: Meter
    private let series = Mutex<[Key: Series]>([:])

    init(factory: any MetricsFactory) {
        factory.describe(Self.descriptions)
        self.factory = factory
        inFlight = Meter(label: "tidemark_http_requests_in_flight", factory: factory)
    }

    func began() { inFlight.increment() }

    func ended(
        route: String, method: HTTPRequest.Method, status: Int, after duration: Duration, bytes: Int
    ) {
        inFlight.decrement()
        let key = Key(
            route: route, method: Method(rawValue: method.rawValue) ?? .other, status: status)
        let series = series.withLock { known -> Series in
            if let series = known[key] { return series }
            let series = make(key)
            known[key] = series
            return series
        }
        series.requests.increment()
        series.durations.recordNanoseconds(duration.nanoseconds)
        series.bytes.increment(by: bytes)
    }

    private func make(_ key: Key) -> Series {
        let place = [("route", key.route), ("method", key.method.rawValue)]
        return Series(
            requests: Counter(
                label: "tidemark_http_requests_total", dimensions: place + [("status", "\(key.status)")],
                factory: factory),
            durations: Timer(label: "tidemark_http_request_seconds", dimensions: place, factory: factory),
            bytes: Counter(label: "tidemark_http_response_bytes_total", dimensions: place, factory: factory))
    }

    private static let descriptions = [
        MetricDescription("tidemark_http_requests_in_flight", "Requests that are being answered."),
        MetricDescription("tidemark_http_requests_total", "Requests answered, by route pattern, method and status."),
        MetricDescription(
            "tidemark_http_request_seconds", "Time until the answer was ready to be sent.", buckets: .durations),
        MetricDescription("tidemark_http_response_bytes_total", "Bytes of answers' bodies as they were sent."),
    ]
}
