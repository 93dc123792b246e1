import Glibc
import Postgres
import TestSupport

/// Holds statements of the product in the middle: a trigger takes a lock that the conductor has, and whoever waits for it can
/// be killed there. Only in the drill's database.
struct StatementGates: Sendable {
    private static let lock = 4_242

    private let test: TestDatabase

    /// Sets the triggers up.
    init(in test: TestDatabase) async throws {
        self.test = test
        let owner = try await test.owner()
        try await owner.runScript(
            """
            CREATE FUNCTION drill_gate() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared(\(Self.lock), TG_ARGV[0]::integer);
                RETURN coalesce(NEW, OLD);
            END $$;
            """)
        for (number, point) in DrillPoint.statements.enumerated() {
            try await owner.runScript(
                "CREATE TRIGGER drill_\(number) BEFORE \(point.statement) EXECUTE FUNCTION drill_gate('\(number)')")
        }
        await owner.close()
    }

    /// Kills, one after the other, processes that are just at a point.
    /// - Returns: how many were.
    func kill(_ times: Int, at point: DrillPoint, in fleet: Fleet, until deadline: ContinuousClock.Instant) async throws
        -> Int
    {
        guard let number = DrillPoint.statements.firstIndex(of: point) else { return 0 }
        let owner = try await test.owner()
        let waiting = Query<Single<String>>(
            """
            SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
            WHERE l.locktype = 'advisory' AND l.classid = \(Self.lock)::bigint::oid AND l.objid = \(number)::bigint::oid AND NOT l.granted
            """)
        var killed = 0
        while killed < times, ContinuousClock.now < deadline {
            try await owner.execute("SELECT pg_advisory_lock(\(Self.lock)::integer, \(number)::integer)")
            var victim: String?
            while victim == nil, ContinuousClock.now < deadline {
                for name in try await owner.fetch(waiting).map(\.value) where await fleet.pid(name) != nil {
                    victim = name
                    break
                }
                if victim == nil { try await Task.sleep(for: .milliseconds(3)) }
            }
            if let victim {
                await fleet.signal(victim, SIGKILL)
                killed += 1
            }
            try await owner.execute("SELECT pg_advisory_unlock(\(Self.lock)::integer, \(number)::integer)")
        }
        await owner.close()
        return killed
    }
}

extension DrillPoint {
    /// The rows whose writing is the point.
    fileprivate var statement: String {
        switch self {
        case .duringClaim: "INSERT ON job_leases FOR EACH ROW"
        case .duringHeartbeat: "UPDATE ON job_workers FOR EACH ROW"
        case .duringRescue: "DELETE ON job_workers FOR EACH ROW WHEN (OLD.lease_until <= clock_timestamp())"
        case .duringDeadLetter: "INSERT ON job_outcomes FOR EACH ROW WHEN (NEW.state = 'dead')"
        case .duringSlot: "INSERT ON job_slots FOR EACH ROW"
        case .duringAcknowledgement:
            "INSERT ON job_outcomes FOR EACH ROW WHEN (NEW.state = 'completed' AND current_user = 'tidemark_worker')"
        case .afterClaim, .beforeEffect, .beforeCommit, .afterCommit: ""
        }
    }
}
