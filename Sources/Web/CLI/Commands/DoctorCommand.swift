import ArgumentParser
import Companies
import Foundation
import Judging
import Mail
import Outbound
import Pages
import Postgres
import Vault

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is missing and how to fix it.")
    @Flag(help: "Answer as JSON.") var json = false

    struct Finding: Encodable {
        let check: String
        let ok: Bool
        let detail: String
        let fix: String?
    }

    func run() async throws {
        var findings: [Finding] = []
        do {
            let settings = try Settings.load(startsDatabase: false)
            findings.append(Finding(check: "files", ok: true, detail: settings.root, fix: nil))
            findings.append(templates(settings))
            findings.append(port(settings))
            findings.append(space(settings))
            findings.append(vault(settings))
            findings.append(mail(settings))
            if let bucket = settings.lake.bucket { findings.append(lake(bucket)) }
            findings.append(sources(settings))
            findings.append(judge(settings))
            findings += await database(settings)
        } catch let error as DatabaseError {
            findings.append(
                Finding(check: "database", ok: false, detail: error.message, fix: "Run scripts/database start."))
        } catch {
            findings.append(
                Finding(check: "settings", ok: false, detail: Explanation.of(error), fix: "See .env.example."))
        }
        if json {
            try Console.json(findings)
        } else {
            for finding in findings {
                Console.say("\(finding.ok ? "ok  " : "FAIL") \(finding.check): \(finding.detail)")
                if !finding.ok, let fix = finding.fix { Console.say("     to fix: \(fix)") }
            }
        }
        if findings.contains(where: { !$0.ok }) { throw ExitCode.failure }
    }

    private func templates(_ settings: Settings) -> Finding {
        do {
            _ = try TemplateLibrary(root: settings.root + "/Templates")
            return Finding(check: "templates", ok: true, detail: "all compile", fix: nil)
        } catch {
            return Finding(
                check: "templates", ok: false, detail: "\(error)", fix: "Restore Templates/ of this version.")
        }
    }

    private func port(_ settings: Settings) -> Finding {
        let wanted = settings.port ?? 8_080
        if FreePort.isFree(wanted, host: settings.host) {
            return Finding(check: "port", ok: true, detail: "\(settings.host):\(wanted) is free", fix: nil)
        }
        let detail = "\(settings.host):\(wanted) is in use"
        return settings.port == nil
            ? Finding(check: "port", ok: true, detail: detail + "; the next free one will be taken", fix: nil)
            : Finding(check: "port", ok: false, detail: detail, fix: "Stop what uses it or set another TIDEMARK_PORT.")
    }

    private func space(_ settings: Settings) -> Finding {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.root)
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let megabytes = Int(free / 1_048_576)
        return Finding(
            check: "disk", ok: megabytes > 1_024, detail: "\(Console.count(megabytes)) MiB free",
            fix: "Free some space: below 1 GiB imports may fail.")
    }

    /// Looks at keys that are there; makes none.
    private func vault(_ settings: Settings) -> Finding {
        guard settings.vault.isProduction || settings.vault.rootKey != nil else {
            return Finding(check: "vault", ok: true, detail: "a development key of this clone", fix: nil)
        }
        do {
            let keys = try settings.vault.open()
            return Finding(
                check: "vault", ok: true,
                detail: "root key \(keys.roots.current.id), company keys in \(keys.directory.path)",
                fix: nil)
        } catch {
            return Finding(check: "vault", ok: false, detail: "\(error)", fix: "See docs/operations.md, Keys.")
        }
    }

    /// Says how sources are read; reads none.
    private func sources(_ settings: Settings) -> Finding {
        let way = settings.outboundProxy.map { "through the proxy \($0.host):\($0.port)" } ?? "without a proxy"
        return Finding(check: "sources", ok: true, detail: "read \(way)", fix: nil)
    }

    /// Says where mail goes; sends none.
    private func mail(_ settings: Settings) -> Finding {
        let from = settings.mail.from.address
        switch settings.mail.way {
        case .server(let server):
            let security =
                switch server.security {
                case .startTLS: "STARTTLS"
                case .tls: "TLS"
                case .none: "in the clear"
                }
            return Finding(
                check: "mail", ok: true, detail: "by \(server.host):\(server.port), \(security), from \(from)", fix: nil
            )
        case .outbox(let folder):
            return Finding(check: "mail", ok: true, detail: "written into \(folder.path)", fix: nil)
        case .nowhere:
            return Finding(
                check: "mail", ok: false,
                detail: "there is no mail server, so forgotten passwords and invitations reach nobody",
                fix: "Set TIDEMARK_SMTP_URL; see docs/operations.md, Mail.")
        }
    }

    /// Says who judges pairs; asks nobody.
    private func judge(_ settings: Settings) -> Finding {
        guard let judge = settings.judge else {
            return Finding(check: "judge", ok: true, detail: "off: there is no key", fix: nil)
        }
        return Finding(
            check: "judge", ok: true,
            detail: "\(judge.model) at \(judge.base.origin), up to \(judge.limits.budget) a night and "
                + "\(Console.count(judge.limits.mostPairs)) pairs a company", fix: nil)
    }

    /// Says where the lake lies; asks nobody.
    private func lake(_ bucket: ObjectBucket) -> Finding {
        Finding(
            check: "lake", ok: true,
            detail: "in the bucket \(bucket.name) at \(bucket.endpoint.origin), \(bucket.region)"
                + (bucket.prefix.isEmpty ? "" : ", under \(bucket.prefix)"), fix: nil)
    }

    private func database(_ settings: Settings) async -> [Finding] {
        do {
            let workplace = Workplace(settings: settings, purpose: "doctor")
            let check = try await workplace.database.whileOpen { try await workplace.database.checkWalls() }
            let version = "PostgreSQL \(check.serverVersion / 10_000).\(check.serverVersion % 10_000)"
            let kind = settings.database.isEmbedded ? "the clone's own" : "named by DATABASE_URL"
            var findings = [
                Finding(check: "database", ok: true, detail: "\(version), \(kind), as \(check.role)", fix: nil)
            ]
            findings += check.faults.map {
                Finding(check: "walls", ok: false, detail: $0, fix: "See docs/operations.md, Roles.")
            }
            if settings.database.owner != nil {
                let pending = try await Schema.open(settings) { try await $0.pending() }
                findings.append(
                    Finding(
                        check: "schema", ok: pending.isEmpty,
                        detail: pending.isEmpty ? "up to date" : "pending: \(pending.joined(separator: ", "))",
                        fix: "Run tidemark migrate."))
            }
            return findings
        } catch {
            return [
                Finding(
                    check: "database", ok: false, detail: Explanation.of(error),
                    fix: settings.database.isEmbedded ? "Run scripts/database start." : "Check DATABASE_URL.")
            ]
        }
    }
}
