import Foundation
import Postgres
import Telemetry

/// New jobs as one array per column.
struct NewJobRows {
    private(set) var ids = ArrayBinding<UUID>()
    private(set) var arguments = ArrayBinding<String>()
    private(set) var keys = ArrayBinding<String>()
    private(set) var traces = ArrayBinding<String>()
    private(set) var due = ArrayBinding<Date>()
    private(set) var blocked = ArrayBinding<Bool>()
    private(set) var needing = ArrayBinding<UUID>()
    private(set) var needed = ArrayBinding<UUID>()

    mutating func append<Arguments: JobArguments>(_ job: NewJob<Arguments>) throws {
        ids.append(job.id.rawValue)
        arguments.append(try job.json())
        keys.append(job.options.uniqueKey)
        traces.append(job.options.trace ?? WorkScope.current?.trace.encoded)
        due.append(job.options.after.isEmpty ? job.options.at : job.options.deadline)
        blocked.append(!job.options.after.isEmpty)
        for need in job.options.after {
            needing.append(job.id.rawValue)
            needed.append(need.rawValue)
        }
    }
}
