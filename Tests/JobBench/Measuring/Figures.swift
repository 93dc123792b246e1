import Foundation

/// Durations of one thing, in milliseconds.
struct Figures: Codable {
    let count: Int
    let p50: Double
    let p95: Double
    let p99: Double
    let most: Double

    init(_ durations: [Duration]) {
        let sorted = durations.map { $0 / .milliseconds(1) }.sorted()
        func percentile(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
        }
        count = sorted.count
        p50 = percentile(0.5)
        p95 = percentile(0.95)
        p99 = percentile(0.99)
        most = sorted.last ?? 0
    }

    /// Writes what a mode found to standard output.
    static func print(_ findings: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        FileHandle.standardOutput.write(try encoder.encode(findings) + Data("\n".utf8))
    }
}
