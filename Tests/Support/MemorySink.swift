import Foundation
import Synchronization
import Telemetry

/// Keeps the lines of a log for a test to look at.
package final class MemorySink: LogSink {
    private let kept = Mutex<[[UInt8]]>([])

    package init() {}

    package func write(_ record: [UInt8]) { kept.withLock { $0.append(record) } }

    /// What was written, as it was written.
    package var text: String { records.joined() }

    /// Each record with its newline.
    package var records: [String] { kept.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }

    /// The records as JSON objects; one that is none is `nil`.
    package var objects: [[String: Any]?] {
        records.map { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
}
