import Glibc

/// A text file of the checkout.
struct SourceFile {
    /// Relative to the package, with slashes.
    let path: String
    let text: String
    /// For Swift files the text with comments and the contents of strings blanked, so that rules read code only.
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = path.hasSuffix(".swift") ? SwiftText.codeOnly(text) : text
    }

    var name: String {
        String(path.split(separator: "/").last ?? "")
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    var lineCount: Int {
        text.utf8.count { $0 == 10 } + (text.utf8.last == 10 || text.isEmpty ? 0 : 1)
    }

    func isIn(_ folder: String) -> Bool {
        path.hasPrefix(folder + "/")
    }

    /// The lines (from 1) at which `needle` occurs in `text`.
    static func lines(of needle: String, in text: String) -> [Int] {
        text.withCString { start in
            needle.withCString { word in
                var lines: [Int] = []
                var line = 1
                var from = start
                var counted = start
                while let found = strstr(from, word) {
                    while counted < UnsafePointer(found) {
                        if counted.pointee == 10 { line += 1 }
                        counted += 1
                    }
                    lines.append(line)
                    from = UnsafePointer(found) + 1
                }
                return lines
            }
        }
    }
}
