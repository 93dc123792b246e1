/// Rules about the arrows of the manifest.
enum LayerRules {
    private static let layers = ["Tenancy", "Domain", "Web"]

    /// The ranks inside Domain, lowest first: words, engines, decisions.
    static let ranks: [Set<String>] = [
        ["Boosting", "Catalog", "Connections", "Documents", "Jobs"],
        ["Connectors", "Ingestion", "Judging", "Mail", "Matching", "Mentions", "Scoring", "Forecasting"],
        ["Procurement", "Ideas", "Designs", "Publishing", "Alerts"],
    ]

    /// Arrows between targets of one rank that the design has.
    static let neighbours: [String: Set<String>] = [
        "Ingestion": ["Connectors"], "Mentions": ["Matching"], "Designs": ["Ideas"], "Publishing": ["Designs"],
    ]

    /// Arrows the design rules out although the layers would allow them.
    static let forbidden: [String: Set<String>] = [
        "Postgres": ["Vault", "Companies", "Outbound"], "Vault": ["Postgres", "Companies", "Outbound"],
        "Outbound": ["Postgres", "Companies"], "Catalog": ["Jobs", "Vault"],
        "Jobs": ["Catalog", "Vault"], "Compression": ["Vault", "Postgres", "Companies"],
        "Connectors": ["Postgres", "Catalog"], "Documents": ["Postgres", "Companies", "Vault", "Outbound"],
        "Matching": ["Connectors", "Judging", "Vault"], "Judging": ["Matching", "Connectors", "Ingestion"],
        "Mentions": ["Jobs", "Connectors", "Ingestion", "Vault"],
        "Scoring": ["Jobs", "Connectors", "Vault"], "Forecasting": ["Jobs", "Connectors", "Vault"],
        "Publishing": ["Ingestion"], "Routes": ["Pages", "API", "Server", "Postgres"],
        "Pages": ["Postgres", "Jobs", "API", "Server"], "API": ["Pages", "Server"],
        "Demo": ["Postgres", "Companies", "Server"],
    ]

    /// Web → Domain → Tenancy, never back.
    static func backwards(_ manifest: Manifest) -> [Finding] {
        arrows(manifest).compactMap { target, dependency in
            guard let from = rank(target), let to = rank(dependency) else {
                return Finding(target.path, "\(target.name) or \(dependency.name) is in no known layer")
            }
            if to <= from { return nil }
            return Finding(target.path, "\(target.name) depends on \(dependency.name), a layer above")
        }
    }

    /// Words know no engines, engines no decisions, and neighbours only each other where the design says so.
    static func ranksInDomain(_ manifest: Manifest) -> [Finding] {
        let domain = manifest.targets.filter { $0.layer == "Domain" && !$0.isSystemLibrary }
        let unranked = domain.filter { target in !ranks.contains { $0.contains(target.name) } }
            .map { Finding($0.path, "\($0.name) has no rank in Domain") }
        return unranked
            + arrows(manifest).compactMap { target, dependency in
                guard let from = ranks.firstIndex(where: { $0.contains(target.name) }),
                    let to = ranks.firstIndex(where: { $0.contains(dependency.name) }), to >= from,
                    neighbours[target.name]?.contains(dependency.name) != true
                else { return nil }
                return Finding(target.path, "\(target.name) depends on \(dependency.name), which is not below it")
            }
    }

    /// The arrows the design rules out one by one.
    static func ruledOut(_ manifest: Manifest) -> [Finding] {
        arrows(manifest).filter { forbidden[$0.0.name]?.contains($0.1.name) == true }
            .map { Finding($0.0.path, "\($0.0.name) must not depend on \($0.1.name)") }
    }

    /// Nothing depends on itself by any way round.
    static func cycles(_ manifest: Manifest) -> [Finding] {
        var finished: Set<String> = []
        var findings: [Finding] = []
        func visit(_ name: String, _ way: [String]) {
            if let start = way.firstIndex(of: name) {
                findings.append(Finding("Package.swift", (way[start...] + [name]).joined(separator: " → ")))
                return
            }
            guard !finished.contains(name), let target = manifest.target(named: name) else { return }
            for dependency in target.dependencies { visit(dependency, way + [name]) }
            finished.insert(name)
        }
        for target in manifest.targets { visit(target.name, []) }
        return findings
    }

    /// Every dependency between targets of the product; tests may depend on anything.
    private static func arrows(_ manifest: Manifest) -> [(Manifest.Target, Manifest.Target)] {
        manifest.targets.filter { !$0.isTest }.flatMap { target in
            target.dependencies.compactMap { manifest.target(named: $0) }.map { (target, $0) }
        }
    }

    private static func rank(_ target: Manifest.Target) -> Int? {
        target.layer.flatMap { layers.firstIndex(of: $0) }
    }
}
