/// Rules about what stands in files.
enum TextRules {
    /// Where unchecked concurrency has been reviewed: file and reason.
    static let reviewedUnchecked: [String: String] = [:]

    /// Where a trap has been reviewed: file and reason.
    static let reviewedTraps: [String: String] = [:]

    /// Longest file in lines.
    static func size(_ files: [SourceFile]) -> [Finding] {
        files.filter(\.isSwift).compactMap { file in
            let limit = file.isIn("Tests") ? 800 : 500
            return file.lineCount > limit
                ? Finding(file.path, "has \(file.lineCount) lines, at most \(limit) are allowed") : nil
        }
    }

    /// The compiler checks every `Sendable`.
    static func unchecked(_ files: [SourceFile], reviewed: [String: String] = reviewedUnchecked) -> [Finding] {
        occurrences(
            ["@unchecked Sendable", "nonisolated(unsafe)", "@unsafe Sendable"], in: files.filter(\.isSwift),
            reviewed: reviewed)
    }

    /// Nothing in the product traps on purpose.
    static func traps(_ files: [SourceFile], reviewed: [String: String] = reviewedTraps) -> [Finding] {
        occurrences(
            ["try!", "fatalError(", " as! "], in: files.filter { $0.isSwift && $0.isIn("Sources") }, reviewed: reviewed)
    }

    /// What is to be done is in the issue list, not in files.
    static func reminders(_ files: [SourceFile]) -> [Finding] {
        let words = ["TO" + "DO", "FIX" + "ME"]
        return files.flatMap { file in
            words.flatMap { word in
                SourceFile.lines(of: word, in: file.text).map { Finding(file.path, line: $0, "contains \(word)") }
            }
        }
    }

    /// Settings come in through the command line's target.
    static func environment(_ files: [SourceFile]) -> [Finding] {
        let outside = files.filter { $0.isSwift && !$0.isIn("Sources/Web/CLI") && !$0.isIn("Tests/Support") }
        return occurrences(["processInfo.environment", "getenv("], in: outside, reviewed: [:])
    }

    /// No path of one particular machine.
    static func machinePaths(_ files: [SourceFile]) -> [Finding] {
        let roots = ["/wo" + "rk", "/fa" + "rm", "/op" + "t/swift"]
        return files.flatMap { file -> [Finding] in
            guard roots.contains(where: { !SourceFile.lines(of: $0, in: file.text).isEmpty }) else { return [] }
            var findings: [Finding] = []
            for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for root in roots where hasPath(root, in: line) {
                    findings.append(Finding(file.path, line: index + 1, "names a path of one machine: \(root)"))
                }
            }
            return findings
        }
    }

    /// Whether `root` stands in `line` as the start of an absolute path.
    private static func hasPath(_ root: String, in line: Substring) -> Bool {
        line.ranges(of: root).contains { range in
            let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
            let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
            return !isWord(before) && before != "." && !isWord(after)
        }
    }

    private static func isWord(_ character: Character) -> Bool {
        character == "_" || (character.isASCII && (character.isLetter || character.isNumber))
    }

    private static func occurrences(
        _ needles: [String], in files: [SourceFile], reviewed: [String: String]
    ) -> [Finding] {
        files.filter { reviewed[$0.path] == nil }.flatMap { file in
            needles.flatMap { needle in
                SourceFile.lines(of: needle, in: file.code).map { line in
                    Finding(file.path, line: line, "contains \(ManifestScan.trimmed(needle))")
                }
            }
        }
    }
}
