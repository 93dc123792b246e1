/// Where an action on all jobs of a list goes on, and how many it has changed so far.
package struct JobContinuation: Hashable, Sendable {
    package let done: Int
    package let status: JobStatus
    /// The last job it looked at: opaque, made by the server.
    package let after: String

    package init(done: Int, status: JobStatus, after: String) {
        self.done = max(0, done)
        self.status = status
        self.after = after
    }

    /// The names of its query items and form fields.
    package enum Item: String, CaseIterable, Sendable {
        case done, place, after
    }

    package var items: [(name: Item, value: String)] {
        [(.done, String(done)), (.place, status.rawValue), (.after, after)]
    }

    var suffix: String {
        items.map { "\($0.name.rawValue)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }

    /// Reads it from the values of its items; nil unless all are there.
    package init?(_ value: (Item) -> String?) {
        guard let done = value(.done).flatMap({ Int($0) }), done >= 0,
            let status = value(.place).flatMap(JobStatus.init(rawValue:)), let after = value(.after),
            after.utf8.count <= 100
        else { return nil }
        self.init(done: done, status: status, after: after)
    }
}
