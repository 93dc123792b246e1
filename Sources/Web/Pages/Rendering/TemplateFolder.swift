import Foundation

/// Reads the template files below a folder.
enum TemplateFolder {
    private static let suffix = ".mustache"

    /// The texts by name: the path below the folder without the extension, with `/` between its parts.
    static func read(_ root: String) throws(TemplateProblem) -> [String: String] {
        // A folder that is a link would be listed as empty.
        let root = URL(filePath: root).resolvingSymlinksInPath().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue,
            let walk = FileManager.default.enumerator(atPath: root)
        else {
            throw TemplateProblem(
                place: root, reason: "the folder cannot be read; start from the project or pass --root")
        }
        var sources: [String: String] = [:]
        while let path = walk.nextObject() as? String {
            guard path.hasSuffix(suffix) else { continue }
            guard let data = FileManager.default.contents(atPath: root + "/" + path),
                let text = String(data: data, encoding: .utf8)
            else {
                throw TemplateProblem(place: path, reason: "the file cannot be read as UTF-8")
            }
            sources[String(path.dropLast(suffix.count))] = text
        }
        if sources.isEmpty {
            throw TemplateProblem(
                place: root, reason: "no templates are in this folder; start from the project or pass --root")
        }
        return sources
    }
}
