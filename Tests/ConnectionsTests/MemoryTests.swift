import Companies
import Connections
import Foundation
import TestSupport
import Testing
import Vault

@Suite("Plaintext in memory")
struct MemoryTests {
    /// S-068. The other process never had the password but by opening it: it gets it masked.
    @Test("A worker's memory holds the password while it is used and nowhere after; without wiping it is found")
    func scan() async throws {
        try await VaultFixture.with { fixture in
            // Long enough not to be overwritten by the bookkeeping of freed memory, and like nothing else.
            let password = randomBytes(500).map { String(Int($0) + 256, radix: 16) }.joined()
            let id = try await fixture.add(password: password, to: fixture.harbor)
            func scan(_ mode: String) async throws -> [Int] {
                let output = fixture.folder + "/output-\(mode)"
                let program = URL(fileURLWithPath: ChildProcess.ownPath).deletingLastPathComponent()
                    .appendingPathComponent("MemoryProbe").path
                let process = try ChildProcess.start(
                    program,
                    [
                        fixture.companies.test.name, fixture.harbor.description, id.description, fixture.folder, mode,
                    ],
                    log: output,
                    environment: ProbeVariables.environment(
                        rootKey: fixture.rootKey, maskedSecret: password.utf8.map { $0 ^ 0x5A }))
                let status = try await process.result()
                let text = try String(contentsOfFile: output, encoding: .utf8)
                #expect(status == 0, "\(text)")
                return text.split(separator: "\n").last?.split(separator: " ").compactMap { Int($0) } ?? []
            }
            let wiping = try await scan("wiping")
            print("places that hold the password, while used and after: \(wiping)")
            #expect(wiping.count == 2)
            #expect(wiping.first.map { $0 >= 1 } == true, "the scan must find it while it is used")
            #expect(wiping.last == 0)
            let leaving = try await scan("leaving")
            print("the same without wiping: \(leaving)")
            #expect(leaving.last.map { $0 >= 1 } == true, "the scan must find what is left")
        }
    }
}
