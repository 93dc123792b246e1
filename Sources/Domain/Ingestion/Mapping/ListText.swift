/// Lists written inside a cell, as programs print them: "['a', \"b\"]", "[1, 2]", or a lone value.
enum ListText {
    static func entries(_ text: String) -> [String] {
        let trimmed = CellTrim.trimmed(text)
        guard trimmed.hasPrefix("["), trimmed.hasSuffix("]"), trimmed.utf8.count >= 2 else {
            return trimmed.isEmpty ? [] : [trimmed]
        }
        var entries: [String] = []
        var entry = ""
        var quote: Character?
        for character in trimmed.dropFirst().dropLast() {
            if let open = quote {
                if character == open { quote = nil } else { entry.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
            } else if character == "," {
                entries.append(entry)
                entry = ""
            } else {
                entry.append(character)
            }
        }
        entries.append(entry)
        return entries.map(CellTrim.trimmed).filter { !$0.isEmpty }
    }
}
