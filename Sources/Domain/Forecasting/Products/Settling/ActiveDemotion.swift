package import Foundation

/// A model that is not used for now, and why.
package struct ActiveDemotion: Sendable {
    package let id: UUID
    package let subject: BarredModel
    package let since: Date
    /// When it may be used again at the latest.
    package let until: Date
    /// Settled forecasts it was judged by.
    package let settled: Int
    /// How far its errors were behind those of the naive forecast: -1...1.
    package let behind: Double
    package let behindAtLeast: Double
}
