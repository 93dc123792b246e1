import Companies
import Foundation
import Postgres

/// The statement behind every list of jobs: walks an index in order, newest first, looks at no more than a given number of
/// jobs, and keeps those that fit. So it takes as long as it may, whatever the filter and however many jobs there are; who
/// gets too few goes on where it stopped.
struct JobSearch: Sendable {
    let scope: JobScope
    let filter: JobFilter
    let after: RowCursor?

    /// Jobs looked at by one statement when a filter must be held against each.
    static let most = 5_000

    /// Ended jobs are walked as they ended, except the completed ones of a kind: nearly all jobs are completed, and the
    /// index by kind finds those of a rare one.
    private var walksKind: Bool { filter.kind != nil && (filter.place == nil || filter.place == .completed) }

    /// Whether a job's place is known from the walk.
    private var knowsPlace: Bool { filter.place == nil || (filter.ids == nil && !walksKind) }

    /// Ready and waiting jobs are walked along indexes that descend in both columns.
    private var descends: Bool {
        guard filter.ids == nil else { return false }
        return filter.place == .ready || filter.place == .waiting
    }

    /// `moment` and `job_id`, in the order of the list.
    var order: SQL { descends ? "moment DESC, job_id DESC" : "moment DESC, job_id" }
    var reverseOrder: SQL { descends ? "moment, job_id" : "moment, job_id DESC" }

    /// That the walk ended because enough jobs were looked at, to be used where `seen` is.
    var isCut: SQL {
        filter.looksFurther ? "(SELECT count(*) FROM seen) >= \(literal: Self.most)" : "false"
    }

    /// Jobs that fit, in order: company_id, job_id, moment, kind, queue, created_at, most_attempts. To be followed by a
    /// statement that reads `seen` and `found`.
    func with(limit: Int, looks: Int? = nil) -> SQL {
        let looks = looks ?? (filter.looksFurther ? Self.most : limit)
        var conditions: [SQL] = ["j.company_id = s.company_id", "j.job_id = s.job_id"]
        if let kind = filter.kind { conditions.append("j.kind = \(kind)") }
        if let queue = filter.queue { conditions.append("j.queue = \(queue)") }
        return """
            WITH seen AS MATERIALIZED (
                \(walk(looks)) ORDER BY \(order) LIMIT \(literal: looks)
            ), found AS MATERIALIZED (
                SELECT s.company_id, s.job_id, s.moment, j.kind, j.queue, j.created_at, j.most_attempts
                FROM seen s CROSS JOIN LATERAL (
                    SELECT j.kind, j.queue, j.created_at, j.most_attempts FROM jobs j
                    WHERE \(SQL.joined(conditions, separator: " AND ")) LIMIT 1) j
                WHERE \(stands)
                ORDER BY \(order) LIMIT \(literal: limit)
            )
            """
    }

    private func past(_ moment: SQL, _ job: SQL) -> SQL {
        guard let after else { return "true" }
        return descends
            ? "(\(moment), \(job)) < (\(after.moment), \(after.id))"
            : "\(moment) <= \(after.moment) AND (\(moment) < \(after.moment) OR \(job) > \(after.id))"
    }

    /// Jobs in the order of an index, each company of one that begins with the company up to `most`.
    private func walk(_ most: Int) -> SQL {
        if let ids = filter.ids {
            return """
                SELECT x.company_id, x.job_id, x.created_at AS moment FROM companies c CROSS JOIN LATERAL (
                    SELECT j.company_id, j.job_id, j.created_at FROM jobs j WHERE j.company_id = c.company_id
                        AND j.job_id >= \(ids.lowerBound) AND j.job_id <= \(ids.upperBound)
                        AND \(past("j.created_at", "j.job_id")) LIMIT \(literal: most)) x
                WHERE \(scope.holds("c"))
                """
        }
        if walksKind, let kind = filter.kind {
            return """
                SELECT x.company_id, x.job_id, x.created_at AS moment FROM companies c CROSS JOIN LATERAL (
                    SELECT j.company_id, j.job_id, j.created_at FROM jobs j WHERE j.company_id = c.company_id
                        AND j.kind = \(kind) AND \(past("j.created_at", "j.job_id"))
                    ORDER BY j.created_at DESC, j.job_id LIMIT \(literal: most)) x
                WHERE \(scope.holds("c"))
                """
        }
        switch filter.place {
        case nil:
            return """
                SELECT j.company_id, j.job_id, j.created_at AS moment FROM jobs j
                WHERE \(scope.holds("j")) AND \(past("j.created_at", "j.job_id"))
                """
        case .ready:
            // By company, as the table is: an index over all of them would cost every job that is enqueued.
            return """
                SELECT x.company_id, x.job_id, x.turn_at AS moment FROM companies c CROSS JOIN LATERAL (
                    SELECT r.company_id, r.job_id, r.turn_at FROM ready_jobs r WHERE r.company_id = c.company_id
                        AND \(past("r.turn_at", "r.job_id"))
                    ORDER BY r.turn_at DESC, r.job_id DESC LIMIT \(literal: most)) x
                WHERE \(scope.holds("c"))
                """
        case .waiting:
            return """
                SELECT w.company_id, w.job_id, w.due_at AS moment FROM waiting_jobs w
                WHERE \(scope.holds("w")) AND \(past("w.due_at", "w.job_id"))
                """
        case .running:
            return """
                SELECT l.company_id, l.job_id, l.claimed_at AS moment FROM job_leases l
                WHERE \(scope.holds("l")) AND \(past("l.claimed_at", "l.job_id"))
                """
        case .completed, .cancelled, .dead:
            return """
                SELECT o.company_id, o.job_id, o.finished_at AS moment FROM job_outcomes o
                WHERE \(scope.holds("o")) AND o.state = \(filter.place?.rawValue)
                    AND \(past("o.finished_at", "o.job_id"))
                """
        }
    }

    /// That a job the walk found is where the filter wants it.
    private var stands: SQL {
        guard let place = filter.place, !knowsPlace else { return "true" }
        return switch place {
        case .ready: "EXISTS (SELECT FROM ready_jobs p WHERE p.company_id = s.company_id AND p.job_id = s.job_id)"
        case .waiting: "EXISTS (SELECT FROM waiting_jobs p WHERE p.company_id = s.company_id AND p.job_id = s.job_id)"
        case .running: "EXISTS (SELECT FROM job_leases p WHERE p.company_id = s.company_id AND p.job_id = s.job_id)"
        case .completed, .cancelled, .dead:
            """
            coalesce((SELECT p.state = \(place.rawValue) FROM job_outcomes p
                WHERE p.company_id = s.company_id AND p.job_id = s.job_id), false)
            """
        }
    }
}
