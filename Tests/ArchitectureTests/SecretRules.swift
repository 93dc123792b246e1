/// Rules about stored logins.
enum SecretRules {
    /// Where pages and the API are made.
    private static let pages = ["Sources/Web/Server", "Sources/Web/API", "Sources/Web/Pages", "Sources/Web/Routes"]

    /// The product never leaves a secret in memory; the switch is for the test that looks for one.
    static func wiping(_ files: [SourceFile]) -> [Finding] {
        find(
            "leavingPlaintextForATestToFind: ", in: files.filter { $0.isIn("Sources") },
            "switches off that secrets are wiped")
    }

    /// Pages cannot open a stored login: they do not have the door.
    static func door(_ files: [SourceFile]) -> [Finding] {
        find(
            "CredentialUseQueries", in: files.filter { file in pages.contains { file.isIn($0) } },
            "could show a stored login")
    }

    private static func find(_ needle: String, in files: [SourceFile], _ sentence: String) -> [Finding] {
        files.filter(\.isSwift).flatMap { file in
            SourceFile.lines(of: needle, in: file.code).map { Finding(file.path, line: $0, sentence) }
        }
    }
}
