/// A table in the order scores are made from it.
struct FigureIndex {
    /// In the order of their names.
    let subjects: [(name: String, history: FigureHistory)]
    let unusableValues: [String: Int]
    let duplicateRows: Int

    init(_ table: FigureTable, inputs: [FigureInput], season: String?) {
        var rows: [String: [Int: FigureCells]] = [:]
        var duplicates = 0
        for row in table.rows {
            let cells = FigureCells(row, inputs: inputs, season: season)
            if rows[row.subject, default: [:]].updateValue(cells, forKey: row.day) != nil { duplicates += 1 }
        }
        var unusable: [String: Int] = [:]
        for cells in rows.values.lazy.flatMap(\.values) {
            for (input, cell) in zip(inputs, cells.cells) where cell == .unusable {
                unusable[input.name, default: 0] += 1
            }
        }
        subjects = rows.sorted { $0.key < $1.key }.map { ($0.key, FigureHistory($0.value.values)) }
        unusableValues = unusable
        duplicateRows = duplicates
    }
}
