package import Foundation
package import Logging
import Postgres
import ServiceLifecycle

/// Notes every minute, outside of the database, where the companies' records end.
package struct AuditAnchoring: Service {
    private let database: CompanyDatabase
    private let anchors: AuditAnchors
    private let logger: Logger

    package init(database: CompanyDatabase, anchors: AuditAnchors, logger: Logger) {
        self.database = database
        self.anchors = anchors
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var noted: [CompanyID: Int] = [:]
            repeat {
                do {
                    try await note(&noted, at: Date())
                } catch is CancellationError {
                    return
                } catch {
                    // The next minute tries again. What is not noted yet is still in the chain.
                    logger.error("the ends of the audit chains could not be noted", metadata: ["cause": "\(error)"])
                }
            } while (try? await Task.sleep(for: .seconds(60))) != nil
        }
    }

    /// Notes the chains that moved on.
    /// - Parameter noted: the last noted number by company; what was noted is added.
    package func note(_ noted: inout [CompanyID: Int], at moment: Date) async throws {
        let heads = try await database.asWorker(
            Query<ChainHead>("SELECT * FROM worker_audit_heads()"))
        let moved = heads.filter { noted[$0.company] != $0.sequence }
        try anchors.append(moved, at: moment)
        for head in moved { noted[head.company] = head.sequence }
    }
}
