import Catalog
import Documents

/// Turns a mapping file's JSON into a `Mapping` and checks everything that can be checked without a price book.
struct MappingDecoder {
    let file: String

    private static let keys = [
        "name", "title", "source", "format", "encoding", "decimal", "currency", "price_kind", "with_tax", "country",
        "home_style", "time_zone", "observations", "date", "shop", "fields", "tables", "lookups",
    ]

    func mapping(_ root: MappingNode) throws(PriceBookProblem) -> Mapping {
        let members = try root.members(Self.keys)
        let tables = try tables(members["tables"])
        let lookups = try lookups(members["lookups"])
        let rules = FieldRuleDecoder(tables: Set(tables.keys), lookups: Set(lookups.keys))
        let observations = try members["observations"]?.bool() ?? false
        let fields = try fields(try need("fields", members, root), rules: rules, observations: observations)
        try checkCategories(fields, tables: tables, root: root)
        let date = try DateRuleDecoder().rule(try need("date", members, root))
        let timeZone = try members["time_zone"]?.string()
        if let timeZone, ZoneClock(identifier: timeZone) == nil {
            throw root.problem("\"\(timeZone)\" is not a time zone")
        }
        return Mapping(
            name: try name(try need("name", members, root)), title: try need("title", members, root).string(),
            source: try members["source"]?.string(), observations: observations,
            currency: try currency(try need("currency", members, root)),
            priceKind: try members["price_kind"]?.choice(PriceKind.self) ?? .unknown,
            priceIncludesTax: try optionalBool(members["with_tax"]), country: try country(members["country"]),
            homeStyle: try style(members["home_style"]),
            format: try members["format"]?.choice(FileFormat.self) ?? .auto,
            encoding: try members["encoding"]?.choice(TextEncoding.self) ?? .auto,
            decimal: try members["decimal"]?.choice(DecimalMark.self) ?? .point, timeZone: timeZone, date: date,
            shop: try members["shop"].map { node throws(PriceBookProblem) in try rules.rules(node, target: nil) } ?? [],
            fields: fields, tables: tables, lookups: lookups)
    }

    private func need(
        _ key: String, _ members: [String: MappingNode], _ node: MappingNode
    ) throws(PriceBookProblem) -> MappingNode {
        guard let found = members[key] else { throw node.problem("\"\(key)\" is missing") }
        return found
    }

    private func name(_ node: MappingNode) throws(PriceBookProblem) -> String {
        let name = try node.string()
        let isGood = name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte &- 0x30 < 10
        }
        guard isGood, (1...60).contains(name.utf8.count) else {
            throw node.problem("a name has 1 to 60 lower-case letters, digits and hyphens")
        }
        return name
    }

    private func currency(_ node: MappingNode) throws(PriceBookProblem) -> Currency {
        let code = try node.string()
        guard let currency = Currency(code: code) else { throw node.problem("\"\(code)\" is not a currency code") }
        return currency
    }

    private func country(_ node: MappingNode?) throws(PriceBookProblem) -> String? {
        guard let node, node.value != .null else { return nil }
        let code = try node.string()
        guard CountryCode.isPlausible(code) else { throw node.problem("a country is two capital letters") }
        return code
    }

    private func style(_ node: MappingNode?) throws(PriceBookProblem) -> HouseStyle? {
        guard let node, node.value != .null else { return nil }
        return try node.choice(HouseStyle.self)
    }

    private func optionalBool(_ node: MappingNode?) throws(PriceBookProblem) -> Bool? {
        guard let node, node.value != .null else { return nil }
        return try node.bool()
    }

    private func tables(_ node: MappingNode?) throws(PriceBookProblem) -> [String: ValueTable] {
        guard let node else { return [:] }
        var tables: [String: ValueTable] = [:]
        for (name, table) in try node.members() {
            var values: [String: String] = [:]
            for (key, value) in try table.members() { values[key] = try value.string() }
            tables[name] = ValueTable(values)
        }
        return tables
    }

    private func lookups(_ node: MappingNode?) throws(PriceBookProblem) -> [String: LookupRule] {
        guard let node else { return [:] }
        var lookups: [String: LookupRule] = [:]
        for (name, rule) in try node.members() {
            let members = try rule.members(["key", "format"])
            let format = try members["format"]?.choice(FileFormat.self) ?? .csv
            guard format.separator != nil else { throw rule.problem("a lookup file is csv, tsv or semicolon") }
            lookups[name] = LookupRule(key: try need("key", members, rule).string(), format: format)
        }
        return lookups
    }

    private func fields(
        _ node: MappingNode, rules: FieldRuleDecoder, observations: Bool
    ) throws(PriceBookProblem) -> [MappingTarget: [FieldRule]] {
        var fields: [MappingTarget: [FieldRule]] = [:]
        for (key, member) in try node.members(MappingTarget.allCases.map(\.rawValue)) {
            guard let target = MappingTarget(rawValue: key) else { continue }
            fields[target] = try rules.rules(member, target: target)
        }
        if fields[.itemKey] == nil { throw node.problem("\"item_key\" is missing") }
        if fields[.name] == nil, !observations {
            throw node.problem("\"name\" is missing, which only a mapping with \"observations\" may do")
        }
        return fields
    }

    /// Tables that categories go through must give categories of the closed list.
    private func checkCategories(
        _ fields: [MappingTarget: [FieldRule]], tables: [String: ValueTable], root: MappingNode
    ) throws(PriceBookProblem) {
        for rule in fields[.category] ?? [] {
            if case .constant(let code) = rule.source, rule.transforms.isEmpty, CategoryCode(rawValue: code) == nil {
                throw root.problem("fields.category: \"\(code)\" is not a category")
            }
            for case .map(let table, _) in rule.transforms {
                for code in tables[table]?.allValues.map({ $0 }) ?? [] where CategoryCode(rawValue: code) == nil {
                    throw root.problem("tables.\(table): \"\(code)\" is not a category")
                }
            }
        }
    }
}
