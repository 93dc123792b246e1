import Foundation
import Matching

/// What the columns of lists say, by their names: those that are usual, and those that somebody told.
struct ColumnMap: Sendable {
    private let told: [String: FieldRole]

    /// - Parameter map: such as `name=title,brand=manufacturer`.
    /// - Throws: `SettingsProblem`.
    init(_ map: String?) throws {
        var found: [String: FieldRole] = [:]
        for entry in (map ?? "").split(separator: ",") {
            let halves = entry.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
            guard halves.count == 2, let role = FieldRole(rawValue: halves[0]) else {
                let known = FieldRole.allCases.map(\.rawValue).joined(separator: ", ")
                throw SettingsProblem("--map takes what=column, such as name=title; what may be \(known).")
            }
            found[halves[1].lowercased()] = role
        }
        told = found
    }

    /// What a column says; nil for one that says nothing that is compared.
    func role(of column: String) -> FieldRole? {
        told[column.lowercased()]
            ?? FieldRole(column: column).flatMap { role in
                // What somebody named stands for it alone.
                told.values.contains(role) ? nil : role
            }
    }

    /// The columns of a list that are compared, by their places.
    /// - Throws: `SettingsProblem` where nothing is a name.
    func columns(of header: [String], _ path: String) throws -> [Int: FieldRole] {
        var columns: [Int: FieldRole] = [:]
        for (place, name) in header.enumerated() { columns[place] = role(of: name) }
        guard columns.values.contains(.name) else {
            throw SettingsProblem("\(path) has no column that names its things; say which with --map name=….")
        }
        return columns
    }

    /// A row as a record.
    static func record(_ row: [String], _ columns: [Int: FieldRole]) -> PairRecord {
        var texts: [FieldRole: String] = [:]
        for (place, role) in columns.sorted(by: { $0.key < $1.key }) where texts[role]?.isEmpty ?? true {
            texts[role] = row[place]
        }
        return PairRecord(texts)
    }
}
