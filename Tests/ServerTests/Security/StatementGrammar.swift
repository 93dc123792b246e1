import Companies
import Postgres
import TestSupport

/// Makes statements such as nobody would write by hand: over private tables, of one company's scope, always wanting what is
/// another's.
struct StatementGrammar {
    struct Table: Sendable {
        let name: String
        let columns: [String]

        static func all(_ connection: Connection) async throws -> [Table] {
            let rows = try await connection.fetch(
                Query<Pair<String, [String]>>(
                    """
                    SELECT c.relname::text, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                    GROUP BY c.relname HAVING 'company_id' = ANY (array_agg(a.attname::text)) ORDER BY c.relname
                    """))
            return rows.map { Table(name: $0.first, columns: $0.second) }
        }
    }

    private let tables: [Table]
    private let other: String
    private var random: SeededRandom
    private var number = 0

    init(tables: [Table], other: CompanyID, random: SeededRandom) {
        self.tables = tables
        self.other = "'\(other)'::uuid"
        self.random = random
    }

    /// A statement that answers one column of text.
    mutating func next() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: change()
        case 1: "WITH gone AS (\(deletion()) RETURNING *) SELECT x::text FROM gone x LIMIT 50"
        case 2: "SELECT string_agg(x::text, ' ') FROM (\(query(2))) x"
        default: "SELECT x::text FROM (\(query(Int.random(in: 1...3, using: &random)))) x LIMIT 50"
        }
    }

    private mutating func table() -> Table { tables[Int.random(in: tables.indices, using: &random)] }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &random)] }

    private mutating func name() -> String {
        number += 1
        return "t\(number)"
    }

    /// Conditions that would let the other company's rows in if a policy were only a filter beside them.
    private mutating func condition(_ alias: String) -> String {
        pick([
            "true", "\(alias).company_id = \(other)", "\(alias).company_id <> ALL (ARRAY[gen_random_uuid()])",
            "NOT false OR NULL",
            "\(alias).company_id = \(other) OR true", "\(alias)::text LIKE '%CANARY%'",
            "(SELECT count(*) FROM \(table().name) i WHERE i.company_id = \(other)) >= 0",
            "EXISTS (SELECT FROM \(table().name) i WHERE i.company_id = \(alias).company_id OR i.company_id = \(other))",
            "coalesce(nullif(\(alias).company_id, \(other)), \(other)) = \(other)",
            "\(alias).company_id IN (SELECT company_id FROM companies)",
        ])
    }

    private mutating func query(_ depth: Int) -> String {
        let (table, alias) = (table(), name())
        let plain = "SELECT \(alias).* FROM \(table.name) \(alias) WHERE \(condition(alias))"
        guard depth > 1 else { return plain }
        let inner = query(depth - 1)
        let outer = name()
        switch Int.random(in: 0..<9, using: &random) {
        case 0:
            return
                "SELECT \(alias)::text AS a, \(outer)::text AS b FROM \(table.name) \(alias) CROSS JOIN (\(inner)) \(outer) LIMIT 20"
        case 1:
            return
                "SELECT \(alias)::text AS a FROM \(table.name) \(alias) LEFT JOIN LATERAL (SELECT * FROM (\(inner)) q LIMIT 3) \(outer) ON true LIMIT 20"
        case 2:
            return
                "SELECT \(alias)::text AS a FROM \(table.name) \(alias) UNION ALL SELECT \(outer)::text FROM (\(inner)) \(outer)"
        case 3:
            return
                "SELECT \(alias)::text AS a FROM \(table.name) \(alias) EXCEPT SELECT \(outer)::text FROM (\(inner)) \(outer)"
        case 4:
            return
                "WITH \(outer) AS MATERIALIZED (\(inner)) SELECT \(outer)::text AS a FROM \(outer) WHERE \(outer)::text LIKE '%CANARY%'"
        case 5:
            return
                "SELECT \(alias)::text AS a, row_number() OVER (PARTITION BY \(alias).company_id ORDER BY \(alias)::text) FROM \(table.name) \(alias)"
        case 6:
            let column = pick(table.columns)
            return
                "SELECT \(alias).\(column)::text AS a, count(*), max(\(alias)::text) FROM \(table.name) \(alias) GROUP BY ROLLUP (1)"
        case 7:
            return "SELECT (SELECT string_agg(q::text, ',') FROM (\(inner)) q) AS a FROM \(table.name) \(alias) LIMIT 2"
        default:
            return
                "SELECT a.x AS a FROM \(table.name) \(alias), query_to_xml('SELECT * FROM \(table.name)', true, false, '') AS a (x) LIMIT 1"
        }
    }

    private mutating func deletion() -> String {
        let (table, alias) = (table(), name())
        return "DELETE FROM \(table.name) \(alias) WHERE \(condition(alias))"
    }

    private mutating func change() -> String {
        let (table, alias) = (table(), name())
        let column = pick(table.columns)
        return pick([
            "WITH done AS (UPDATE \(table.name) \(alias) SET company_id = \(other) WHERE \(condition(alias)) RETURNING \(alias)::text AS t) SELECT t FROM done",
            "WITH done AS (UPDATE \(table.name) \(alias) SET \(column) = \(alias).\(column) WHERE \(condition(alias)) RETURNING \(alias)::text AS t) SELECT t FROM done",
            "WITH done AS (INSERT INTO \(table.name) SELECT \(alias).* FROM \(table.name) \(alias) WHERE \(condition(alias)) ON CONFLICT DO NOTHING RETURNING \(table.name)::text AS t) SELECT t FROM done",
            "WITH done AS (MERGE INTO \(table.name) m USING (SELECT \(other) AS c) s ON m.company_id = s.c WHEN MATCHED THEN DELETE) SELECT '1'",
        ])
    }
}
