/// A difference that no likeness of names or codes can outweigh.
package enum HardBlocker: String, CaseIterable, Codable, Sendable {
    case size, vintage, age, strength, category, container

    /// The difference as a clause, to follow "but".
    package var clause: String {
        switch self {
        case .size: "its size is another"
        case .vintage: "its vintage is another"
        case .age: "its age is another"
        case .strength: "its strength is another"
        case .category: "it is another kind of thing"
        case .container: "it is filled in something else"
        }
    }
}
