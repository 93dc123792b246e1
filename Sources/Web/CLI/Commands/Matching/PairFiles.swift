import Foundation
import Ingestion
import Matching

/// Reads sets of pairs from files: two lists and the pairs between them, or everything in one, `left_…` and `right_…` beside each other.
struct PairFiles {
    /// What columns say, by their names without `left_` and `right_`.
    private let map: ColumnMap
    private(set) var set = PairSet()
    /// Columns that are compared, and what they were taken for.
    private(set) var roles: [String: FieldRole] = [:]

    /// - Parameter map: such as `name=title,brand=manufacturer`.
    /// - Throws: `SettingsProblem`.
    init(map: String?) throws { self.map = try ColumnMap(map) }

    // MARK: - Lists

    /// Reads a list of one side; its first column, or `id`, tells its records apart.
    mutating func addList(_ path: String, isLeft: Bool) throws {
        let table = try Self.read(path)
        let columns = try roles(of: table.header, path)
        let id = table.column("id") ?? table.column("\(isLeft ? "left" : "right")_id") ?? 0
        for row in table.rows {
            let record = ColumnMap.record(row, columns)
            _ = isLeft ? set.addLeft(record, id: row[id]) : set.addRight(record, id: row[id])
        }
    }

    /// Reads pairs: of two lists by their ids, or with all that both sides say.
    /// - Returns: them, in the order of the file.
    mutating func addPairs(_ path: String, areIDs: Bool) throws -> [LabelledPair] {
        let table = try Self.read(path)
        let label = table.column("label") ?? table.column("gold") ?? table.column("match")
        let before = set.pairs.count
        if areIDs {
            try addByID(table, label, path)
        } else {
            try addWhole(table, label, path)
        }
        return Array(set.pairs[before...])
    }

    private mutating func addByID(_ table: TableFile, _ label: Int?, _ path: String) throws {
        func column(_ names: [String], _ fallback: Int) throws -> Int {
            guard let place = names.compactMap(table.column).first ?? (table.header.count >= 2 ? fallback : nil) else {
                throw SettingsProblem("\(path) needs a column with ids of each side.")
            }
            return place
        }
        let left = try column(["left_id", "ltable_id", "id_left", "idLeft"], 0)
        let right = try column(["right_id", "rtable_id", "id_right", "idRight"], 1)
        for (place, row) in table.rows.enumerated() {
            guard let one = set.leftPlace(id: row[left]), let other = set.rightPlace(id: row[right]) else {
                throw SettingsProblem("Pair \(place + 1) of \(path) names a record that is in neither list.")
            }
            set.add(LabelledPair(id: "\(place)", left: one, right: other, isSame: try Self.isSame(row, label, path)))
        }
    }

    private mutating func addWhole(_ table: TableFile, _ label: Int?, _ path: String) throws {
        func side(_ prefix: String) throws -> [Int: FieldRole] {
            var columns: [Int: FieldRole] = [:]
            for (place, name) in table.header.enumerated() where name.hasPrefix(prefix) {
                columns[place] = map.role(of: String(name.dropFirst(prefix.count)))
            }
            guard columns.values.contains(.name) else {
                throw SettingsProblem(
                    "\(path) has no column that names the things of one side, such as \(prefix)name; say which with --map name=…."
                )
            }
            return columns
        }
        let (left, right) = (try side("left_"), try side("right_"))
        for (place, role) in left { roles[String(table.header[place].dropFirst(5))] = role }
        let (leftID, rightID, id) = (table.column("left_id"), table.column("right_id"), table.column("pair_id"))
        for (place, row) in table.rows.enumerated() {
            let one = set.addLeft(ColumnMap.record(row, left), id: leftID.map { row[$0] })
            let other = set.addRight(ColumnMap.record(row, right), id: rightID.map { row[$0] })
            set.add(
                LabelledPair(
                    id: id.map { row[$0] } ?? "\(place)", left: one, right: other,
                    isSame: try Self.isSame(row, label, path)))
        }
    }

    private mutating func roles(of header: [String], _ path: String) throws -> [Int: FieldRole] {
        let columns = try map.columns(of: header, path)
        for (place, role) in columns { roles[header[place]] = role }
        return columns
    }

    private static func read(_ path: String) throws -> TableFile {
        do {
            return try TableFile(path: path)
        } catch {
            throw SettingsProblem(error.description)
        }
    }

    private static func isSame(_ row: [String], _ label: Int?, _ path: String) throws -> Bool? {
        guard let label else { return nil }
        switch row[label].lowercased() {
        case "1", "true", "yes", "1.0": return true
        case "0", "false", "no", "0.0": return false
        case "": return nil
        default: throw SettingsProblem("A label of \(path) is \(row[label]); it may be 1 or 0.")
        }
    }
}
