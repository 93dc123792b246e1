/// Reads the `date` part of a mapping file.
struct DateRuleDecoder {
    func rule(_ node: MappingNode) throws(PriceBookProblem) -> DateRule {
        let members = try node.members(["from", "pattern", "column", "format"])
        guard let from = try members["from"]?.string() else { throw node.problem("\"from\" is missing") }
        switch from {
        case "argument": return .argument
        case "filename":
            guard let texts = try members["pattern"]?.strings() else { throw node.problem("\"pattern\" is missing") }
            var patterns: [FileNameDate] = []
            for text in texts {
                guard let pattern = FileNameDate(text) else {
                    throw node.problem("the pattern \"\(text)\" has no {yyyy}")
                }
                patterns.append(pattern)
            }
            return .fileName(patterns)
        case "column":
            guard let names = try members["column"]?.strings(), let text = try members["format"]?.string() else {
                throw node.problem("\"column\" and \"format\" are needed")
            }
            guard let format = DateFormat(text) else {
                throw node.problem("the format \"\(text)\" lacks yyyy, MM or dd")
            }
            return .column(names: names, format: format)
        default: throw node.problem("\"\(from)\" is not one of: filename, column, argument")
        }
    }
}
