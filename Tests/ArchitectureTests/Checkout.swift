import Foundation

/// The files of the package this test was built from.
struct Checkout {
    let manifest: Manifest
    let files: [SourceFile]

    /// Files of the project proper: not what a build or an installation leaves behind.
    private static let folders = ["Sources", "Tests", "Templates", "docs", "scripts", "migrations"]
    private static let endings = [
        "swift", "mustache", "md", "sql", "sh", "json", "h", "modulemap", "css", "js", "yml", "yaml", "txt", "py",
    ]

    /// Read once for all tests.
    static let current = Result { try Checkout(root: root(of: #filePath)) }

    init(root: String) throws {
        manifest = Manifest(text: try String(contentsOfFile: root + "/Package.swift", encoding: .utf8))
        var files: [SourceFile] = []
        for folder in Self.folders {
            guard let paths = FileManager.default.enumerator(atPath: root + "/" + folder) else { continue }
            for case let path as String in paths where Self.isOurs(path) {
                let full = root + "/" + folder + "/" + path
                guard let text = try? String(contentsOfFile: full, encoding: .utf8) else { continue }
                files.append(SourceFile(path: folder + "/" + path, text: text))
            }
        }
        self.files = files.sorted { $0.path < $1.path }
    }

    private static func isOurs(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard !parts.contains(where: { $0.hasPrefix(".") || $0 == "node_modules" }), let name = parts.last else {
            return false
        }
        return endings.contains { name.hasSuffix("." + $0) } || !name.contains(".")
    }

    /// The nearest folder above `file` with a manifest.
    private static func root(of file: String) -> String {
        var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) { break }
            folder.deleteLastPathComponent()
        }
        return folder.path
    }
}
