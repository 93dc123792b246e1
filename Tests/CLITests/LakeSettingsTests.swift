import Foundation
import TestSupport
import Testing

/// How the program is told that the lake lies in a bucket, and what it refuses.
@Suite struct LakeSettingsTests {
    private static let whole = [
        "TIDEMARK_LAKE_S3_ENDPOINT": "https://store.example:9000", "TIDEMARK_LAKE_S3_BUCKET": "tidal-flat",
        "TIDEMARK_LAKE_S3_REGION": "eu-central-1", "TIDEMARK_LAKE_S3_PREFIX": "/tide/lake",
        "TIDEMARK_LAKE_S3_KEY_ID": "KEY-CANARY", "TIDEMARK_LAKE_S3_SECRET": "SECRET-CANARY",
        "TIDEMARK_LAKE_DIRECTORY": "/srv/tidemark/lake",
    ]

    private func findings(_ change: [String: String], _ test: TestDatabase) async throws -> [DoctorFinding] {
        try await DoctorFinding.all(Self.whole.merging(change) { $1 }, test)
    }

    @Test("A bucket that is named in part, or wrongly, is refused with what is missing or wrong")
    func refusals() async throws {
        try await TestDatabase.with { test in
            let file = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: file) }
            try Data("SECRET-CANARY\n".utf8).write(to: URL(fileURLWithPath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
            let cases: [([String: String], String)] = [
                (
                    ["TIDEMARK_LAKE_S3_ENDPOINT": "", "TIDEMARK_LAKE_S3_REGION": ""],
                    "TIDEMARK_LAKE_S3_ENDPOINT and TIDEMARK_LAKE_S3_REGION is missing"
                ),
                (["TIDEMARK_LAKE_S3_BUCKET": ""], "TIDEMARK_LAKE_S3_BUCKET is missing"),
                (["TIDEMARK_LAKE_S3_KEY_ID": ""], "TIDEMARK_LAKE_S3_KEY_ID is missing"),
                (["TIDEMARK_LAKE_S3_SECRET": ""], "TIDEMARK_LAKE_S3_SECRET_FILE is missing"),
                (["TIDEMARK_LAKE_S3_ENDPOINT": "http://store.example"], "the endpoint must be https"),
                (["TIDEMARK_LAKE_S3_ENDPOINT": "https://a:SECRET-CANARY@store.example"], "the endpoint must be https"),
                (["TIDEMARK_LAKE_S3_BUCKET": "Tidal_Flat"], "the bucket must have"),
                (["TIDEMARK_LAKE_S3_SECRET_FILE": file], "a secret comes from one place"),
                (
                    ["TIDEMARK_LAKE_S3_SECRET": "", "TIDEMARK_LAKE_S3_SECRET_FILE": file],
                    "can be read or written by others"
                ),
                (
                    ["TIDEMARK_ENV": "production", "TIDEMARK_LAKE_DIRECTORY": ""],
                    "TIDEMARK_LAKE_DIRECTORY is missing"
                ),
            ]
            for (change, sentence) in cases {
                let found = try await findings(change, test)
                #expect(
                    found.contains { $0.check == "settings" && !$0.ok && $0.detail.contains(sentence) },
                    "\(change): \(found.map(\.detail))")
            }
        }
    }

    @Test("A bucket with its secret in a variable or a file is told, without key and secret")
    func uses() async throws {
        try await TestDatabase.with { test in
            let file = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: file) }
            try Data("SECRET-CANARY\n".utf8).write(to: URL(fileURLWithPath: file))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            for change in [[:], ["TIDEMARK_LAKE_S3_SECRET": "", "TIDEMARK_LAKE_S3_SECRET_FILE": file]] {
                let lake = try await findings(change, test).first { $0.check == "lake" }
                #expect(
                    lake?.detail
                        == "in the bucket tidal-flat at https://store.example:9000, eu-central-1, under tide/lake/")
            }
            let none = Self.whole.filter { $0.key.contains("_S3_") }.mapValues { _ in "" }
            #expect(try await !findings(none, test).contains { $0.check == "lake" || $0.check == "settings" })
        }
    }
}
