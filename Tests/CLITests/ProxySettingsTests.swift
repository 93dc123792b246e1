import Foundation
import TestSupport
import Testing

/// How the program is told of a proxy, and that it keeps the proxy's password to itself.
@Suite struct ProxySettingsTests {
    @Test("A proxy is named by a variable or a file, and neither its user nor its password is shown")
    func named() async throws {
        try await TestDatabase.with { test in
            let folder = FileManager.default.temporaryDirectory
            let (closed, open) = (
                folder.appending(path: "tidemark-\(UUID().uuidString)").path,
                folder.appending(path: "tidemark-\(UUID().uuidString)").path
            )
            defer { for path in [closed, open] { try? FileManager.default.removeItem(atPath: path) } }
            for (path, mode) in [(closed, 0o600), (open, 0o644)] {
                try Data("http://USER-CANARY:PASSWORD-CANARY@proxy.example:3129\n".utf8)
                    .write(to: URL(fileURLWithPath: path))
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            }
            let (variable, file) = ("TIDEMARK_OUTBOUND_PROXY", "TIDEMARK_OUTBOUND_PROXY_FILE")
            let good: [([String: String], String)] = [
                ([:], "without a proxy"), ([variable: "http://proxy.example:3128"], "proxy.example:3128"),
                ([variable: "http://USER-CANARY:PASSWORD-CANARY@proxy.example:3128"], "proxy.example:3128"),
                ([file: closed], "proxy.example:3129"),
            ]
            for (environment, words) in good {
                let found = try await DoctorFinding.all(environment, test)
                #expect(
                    found.contains { $0.check == "sources" && $0.ok && $0.detail.contains(words) },
                    "\(words): \(found.map(\.detail))")
            }
            let bad: [([String: String], String)] = [
                ([variable: "https://USER-CANARY:PASSWORD-CANARY@proxy.example:3128"], "must be http://host:port"),
                ([variable: "http://USER-CANARY@proxy.example:3128"], "user and password belong together"),
                ([file: open], "can be read or written by others"),
                ([variable: "http://proxy.example:3128", file: closed], "a proxy comes from one place"),
            ]
            for (environment, sentence) in bad {
                let found = try await DoctorFinding.all(environment, test)
                #expect(
                    found.contains { $0.check == "settings" && !$0.ok && $0.detail.contains(sentence) },
                    "\(sentence): \(found.map(\.detail))")
            }
        }
    }
}
