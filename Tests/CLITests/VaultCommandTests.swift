import Companies
import Connections
import Foundation
import Glibc
import Postgres
import TestSupport
import Testing
import Vault

@Suite("The vault from the command line")
struct VaultCommandTests {
    private struct Status: Decodable {
        struct Line: Decodable {
            let company: String
            let keysInUse: Int
            let retiredKeys: Int
            let keysOfOtherRoots: Int
            let secrets: Int
            let olderSecrets: Int
            let lostSecrets: Int
        }

        let rootKey: String
        let isDevelopmentKey: Bool
        let isRotating: Bool
        let companies: [Line]
    }

    /// A folder of keys with two root keys, and the program that uses it.
    private final class Place: Sendable {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-vault-\(UUID())").path
        let keys: String
        let roots: [String]

        init() throws {
            keys = folder + "/company-keys"
            roots = ["first", "second"].map { [folder] in "\(folder)/\($0).key" }
            try FileManager.default.createDirectory(
                atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for path in roots {
                let digits = randomBytes(32).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
                try Data((digits + "\n").utf8).write(to: URL(fileURLWithPath: path))
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        func environment(_ more: [String: String] = [:]) -> [String: String] {
            ["TIDEMARK_VAULT_ROOT_KEY_FILE": roots[0], "TIDEMARK_VAULT_DIRECTORY": keys].merging(more) { $1 }
        }

        func vault(root: Int) throws -> SecretVault {
            let key = try RootKeySource.file(roots[root]).read()
            return SecretVault(
                keys: CompanyKeyRing(roots: RootKeys(current: key), directory: CompanyKeyDirectory(path: keys)))
        }
    }

    private func fill(_ companies: TwoCompanies, _ vault: SecretVault, connections: Int) async throws -> [CompanyID:
        [ConnectionID]]
    {
        let person = IdentityID(rawValue: UUID())
        let source = try #require(SourceCode(rawValue: "libdib"))
        let field = try #require(SecretField(rawValue: "password"))
        var all: [CompanyID: [ConnectionID]] = [:]
        for company in [companies.harbor.id, companies.kestrel.id] {
            try await CompanyRegistry(database: companies.database).addMember(
                to: company, email: "ada@example.com", displayName: "Ada", role: .admin, passwordHash: "none",
                identity: person, at: companies.now)
            all[company] = try await companies.database.transaction(in: company) { transaction in
                let queries = ConnectionQueries(transaction: transaction, vault: vault, person: person)
                var ids: [ConnectionID] = []
                for number in 0..<connections {
                    let new = try NewConnection(
                        source: source, name: "\(number)", settings: [:],
                        credentials: [field: SecretBytes(copying: "canary-\(number)")],
                        confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion))
                    ids.append(try await queries.add(new, at: companies.now))
                }
                return ids
            }
        }
        return all
    }

    private func opensEverything(
        _ companies: TwoCompanies, _ vault: SecretVault, _ all: [CompanyID: [ConnectionID]]
    ) async throws {
        let uses = CredentialUseQueries(database: companies.database, vault: vault)
        let field = try #require(SecretField(rawValue: "password"))
        for (company, ids) in all {
            for (number, id) in ids.enumerated() {
                let password = try await uses.open(id, in: company, .credential, for: .job(UUID(), .fetch)) {
                    _, secrets in
                    secrets[field]?.withBytes { String(decoding: $0, as: UTF8.self) }
                }
                #expect(password == "canary-\(number)")
            }
        }
    }

    /// S-066: killed, not asked to stop.
    @Test("A rotation that is killed again and again ends, everything opens, and nothing is sealed twice")
    func killed() async throws {
        try await TwoCompanies.with { companies in
            let place = try Place()
            let count = 800
            let all = try await fill(companies, try place.vault(root: 0), connections: count)
            let owner = try await companies.test.owner()
            try await owner.runScript(
                """
                CREATE TABLE rewraps (row_key text NOT NULL);
                GRANT INSERT ON rewraps TO tidemark_app;
                CREATE FUNCTION count_rewrap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO rewraps VALUES (old.connection_id || ' ' || old.field);
                    RETURN new;
                END $$;
                CREATE TRIGGER count_rewrap BEFORE UPDATE ON connection_secrets FOR EACH ROW EXECUTE FUNCTION count_rewrap();
                """)
            func rewraps() async throws -> (all: Int, most: Int) {
                let row = try await owner.fetch(
                    Query<Pair<Int, Int>>(
                        """
                        SELECT coalesce(sum(times), 0)::bigint, coalesce(max(times), 0)::bigint
                        FROM (SELECT count(*) AS times FROM rewraps GROUP BY row_key) AS counted
                        """))
                return (row.first?.first ?? -1, row.first?.second ?? -1)
            }
            // New root and new company keys at once.
            let program = Program(test: companies.test)
            let environment = place.environment([
                "TIDEMARK_VAULT_ROOT_KEY_FILE": place.roots[1], "TIDEMARK_VAULT_OTHER_ROOT_KEY_FILE": place.roots[0],
            ])
            var kills = 0
            for round in 0..<6 {
                let before = try await rewraps().all
                // Only the first asks for new keys: whoever comes later goes on with what was begun, and with nothing
                // else.
                let rotation = try program.start(
                    ["vault", "rotate"] + (round == 0 ? ["--company-keys"] : []), environment: environment)
                let wanted = min(2 * count, before + Int.random(in: 1...200))
                let deadline = ContinuousClock.now + .seconds(600)
                while try await rewraps().all < wanted, ContinuousClock.now < deadline { await Task.yield() }
                rotation.signal(SIGKILL)
                if try await rotation.ended().status == 128 + SIGKILL { kills += 1 }
            }
            let end = try await program.start(["vault", "rotate"], environment: environment).ended()
            #expect(end.status == 0, "\(end.errors)")
            let figures = try await rewraps()
            print(
                "killed \(kills) times; \(figures.all) of \(2 * count) secrets sealed anew, each at most \(figures.most) times"
            )
            #expect(kills >= 1)
            #expect(figures.most == 1)
            #expect(figures.all == 2 * count)
            try await opensEverything(companies, try place.vault(root: 1), all)
            let status = try await program.start(["vault", "status", "--json"], environment: environment).ended()
                .json(Status.self)
            #expect(!status.isRotating && !status.isDevelopmentKey)
            #expect(status.companies.map(\.company) == ["harbor", "kestrel"])
            for line in status.companies {
                #expect(line.keysInUse == 1 && line.retiredKeys == 1 && line.keysOfOtherRoots == 0)
                #expect(line.secrets == count && line.olderSecrets == 0 && line.lostSecrets == 0)
            }
            // With the old root key alone nothing opens any more.
            let old = try await program.start(["vault", "rotate"], environment: place.environment()).ended()
            #expect(old.status == 1)
            #expect(old.errors.contains("which this process does not have"), "\(old.errors)")
        }
    }

    @Test("Shredding asks twice and leaves the other company alone")
    func shredding() async throws {
        try await TwoCompanies.with { companies in
            let place = try Place()
            let vault = try place.vault(root: 0)
            let all = try await fill(companies, vault, connections: 1)
            let program = Program(test: companies.test)
            func shred(_ confirmation: String) async throws -> Program.Answer {
                try await program.start(
                    ["vault", "shred", "harbor", "--confirm", confirmation], environment: place.environment()
                ).ended()
            }
            #expect(try await shred("kestrel").status != 0)
            try await opensEverything(companies, vault, all)
            #expect(try await shred("harbor").status == 0)
            try await opensEverything(companies, vault, all.filter { $0.key == companies.kestrel.id })
            await #expect(throws: ConnectionProblem.notStored) {
                try await opensEverything(companies, vault, all.filter { $0.key == companies.harbor.id })
            }
            #expect(try vault.keys.directory.companies() == [companies.kestrel.id.rawValue])
        }
    }

