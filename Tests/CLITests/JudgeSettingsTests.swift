import Foundation
import TestSupport
import Testing

/// How the program is told of a judge of pairs, and that it keeps the key to itself.
@Suite struct JudgeSettingsTests {
    private static let whole = [
        "TIDEMARK_AI_PROVIDER": "openai", "TIDEMARK_AI_KEY": "sk-KEY-CANARY-0123", "TIDEMARK_AI_MODEL": "gpt-5-mini",
        "TIDEMARK_AI_INPUT_PRICE_USD": "0.25", "TIDEMARK_AI_OUTPUT_PRICE_USD": "2",
    ]

    @Test("Without a key nobody is asked; with one everything that is missing or wrong is named")
    func settings() async throws {
        try await TestDatabase.with { test in
            let folder = FileManager.default.temporaryDirectory
            let (closed, open) = (
                folder.appending(path: "tidemark-\(UUID().uuidString)").path,
                folder.appending(path: "tidemark-\(UUID().uuidString)").path
            )
            defer { for path in [closed, open] { try? FileManager.default.removeItem(atPath: path) } }
            for (path, mode) in [(closed, 0o600), (open, 0o644)] {
                try Data("sk-FILE-CANARY-0123\n".utf8).write(to: URL(fileURLWithPath: path))
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            }
            let key = ["TIDEMARK_AI_KEY": ""]
            let good: [([String: String], String)] = [
                (["TIDEMARK_AI_PROVIDER": "", "TIDEMARK_AI_KEY": ""], "off"),
                (["TIDEMARK_AI_KEY": "", "TIDEMARK_AI_NIGHTLY_BUDGET_USD": "much"], "off"),
                ([:], "gpt-5-mini at https://api.openai.com:443, up to $1.00 a night and 1"),
                (key.merging(["TIDEMARK_AI_KEY_FILE": closed]) { $1 }, "gpt-5-mini"),
                (
                    [
                        "TIDEMARK_AI_PROVIDER": "anthropic", "TIDEMARK_AI_NIGHTLY_BUDGET_USD": "2.5",
                        "TIDEMARK_AI_NIGHTLY_PAIRS": "50",
                    ], "https://api.anthropic.com:443, up to $2.50 a night and 50 pairs"
                ), (["TIDEMARK_AI_BASE_URL": "http://127.0.0.1:4106/v1"], "at http://127.0.0.1:4106"),
            ]
            for (change, words) in good {
                let found = try await DoctorFinding.all(Self.whole.merging(change) { $1 }, test)
                #expect(
                    found.contains { $0.check == "judge" && $0.ok && $0.detail.contains(words) },
                    "\(change): \(found.map(\.detail))")
            }
            let bad: [([String: String], String)] = [
                (
                    ["TIDEMARK_AI_PROVIDER": "", "TIDEMARK_AI_OUTPUT_PRICE_USD": ""],
                    "TIDEMARK_AI_PROVIDER and TIDEMARK_AI_OUTPUT_PRICE_USD is missing"
                ), (["TIDEMARK_AI_MODEL": ""], "TIDEMARK_AI_MODEL is missing"),
                (["TIDEMARK_AI_PROVIDER": "oracle"], "may be openai or anthropic"),
                (["TIDEMARK_AI_MODEL": "a\"b"], "no name of a model"),
                (["TIDEMARK_AI_INPUT_PRICE_USD": "-1"], "TIDEMARK_AI_INPUT_PRICE_USD"),
                (["TIDEMARK_AI_NIGHTLY_BUDGET_USD": "much"], "TIDEMARK_AI_NIGHTLY_BUDGET_USD"),
                (["TIDEMARK_AI_NIGHTLY_PAIRS": "0"], "TIDEMARK_AI_NIGHTLY_PAIRS"),
                (["TIDEMARK_AI_KEY": "CANARY with blanks"], "TIDEMARK_AI_KEY must be"),
                (["TIDEMARK_AI_KEY_FILE": closed], "a key comes from one place"),
                (key.merging(["TIDEMARK_AI_KEY_FILE": open]) { $1 }, "can be read or written by others"),
                (["TIDEMARK_AI_BASE_URL": "https://elsewhere.example/v1"], "must be an address of this machine"),
                (
                    ["TIDEMARK_AI_BASE_URL": "http://127.0.0.1:4106/v1", "TIDEMARK_ENV": "production"],
                    "TIDEMARK_AI_BASE_URL is for development"
                ),
            ]
            for (change, sentence) in bad {
                let found = try await DoctorFinding.all(Self.whole.merging(change) { $1 }, test)
                #expect(
                    found.contains { $0.check == "settings" && !$0.ok && $0.detail.contains(sentence) },
                    "\(change): \(found.map(\.detail))")
            }
        }
    }
}
