/// Any key of an object, whatever it is.
private struct AnyField: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
}

extension Decoder {
    /// The fields of an object that may have no other keys than these. Throws `FigureRefusal.unknownKeys`.
    func fields<Key: CodingKey & CaseIterable>(_ keys: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try fields(keys, allowed: Array(keys.allCases))
    }

    /// The same for an object whose kind decides which of the keys it may have.
    func fields<Key: CodingKey>(_ keys: Key.Type, allowed: [Key]) throws -> KeyedDecodingContainer<Key> {
        let known = Set(allowed.map(\.stringValue))
        let unknown = try container(keyedBy: AnyField.self).allKeys.map(\.stringValue).filter { !known.contains($0) }
        guard unknown.isEmpty else { throw FigureRefusal.unknownKeys(unknown.sorted(), place: codingPath.place) }
        return try container(keyedBy: keys)
    }
}

extension KeyedDecodingContainer {
    /// One of a fixed list of words. Throws `FigureRefusal.unreadable` for any other, with the list.
    func word<Word: RawRepresentable & CaseIterable>(_ kind: Word.Type, forKey key: Key) throws -> Word
    where Word.RawValue == String {
        let text = try decode(String.self, forKey: key)
        guard let word = Word(rawValue: text) else {
            let words = kind.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
            let place = (codingPath + [key]).place
            throw FigureRefusal.unreadable("The value of \(place) is “\(text.prefix(40))”; it must be one of \(words).")
        }
        return word
    }

    /// A number without a fraction. Throws `FigureRefusal.unreadable` for any other number.
    func whole(forKey key: Key) throws -> Int {
        let number = try decode(Double.self, forKey: key)
        guard let whole = Int(exactly: number) else {
            throw FigureRefusal.unreadable("The value of \((codingPath + [key]).place) must be a whole number.")
        }
        return whole
    }
}

extension [any CodingKey] {
    /// Where in the document this is, such as "components[2].formula"; "the profile" for the document itself.
    var place: String {
        guard !isEmpty else { return "the profile" }
        return reduce(into: "") { place, key in
            if let index = key.intValue {
                place += "[\(index)]"
            } else {
                place += (place.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