    @Test(
        "Production starts no server and no worker without good keys, and says what to do",
        arguments: ["serve", "work"])
    func production(command: String) async throws {
        try await TwoCompanies.with { companies in
            let place = try Place()
            let program = Program(test: companies.test)
            let development = place.folder + "/development.key"
            try Data(
                "development:\(randomBytes(32).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined())".utf8
            )
            .write(to: URL(fileURLWithPath: development))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: development)
            let open = place.folder + "/open.key"
            try FileManager.default.copyItem(atPath: place.roots[0], toPath: open)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open)
            let cases: [([String: String], String)] = [
                (["TIDEMARK_VAULT_ROOT_KEY_FILE": ""], "In production a root key is needed"),
                (["TIDEMARK_VAULT_ROOT_KEY_FILE": development], "is a development key"),
                (["TIDEMARK_VAULT_ROOT_KEY_FILE": open], "can be read or written by others"),
                (["TIDEMARK_VAULT_DIRECTORY": place.folder + "/nowhere"], "is not there"),
                (["TIDEMARK_VAULT_ROOT_KEY_COMMAND": "cat /dev/null"], "a root key comes from one place"),
                (
                    ["TIDEMARK_VAULT_ROOT_KEY_FILE": "", "TIDEMARK_VAULT_ROOT_KEY_COMMAND": "exit 7"],
                    "failed with status 7"
                ),
            ]
            for (change, sentence) in cases {
                let answer = try await program.start(
                    [command], environment: place.environment(change.merging(["TIDEMARK_ENV": "production"]) { $1 })
                ).ended()
                #expect(answer.status == 1, "\(change)")
                #expect(answer.errors.contains(sentence), "\(answer.errors)")
            }
        }
    }

    /// S-072.
    @Test("A process that reads keys dumps no core, and its environment and its children's are without the root key")
    func environment() async throws {
        try await TwoCompanies.with { companies in
            let place = try Place()
            let digits = try String(contentsOfFile: place.roots[0], encoding: .utf8).trimmingCharacters(in: .newlines)
            let worker = try Program(test: companies.test).start(
                ["work", "--slots", "1"],
                environment: place.environment(["TIDEMARK_VAULT_ROOT_KEY_FILE": "", "TIDEMARK_VAULT_ROOT_KEY": digits]))
            // Listed: from then on it hears that it is to stop.
            let deadline = ContinuousClock.now + .seconds(600)
            let workers = Query<Single<Int>>("SELECT count(*) FROM job_workers")
            while try await companies.database.asWorker(workers).first?.value == 0, ContinuousClock.now < deadline {
                await Task.yield()
            }
            let process = "/proc/\(worker.pid)"
            // Nobody but root may look at all; root finds nothing.
            if let environment = try? Data(contentsOf: URL(fileURLWithPath: process + "/environ")) {
                let text = String(decoding: environment, as: UTF8.self)
                #expect(!text.contains(digits))
            }
            if let limits = try? String(contentsOfFile: process + "/limits", encoding: .utf8) {
                #expect(limits.contains(#/Max core file size +0 +0/#))
            }
            worker.signal(SIGTERM)
            let end = try await worker.ended()
            #expect(end.status == 0, "\(end.errors)")
            #expect(!(end.output + end.errors).contains(digits))
            // What the command of the root key may see.
            let seen = place.folder + "/seen"
            let status = try await Program(test: companies.test).start(
                ["vault", "status", "--json"],
                environment: place.environment([
                    "TIDEMARK_VAULT_ROOT_KEY_FILE": "",
                    "TIDEMARK_VAULT_ROOT_KEY_COMMAND": "env > '\(seen)'; cat '\(place.roots[0])'", "KMS_REGION": "eu",
                ])
            ).ended()
            #expect(status.status == 0, "\(status.errors)")
            let environment = try String(contentsOfFile: seen, encoding: .utf8)
            #expect(environment.contains("KMS_REGION=eu"))
            #expect(!environment.contains("TIDEMARK_") && !environment.contains("DATABASE_"))
        }
    }
}
