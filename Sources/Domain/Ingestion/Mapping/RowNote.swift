/// Something odd in a row that did not keep the row out, told to the person who imports.
package struct RowNote: Hashable, Sendable {
    /// What the note is about, so that a report can count notes of one kind together.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case gtin, size, strength, vintage, age, pack, container, price, category, country, stock, encoding, lookup,
            date, url
    }

    package let kind: Kind
    /// The column of the file, as its header names it, or `nil` when the note is about the whole row.
    package let column: String?
    /// One sentence for a person.
    package let text: String

    package init(kind: Kind, column: String?, text: String) {
        self.kind = kind
        self.column = column
        self.text = text
    }
}
