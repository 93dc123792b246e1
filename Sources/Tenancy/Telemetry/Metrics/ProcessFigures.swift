package import CoreMetrics
import Foundation
import Glibc

/// What the system knows of this process, under the names every Prometheus client gives it.
package enum ProcessFigures {
    /// Registers the figures; they are read when they are asked for.
    package static func observe(in factory: any MetricsFactory) {
        factory.describe(descriptions)
        factory.observe("process_resident_memory_bytes", .gauge) { residentBytes() }
        factory.observe("process_open_fds", .gauge) { openDescriptors() }
        factory.observe("process_max_fds", .gauge) { maximumDescriptors() }
        factory.observe("process_cpu_seconds_total", .counter) { processorSeconds() }
        let started = startTime()
        factory.observe("process_start_time_seconds", .gauge) { started }
    }

    private static let descriptions = [
        MetricDescription("process_resident_memory_bytes", "Resident memory in bytes."),
        MetricDescription("process_open_fds", "Open file descriptors."),
        MetricDescription("process_max_fds", "Most file descriptors the process may have open."),
        MetricDescription("process_cpu_seconds_total", "Processor time used, user and system, in seconds."),
        MetricDescription("process_start_time_seconds", "When the process started, in seconds since 1970."),
    ]

    /// The second number of `/proc/self/statm` is pages in memory.
    private static func residentBytes() -> Double {
        guard let pages = words(of: "/proc/self/statm").dropFirst().first.flatMap(Double.init) else { return .nan }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Without the one that counts them.
    private static func openDescriptors() -> Double {
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return names.map { Double($0.count - 1) } ?? .nan
    }

    private static func maximumDescriptors() -> Double {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? Double(limit.rlim_cur) : .nan
    }

    private static func processorSeconds() -> Double {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return .nan }
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    /// Ticks since the system started, the 20th word behind the program's name, and when that was.
    private static func startTime() -> Double {
        let stat = words(of: "/proc/self/stat", behind: ")")
        let boot = words(of: "/proc/stat", behind: "btime")
        guard stat.count > 19, let ticks = Double(stat[19]), let since = boot.first.flatMap(Double.init) else {
            return .nan
        }
        return since + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func words(of path: String, behind mark: String? = nil) -> [Substring] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let text = String(decoding: data, as: UTF8.self)
        let start = mark.flatMap { text.range(of: $0, options: .backwards)?.upperBound } ?? text.startIndex
        return text[start...].split { $0 == " " || $0 == "\n" }
    }
}
