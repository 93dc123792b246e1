import Foundation
import Scoring

/// A profile that comes with the program, by its name, or one of a file.
enum FigureProfileChoice {
    /// Largest file in bytes.
    private static let mostBytes = 1 << 20

    /// - Throws: `FigureRefusal`, and `SettingsProblem` for a file that cannot be read.
    static func read(_ name: String) throws -> FigureDocument {
        guard name.contains("/") || name.hasSuffix(".json") else { return try FigureDocument.builtIn(named: name) }
        guard let handle = FileHandle(forReadingAtPath: name), let data = try? handle.read(upToCount: mostBytes + 1)
        else { throw SettingsProblem("The profile \(name) cannot be read.") }
        guard data.count <= mostBytes else { throw SettingsProblem("The profile \(name) is larger than 1 MiB.") }
        return try FigureDocument.read(data)
    }
}
