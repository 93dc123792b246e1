import Catalog

/// Turns a mapping's rules into plans for the columns of one file.
struct PlanBuilder {
    let mapping: Mapping
    /// Positions of the columns that can be addressed by name.
    let indices: [String: Int]

    func plans(_ target: MappingTarget) -> [RulePlan] { (mapping.fields[target] ?? []).map(plan) }

    func plan(_ rule: FieldRule) -> RulePlan {
        let decimal = rule.decimal ?? mapping.decimal
        switch rule.source {
        case .constant(let text):
            return RulePlan(
                source: .constant(Array(text.utf8)), transforms: rule.transforms, reading: rule.reading,
                decimal: decimal, columnName: nil)
        case .columns(let columns, let join):
            let found = columns.map { names in names.first { indices[$0] != nil } }
            let positions = found.map { $0.flatMap { indices[$0] } ?? -1 }
            let name = found.compactMap { $0 }.joined(separator: " + ")
            let source: RulePlan.Source =
                positions.count == 1 ? .column(positions[0]) : .columns(positions, join: Array(join.utf8))
            return RulePlan(
                source: source, transforms: rule.transforms, reading: rule.reading, decimal: decimal,
                columnName: name.isEmpty ? nil : name)
        }
    }

    /// The columns that required rules want and the file lacks; of several names for one column the first.
    func missingColumns() -> [String] {
        var missing: [String] = []
        let groups = MappingTarget.allCases.compactMap { mapping.fields[$0] } + [mapping.shop]
        for rules in groups {
            // Of alternatives, one that can work is enough.
            let lacking = rules.map { rule in rule.isRequired ? lackingColumns(rule) : [] }
            if lacking.contains(where: \.isEmpty) { continue }
            missing += lacking.first ?? []
        }
        if case .column(let names, _) = mapping.date, !names.contains(where: { indices[$0] != nil }) {
            missing += names.prefix(1)
        }
        var seen: Set<String> = []
        return missing.filter { seen.insert($0).inserted }
    }

    private func lackingColumns(_ rule: FieldRule) -> [String] {
        guard case .columns(let columns, _) = rule.source else { return [] }
        return columns.filter { names in !names.contains { indices[$0] != nil } }.compactMap(\.first)
    }

    /// Every column name a rule could use, each once: the paths of a JSON file.
    static func allNames(_ mapping: Mapping) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for rule in MappingTarget.allCases.flatMap({ mapping.fields[$0] ?? [] }) + mapping.shop {
            guard case .columns(let columns, _) = rule.source else { continue }
            for name in columns.joined() where seen.insert(name).inserted { names.append(name) }
        }
        if case .column(let dateNames, _) = mapping.date {
            for name in dateNames where seen.insert(name).inserted { names.append(name) }
        }
        return names
    }
}
