/// One place where a rule does not hold.
struct Finding: Hashable, CustomStringConvertible {
    let path: String
    /// From 1; nil when the whole file is meant.
    let line: Int?
    let what: String

    init(_ path: String, line: Int? = nil, _ what: String) {
        self.path = path
        self.line = line
        self.what = what
    }

    var description: String {
        line.map { "\(path):\($0): \(what)" } ?? "\(path): \(what)"
    }
}
