import Foundation
import Vault

/// What this installation remembers of its demo: the day it ends, its random passwords, what is loaded. A file of the
/// person who runs it, readable by nobody else.
struct DemoMemory {
    struct Note: Codable {
        var lastDay: String
        var passwords: [String: String]
        var loaded: [String]
    }

    private let path: String

    init(root: String) { path = root + "/.tidemark/demo.json" }

    func read() -> Note? {
        FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(Note.self, from: $0) }
    }

    func write(_ note: Note) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try PrivateFile.write(Array(try JSONEncoder().encode(note)), to: path, replaces: true)
    }
}
