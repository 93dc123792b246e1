import Foundation
import Pages
import Testing

/// The project's files that pages are made of.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let templates = root.appending(path: "Templates").resolvingSymlinksInPath().path

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func library() throws -> TemplateLibrary {
        try TemplateLibrary(root: templates)
    }

    /// All template sources by name.
    static func sources() throws -> [String: String] {
        var sources: [String: String] = [:]
        let walk = try #require(FileManager.default.enumerator(atPath: templates))
        while let path = walk.nextObject() as? String {
            guard path.hasSuffix(".mustache") else { continue }
            sources[String(path.dropLast(".mustache".count))] = try text("Templates/" + path)
        }
        return sources
    }
}
