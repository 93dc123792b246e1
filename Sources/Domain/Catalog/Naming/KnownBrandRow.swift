/// A line of the list of brands: `name | other spellings | class`, with `!` behind a class that is the only one, and
/// `~` before a spelling that only a warehouse uses.
struct KnownBrandRow {
    let brand: KnownBrand
    let spellings: [AbbreviationRow.Key]

    /// Nil if the line does not have the form, or names a class that does not exist.
    init?(_ line: Substring) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
            cell.split(separator: " ").joined(separator: " ")
        }
        guard cells.count == 3 else { return nil }
        let isOnlyThat = cells[2].hasSuffix("!")
        let className = isOnlyThat ? String(cells[2].dropLast()) : cells[2]
        let usualClass = BeverageClass(rawValue: className)
        guard className.isEmpty || usualClass != nil else { return nil }
        brand = KnownBrand(name: cells[0], usualClass: usualClass, isOnlyThat: isOnlyThat)
        let others = cells[1].split(separator: ",").map { other in
            let text = other.drop { $0 == " " }
            let isClipped = text.hasPrefix("~")
            return AbbreviationRow.Key(phrase: String(isClipped ? text.dropFirst() : text), isClipped: isClipped)
        }
        spellings = [AbbreviationRow.Key(phrase: NameFolding.fold(cells[0]), isClipped: false)] + others
    }
}
