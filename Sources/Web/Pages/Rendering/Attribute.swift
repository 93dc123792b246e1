import Routes

/// One attribute of an element made in Swift.
struct Attribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    /// A whole number, for coordinates.
    init(_ name: StaticString, _ value: Int) {
        self.name = name
        self.value = String(value)
    }

    /// A class name that is a literal of our code.
    static func styled(_ name: String) -> Attribute {
        Attribute("class", name)
    }

    static func link(_ link: Link) -> Attribute {
        Attribute("href", link.text)
    }
}
