import Foundation

/// Finds the folder the program's files are in.
enum Root {
    private static let marks = ["Templates", "Public", "migrations"]

    /// The named folder, or the nearest one around the program or the current folder that has all the marks.
    static func find(named: String?) throws -> String {
        if let named {
            guard holdsEverything(named) else {
                throw SettingsProblem(
                    "TIDEMARK_ROOT is \(named), which lacks \(marks.joined(separator: ", ")).")
            }
            return URL(fileURLWithPath: named).standardizedFileURL.path
        }
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for start in [URL(fileURLWithPath: FileManager.default.currentDirectoryPath), program] {
            var folder = start
            for _ in 0..<8 {
                if holdsEverything(folder.path) { return folder.path }
                folder.deleteLastPathComponent()
            }
        }
        throw SettingsProblem(
            "The folders \(marks.joined(separator: ", ")) are nowhere around; name their place in TIDEMARK_ROOT.")
    }

    private static func holdsEverything(_ folder: String) -> Bool {
        marks.allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    }
}
