/// By how much a forecast made in the past missed what came.
struct Residual: Sendable {
    /// Number of the origin it was made from; 0 is the latest.
    let origin: Int
    /// Steps ahead: 1 or more.
    let step: Int
    /// Place in the series of the value that was forecast.
    let place: Int
    let actual: Double
    let forecast: Double
}
