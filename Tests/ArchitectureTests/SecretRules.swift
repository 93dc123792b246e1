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

    /// What `make security` runs.
    static let checkList = "Tests/security-checks.txt"

    /// Lines of the list whose suite or test is not there, and ids that are there twice.
    static func checks(_ files: [SourceFile]) -> [Finding] {
        guard let list = files.first(where: { $0.path == checkList }) else { return [] }
        var known: Set<Substring> = []
        var findings: [Finding] = []
        for (index, line) in list.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let words = line.split(separator: " ", maxSplits: 1)
            let place = (words.last ?? "").split(separator: "/", maxSplits: 1)
            if words.count == 2, words[0].hasPrefix("S-"), known.insert(words[0]).inserted {
                if words[1].hasPrefix("- ") { continue }
                let suites = files.filter { $0.text.contains("struct \(place[0]) ") }
                // A test is named by its function or by a sentence.
                if place.count == 2,
                    suites.contains(where: {
                        $0.text.contains("func \(place[1])(") || $0.text.contains("\"\(place[1])\"")
                    })
                {
                    continue
                }
            }
            findings.append(Finding(checkList, line: index + 1, "names no test, or an id twice: \(line)"))
        }
        return findings
    }
}
