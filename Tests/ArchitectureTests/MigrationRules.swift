/// Rules about the files in `migrations/`.
enum MigrationRules {
    /// Files that are no steps: they are run every time.
    static let extras: Set<String> = ["roles.sql"]

    /// `0001_companies.up.sql` and `0001_companies.down.sql`, numbered from 1 without gaps, each saying why it is.
    static func findings(_ files: [SourceFile]) -> [Finding] {
        let all = files.filter { $0.isIn("migrations") && $0.path.hasSuffix(".sql") }
        let migrations = all.filter { !extras.contains($0.name) }
        var findings = all.compactMap(comment)
        var names: [Int: Set<String>] = [:]
        for file in migrations {
            guard let (number, name) = parts(of: file.name) else {
                findings.append(Finding(file.path, "is not named 0001_words.up.sql or 0001_words.down.sql"))
                continue
            }
            names[number, default: []].insert(name)
            let other =
                file.path.hasSuffix(".up.sql")
                ? file.path.dropLast(7) + ".down.sql" : file.path.dropLast(9) + ".up.sql"
            if !migrations.contains(where: { $0.path == String(other) }) {
                findings.append(Finding(file.path, "has no \(other)"))
            }
        }
        for (position, number) in names.keys.sorted().enumerated() where number != position + 1 {
            findings.append(Finding("migrations", "number \(position + 1) is missing before \(number)"))
            break
        }
        for (number, words) in names where words.count > 1 {
            findings.append(Finding("migrations", "\(number) is taken by \(words.sorted().joined(separator: " and "))"))
        }
        return findings
    }

    /// Four digits and the words of a migration's file name.
    private static func parts(of name: String) -> (Int, String)? {
        guard let ending = [".up.sql", ".down.sql"].first(where: { name.hasSuffix($0) }) else { return nil }
        let stem = name.dropLast(ending.count)
        let digits = stem.prefix { $0 != "_" }
        let words = stem.dropFirst(digits.count + 1)
        guard digits.count == 4, let number = Int(digits), !words.isEmpty,
            words.allSatisfy({ $0 == "_" || ($0.isASCII && ($0.isLowercase || $0.isNumber)) })
        else { return nil }
        return (number, String(words))
    }

    private static func comment(_ file: SourceFile) -> Finding? {
        let first = file.text.prefix { $0 != "\n" }
        let words = first.drop { $0 == "-" || $0 == " " }
        return first.hasPrefix("--") && words.count >= 15
            ? nil : Finding(file.path, line: 1, "does not begin with a comment that says why it is")
    }
}
