import Catalog
import Documents

/// Reads the rules of one field of a mapping file.
struct FieldRuleDecoder {
    let tables: Set<String>
    let lookups: Set<String>

    /// One rule, or a list of rules of which the first that gives a value counts.
    /// - Parameter target: `nil` for the shop.
    func rules(_ node: MappingNode, target: MappingTarget?) throws(PriceBookProblem) -> [FieldRule] {
        guard case .array = node.value else { return [try rule(node, target: target)] }
        var rules: [FieldRule] = []
        for element in try node.elements() { rules.append(try rule(element, target: target)) }
        if rules.isEmpty { throw node.problem("the list is empty") }
        return rules
    }

    private func rule(_ node: MappingNode, target: MappingTarget?) throws(PriceBookProblem) -> FieldRule {
        let members = try node.members(
            ["column", "columns", "path", "constant", "join", "transforms", "required", "decimal"])
        let sources = ["column", "columns", "path", "constant"].compactMap { members[$0] }
        guard sources.count == 1, let sourceNode = sources.first else {
            throw node.problem("exactly one of \"column\", \"columns\", \"path\" and \"constant\" is needed")
        }
        let source: FieldRule.Source
        if members["constant"] != nil {
            source = .constant(try sourceNode.string())
        } else if members["columns"] != nil {
            var columns: [[String]] = []
            for element in try sourceNode.elements() { columns.append(try element.strings()) }
            source = .columns(columns, join: try members["join"]?.string() ?? " ")
        } else {
            source = .columns([try sourceNode.strings()], join: "")
        }
        let (transforms, reading) = try steps(members["transforms"])
        if let reading, target?.accepts(reading) != true {
            throw node.problem("the last transform does not fit this field")
        }
        return FieldRule(
            source: source, transforms: transforms, reading: reading ?? target?.defaultReading,
            decimal: try members["decimal"]?.choice(DecimalMark.self),
            isRequired: try members["required"]?.bool() ?? (target == .itemKey || target == .name))
    }

    private func steps(_ node: MappingNode?) throws(PriceBookProblem) -> ([TextTransform], CellReading?) {
        guard let node else { return ([], nil) }
        var transforms: [TextTransform] = []
        var reading: CellReading?
        for element in try node.elements() {
            if reading != nil { throw element.problem("nothing may follow a transform that gives a value") }
            if case .string(let word) = element.value {
                if let transform = TextTransform(word: word) {
                    transforms.append(transform)
                } else if let value = CellReading(name: word) {
                    reading = value
                } else {
                    throw unknown(word, element)
                }
            } else {
                transforms.append(try transform(element))
            }
        }
        return (transforms, reading)
    }

    private func transform(_ node: MappingNode) throws(PriceBookProblem) -> TextTransform {
        let members = try node.members()
        for (word, argument) in members {
            switch word {
            case "strip_prefix": return .stripPrefix(try only(argument, in: members, node).string())
            case "strip_suffix": return .stripSuffix(try only(argument, in: members, node).string())
            case "missing_if": return .missingIf(try only(argument, in: members, node).strings())
            case "url_segment": return .urlSegment(try only(argument, in: members, node).integer())
            case "map":
                let table = try argument.string()
                guard tables.contains(table) else { throw argument.problem("there is no table \"\(table)\"") }
                let otherwise = try node.members(["map", "otherwise"])["otherwise"]?.string() ?? "missing"
                guard ["missing", "keep"].contains(otherwise) else {
                    throw node.problem("\"otherwise\" is \"missing\" or \"keep\"")
                }
                return .map(table: table, keepsUnknown: otherwise == "keep")
            case "lookup":
                let name = try argument.string()
                guard lookups.contains(name) else { throw argument.problem("there is no lookup \"\(name)\"") }
                guard let column = try node.members(["lookup", "column"])["column"]?.string() else {
                    throw node.problem("\"column\" is missing")
                }
                return .lookup(name: name, column: column)
            case "otherwise", "column": continue
            default: throw unknown(word, node)
            }
        }
        throw node.problem("a transform is expected")
    }

    private func only(
        _ argument: MappingNode, in members: [String: MappingNode], _ node: MappingNode
    ) throws(PriceBookProblem) -> MappingNode {
        guard members.count == 1 else { throw node.problem("one transform is expected") }
        return argument
    }

    private func unknown(_ word: String, _ node: MappingNode) -> PriceBookProblem {
        let known = (TextTransform.names + CellReading.names).joined(separator: ", ")
        return node.problem("there is no transform \"\(word)\"; there are: \(known)")
    }
}
