/// The columns of a header by name. The second column of a name is "name#2", the third "name#3"; the column at
/// position n, from 1, is also "#n".
struct ColumnNames {
    private let found: [String]
    let indices: [String: Int]

    init(_ header: [String]) {
        found = header.map(CellTrim.trimmed)
        var indices: [String: Int] = [:]
        var seen: [String: Int] = [:]
        for (index, name) in found.enumerated() {
            let count = seen[name, default: 0] + 1
            seen[name] = count
            let key = count == 1 ? name : "\(name)#\(count)"
            if indices[key] == nil { indices[key] = index }
        }
        for index in found.indices where indices["#\(index + 1)"] == nil { indices["#\(index + 1)"] = index }
        self.indices = indices
    }

    func index(of name: String) -> Int? { indices[name] }

    /// The sentence for columns that are not there.
    func missing(_ names: [String], file: String) -> PriceBookProblem {
        let quoted = names.map { "\"\($0)\"" }.joined(separator: ", ")
        let shown = found.prefix(20).map { "\"\($0.prefix(60))\"" }.joined(separator: ", ")
        let more = found.count > 20 ? " and \(found.count - 20) more" : ""
        let noun = names.count == 1 ? "column" : "columns"
        return PriceBookProblem(
            .missingColumns, "\(file) lacks the \(noun) \(quoted). It has: \(shown)\(more).")
    }
}
