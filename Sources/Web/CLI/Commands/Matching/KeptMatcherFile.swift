import Foundation

/// A matcher in a file.
enum KeptMatcherFile {
    /// - Throws: `SettingsProblem`.
    static func read(_ path: String) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw SettingsProblem("\(path) cannot be read.")
        }
        return Array(bytes)
    }

    /// - Throws: `SettingsProblem`.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw SettingsProblem("\(path) cannot be written.")
        }
    }
}
