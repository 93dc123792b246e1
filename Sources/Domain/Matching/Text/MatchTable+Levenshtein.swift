extension MatchTable {
    /// The least number of insertions, deletions and substitutions that turn one text into the other.
    func levenshtein(to text: TextUnits) -> Int {
        text.isWide
            ? text.wide.withUnsafeBufferPointer { levenshtein(to: $0) }
            : text.narrow.withUnsafeBufferPointer { levenshtein(to: $0) }
    }

    private func levenshtein<Unit: TextUnit>(to text: UnsafeBufferPointer<Unit>) -> Int {
        if blocks == 1 { return text.count + column(LevenshteinColumn(), after: text).difference(count) }
        return withRows { rows in
            var columns = [LevenshteinColumn](repeating: LevenshteinColumn(), count: blocks)
            for unit in text {
                let start = rows.row(of: unit) &* blocks
                var (up, down): (UInt64, UInt64) = (1, 0)
                for block in columns.indices {
                    columns[block].take(rows.words[start &+ block], up: &up, down: &down)
                }
            }
            let rest = count - 64 * (blocks - 1)
            return columns.indices.reduce(text.count) {
                $0 + columns[$1].difference($1 == blocks - 1 ? rest : 64)
            }
        }
    }
}
