/// The targets of a package manifest, read from its text.
///
/// Knows the helper calls of our manifest (`target("Layer", "Name", [...])`, `library(...)`, `tests("Name", [...])`)
/// and SwiftPM's own (`.target(name:dependencies:path:)` and its relatives).
struct Manifest {
    struct Target: Hashable {
        let name: String
        /// Where its files are, relative to the package.
        let path: String
        /// Targets and products, by module name.
        let dependencies: [String]
        let isSystemLibrary: Bool

        /// "Tenancy", "Domain", "Web"; nil for tests.
        var layer: String? {
            let parts = path.split(separator: "/")
            return parts.count >= 3 && parts[0] == "Sources" ? String(parts[1]) : nil
        }

        var isTest: Bool { path.hasPrefix("Tests/") }
    }

    let targets: [Target]

    init(targets: [Target]) {
        self.targets = targets
    }

    init(text: String) {
        let (calls, products) = ManifestScan.read(text)
        targets = calls.compactMap { Self.target(of: $0, products: products) }
    }

    func target(named name: String) -> Target? {
        targets.first { $0.name == name }
    }

    /// The target a file belongs to.
    func target(of path: String) -> Target? {
        targets.filter { path.hasPrefix($0.path + "/") }.max { $0.path.count < $1.path.count }
    }

    private static func target(of call: ManifestCall, products: [String: String]) -> Target? {
        let dependencies = call.list.compactMap { ManifestScan.dependency($0, products: products) }
        let words = call.words
        switch call.name {
        case "target" where words.count >= 2:
            return Target(
                name: words[1], path: "Sources/\(words[0])/\(words[1])", dependencies: dependencies,
                isSystemLibrary: false)
        case "library" where words.count >= 2:
            return Target(
                name: words[1], path: "Sources/\(words[0])/\(words[1])", dependencies: [], isSystemLibrary: true)
        case "tests" where words.count >= 1:
            return Target(
                name: words[0] + "Tests", path: "Tests/\(words[0])Tests", dependencies: dependencies,
                isSystemLibrary: false)
        case ".target", ".executableTarget", ".testTarget", ".systemLibrary":
            guard let name = call.labelled["name"] else { return nil }
            let folder = call.name == ".testTarget" ? "Tests" : "Sources"
            return Target(
                name: name, path: call.labelled["path"] ?? "\(folder)/\(name)", dependencies: dependencies,
                isSystemLibrary: call.name == ".systemLibrary")
        default: return nil
        }
    }
}
