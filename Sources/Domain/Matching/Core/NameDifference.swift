/// The words two names share and do not share, for people.
struct NameDifference {
    let shared: [String]
    let onlyLeft: [String]
    let onlyRight: [String]

    init(_ left: IndexedName, _ leftItem: IndexedItem, _ right: IndexedName, _ rightItem: IndexedItem) {
        func split(_ own: IndexedName, by name: IndexedName, _ item: IndexedItem) -> (both: [String], own: [String]) {
            var words: (both: [String], own: [String]) = ([], [])
            for word in own.words {
                if case .found = WordFinding(word, of: own, in: name, item) {
                    words.both.append(word.text)
                } else {
                    words.own.append(word.text)
                }
            }
            return words
        }
        (shared, onlyLeft) = split(left, by: right, rightItem)
        onlyRight = split(right, by: left, leftItem).own
    }
}
