package import Jobs
package import Routes

/// One page of the list of jobs.
package struct JobsAnswer: Sendable {
    private let rows: [JobListRow]
    private let limit: Int
    private let next: String?
    private let isCut: Bool
    private let ignored: [IgnoredParameter]

    /// - Parameters:
    ///   - next: the cursor of the next page; nil on the last.
    ///   - isCut: whether the page ends because enough jobs were looked at.
    package init(rows: [JobListRow], limit: Int, next: String?, isCut: Bool, ignored: [IgnoredParameter]) {
        self.rows = rows
        self.limit = limit
        self.next = next
        self.isCut = isCut
        self.ignored = ignored
    }

    package var bytes: [UInt8] {
        JSONWriter.object(capacity: 1_024 + rows.count * 512) { envelope in
            envelope.field("success", true)
            envelope.array("data") { data in
                for row in rows { data.object { $0.job(row) } }
            }
            envelope.object("meta") { meta in
                meta.field("limit", limit)
                meta.field("has_more", next != nil)
                meta.field("next", next)
                meta.field("searched_all", !isCut)
                meta.array("ignored") { items in
                    for parameter in ignored {
                        items.object { fields in
                            fields.field("name", parameter.name)
                            fields.field("reason", parameter.reason.rawValue)
                        }
                    }
                }
            }
        }
    }
}

extension JSONFields {
    fileprivate mutating func job(_ row: JobListRow) {
        field("id", row.id.rawValue)
        field("kind", row.kind)
        field("queue", row.queue)
        field("status", row.standing.place?.rawValue)
        field("since", row.standing.sinceDate)
        field("reason", row.standing.reason)
        field("stopping", row.standing.isStopping)
        field("attempts", row.standing.attempts)
        field("most_attempts", row.mostAttempts)
        field("created_at", row.createdAt)
        links(job: row.id)
    }

    /// Where else to read about a job: here, and the page for people.
    mutating func links(job: JobID) {
        object("links") { links in
            links.field("self", PathValue(.job, job.rawValue))
            links.field("page", PathValue(.jobPage, job.rawValue))
        }
    }
}
