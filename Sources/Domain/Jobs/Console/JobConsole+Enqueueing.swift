package import Companies
import Postgres
import Telemetry

extension JobConsole {
    /// Why a job was not added by hand.
    package enum ByHandProblem: Error, Sendable, Hashable {
        /// Not a kind that this side may add here.
        case unknownKind
        /// Not JSON, or not what the kind reads.
        case unreadable
    }

    /// Kinds that this side may add jobs of.
    package func kindsByHand(_ registry: JobRegistry) -> [String] {
        registry.kinds.filter { kind in
            side == .platform || registry.settings[kind]?.byHand == true
        }
    }

    /// Adds a job with arguments somebody wrote. They are read by the kind itself first, so that what is kept is what its
    /// handler would be given.
    /// - Throws: `ByHandProblem`.
    package func enqueue(_ kind: String, json: String, for company: CompanyID, _ registry: JobRegistry) async throws
        -> JobID
    {
        if case .company(let own) = side, own != company { throw ByHandProblem.unknownKind }
        guard kindsByHand(registry).contains(kind), let entry = registry.entries[kind] else {
            throw ByHandProblem.unknownKind
        }
        guard json.utf8.count <= 65_536, let arguments = try? entry.canonical(json) else {
            throw ByHandProblem.unreadable
        }
        let id = JobID()
        let settings = entry.settings
        let (_, _, _) = try await write(
            Query<Ignored>(
                """
                WITH made AS (
                    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts,
                        trace)
                    VALUES (\(company), \(id.rawValue), \(kind), \(settings.queue.rawValue),
                        \(settings.priority.delaySeconds), \(arguments), \(settings.mostAttempts),
                        \(WorkScope.current?.trace.encoded))
                )
                INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at)
                VALUES (\(company), \(id.rawValue), \(settings.queue.rawValue), \(kind), clock_timestamp())
                """),
            JobAct.record("enqueue", subject: "\(id)", jobs: 1, company: company, by: person),
            Query<Ignored>("SELECT pg_notify(\(JobSignal.channel), \(settings.queue.rawValue))"))
        return id
    }
}
