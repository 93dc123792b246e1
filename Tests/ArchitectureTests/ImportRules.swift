/// Rules about who may import what.
enum ImportRules {
    /// Modules that come with the system and the toolchain.
    static let system: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch", "Synchronization", "Testing",
        "RegexBuilder",
    ]

    /// Files and folders of Domain that may import Postgres although they are named neither `…Queries.swift` nor
    /// `…+Job.swift`, each with the reason.
    static let databaseFiles: [String: String] = [
        "Sources/Domain/Catalog/Sources/SourceFreshness.swift": "one row of a query",
        "Sources/Domain/Matching/UnmatchedListing.swift": "one row of a query",
        "Sources/Domain/Matching/KnownCarrier.swift": "one row of a query",
        // The queue is a way of using the database; its decisions are in Core and Kinds, which know only its back-off.
        "Sources/Domain/Jobs/Console": "statements", "Sources/Domain/Jobs/Enqueueing": "statements",
        "Sources/Domain/Jobs/Scheduling/CompanyTransaction+Schedule.swift": "the statement that writes a schedule",
        "Sources/Domain/Jobs/Scheduling/ScheduleStore.swift": "statements", "Sources/Domain/Jobs/Working": "statements",
        "Sources/Domain/Jobs/Kinds/JobSettings.swift": "the back-off of retries",
        "Sources/Domain/Jobs/Core/JobVerdict+Error.swift": "the back-off of retries",
    ]

    /// Statements, jobs, and what statements read and write.
    static let databaseEndings = ["Queries.swift", "+Job.swift", "Rows.swift", "Row.swift", "Batch.swift"]

    /// Every import names a direct dependency of the target, or a system module.
    static func undeclared(_ files: [SourceFile], _ manifest: Manifest) -> [Finding] {
        files.flatMap { file -> [Finding] in
            guard file.isSwift, let target = manifest.target(of: file.path) else { return [] }
            return ImportLine.all(in: file)
                .filter { !system.contains($0.module) && !target.dependencies.contains($0.module) }
                .map { Finding(file.path, line: $0.line, "\(target.name) does not declare that it needs \($0.module)") }
        }
    }

    /// Every Swift file is in a target of the manifest.
    static func homeless(_ files: [SourceFile], _ manifest: Manifest) -> [Finding] {
        files.filter { $0.isSwift && manifest.target(of: $0.path) == nil }
            .map { Finding($0.path, "belongs to no target of the manifest") }
    }

    /// Exactly one target imports each system library, so that C pointers stay behind one border.
    static func shims(_ files: [SourceFile], _ manifest: Manifest) -> [Finding] {
        manifest.targets.filter(\.isSystemLibrary).flatMap { shim -> [Finding] in
            let importers = Set(
                files.filter { $0.isSwift && ImportLine.all(in: $0).contains { $0.module == shim.name } }
                    .compactMap { manifest.target(of: $0.path)?.name })
            if importers.count == 1 { return [] }
            let who = importers.isEmpty ? "nobody" : importers.sorted().joined(separator: " and ")
            return [Finding(shim.path, "is imported by \(who), not by exactly one target")]
        }
    }

    /// The raw lease of a connection is for Companies only.
    static func tenancyInterface(_ files: [SourceFile]) -> [Finding] {
        files.filter { $0.isSwift && !$0.isIn("Sources/Tenancy/Companies") }.flatMap { file in
            ImportLine.all(in: file).filter { line in
                line.module == "Postgres" && line.attributes.contains { $0.hasPrefix("@_spi") }
            }.map { Finding(file.path, line: $0.line, "only Companies may use the tenancy interface of Postgres") }
        }
    }

    /// In Domain only files of queries and jobs know the database.
    static func database(_ files: [SourceFile], allowed: [String: String] = databaseFiles) -> [Finding] {
        files.filter { file in
            file.isSwift && file.isIn("Sources/Domain") && !databaseEndings.contains { file.name.hasSuffix($0) }
                && !allowed.keys.contains { file.path == $0 || file.isIn($0) }
        }.flatMap { file in
            ImportLine.all(in: file).filter { $0.module == "Postgres" }.map {
                Finding(file.path, line: $0.line, "imports Postgres but is neither …Queries.swift nor …+Job.swift")
            }
        }
    }

    /// A type with the name of a module makes the module's other names unreachable.
    static func namesakes(_ files: [SourceFile], _ manifest: Manifest) -> [Finding] {
        let keywords: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        return files.flatMap { file -> [Finding] in
            guard file.isSwift, let target = manifest.target(of: file.path) else { return [] }
            let forbidden = Set([target.name] + target.dependencies)
            var findings: [Finding] = []
            for (index, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
                for (keyword, name) in zip(words, words.dropFirst())
                where keywords.contains(keyword) && forbidden.contains(String(name)) {
                    findings.append(Finding(file.path, line: index + 1, "the type \(name) has the name of a module"))
                }
            }
            return findings
        }
    }
}
