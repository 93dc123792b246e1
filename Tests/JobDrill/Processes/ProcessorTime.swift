import Foundation

/// How much processor time a process has used.
enum ProcessorTime {
    /// Seconds in all, by the kernel's count of hundredths; `nil` when there is no such process.
    static func used(by pid: Int32) -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            // The name before it may hold anything.
            let end = text.lastIndex(of: ")")
        else { return nil }
        let fields = text[end...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return nil }
        return (user + system) / 100
    }
}
