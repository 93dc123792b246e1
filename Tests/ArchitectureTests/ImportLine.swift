/// An import in a Swift file.
struct ImportLine: Hashable {
    let line: Int
    /// The module, without a submodule or symbol.
    let module: String
    /// What stands before `import`: `@testable`, `package`, `@_spi(Tenancy)`.
    let attributes: [String]

    /// The imports of a file, in order.
    static func all(in file: SourceFile) -> [ImportLine] {
        var imports: [ImportLine] = []
        for (index, line) in file.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
                words[..<position].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) })
            else { continue }
            var name = words[position + 1]
            if kinds.contains(String(name)), position + 2 < words.count { name = words[position + 2] }
            imports.append(
                ImportLine(
                    line: index + 1, module: String(name.prefix { $0 != "." && $0 != ";" }),
                    attributes: words[..<position].map(String.init)))
        }
        return imports
    }

    private static let accessLevels = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
}
