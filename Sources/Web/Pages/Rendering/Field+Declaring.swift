import Routes

extension Field {
    static func text(_ name: String, _ read: @escaping @Sendable (Value) -> String) -> Field {
        Field(name: name, kind: .text(read))
    }

    static func text(_ name: String, optional read: @escaping @Sendable (Value) -> String?) -> Field {
        Field(name: name, kind: .optionalText(read))
    }

    static func link(_ name: String, _ read: @escaping @Sendable (Value) -> Link) -> Field {
        Field(name: name, kind: .link { read($0).text })
    }

    static func link(_ name: String, optional read: @escaping @Sendable (Value) -> Link?) -> Field {
        Field(name: name, kind: .link { read($0)?.text })
    }

    static func markup(_ name: String, _ read: @escaping @Sendable (Value) -> SafeMarkup) -> Field {
        Field(name: name, kind: .markup { read($0) })
    }

    static func markup(_ name: String, optional read: @escaping @Sendable (Value) -> SafeMarkup?) -> Field {
        Field(name: name, kind: .markup(read))
    }

    static func flag(_ name: String, _ read: @escaping @Sendable (Value) -> Bool) -> Field {
        Field(name: name, kind: .flag(read))
    }

    /// Rows: the section is shown once per row, the inverted section when there are none.
    static func list<Row: PageValue>(_ name: String, _ read: @escaping @Sendable (Value) -> [Row]) -> Field {
        Field(name: name, kind: .nested(RowsField(read: read)))
    }

    /// A part of its own fields, shown once.
    static func part<Part: PageValue>(_ name: String, _ read: @escaping @Sendable (Value) -> Part) -> Field {
        Field(name: name, kind: .nested(PartField { read($0) }))
    }

    /// A part that may be missing.
    static func part<Part: PageValue>(_ name: String, optional read: @escaping @Sendable (Value) -> Part?) -> Field {
        Field(name: name, kind: .nested(PartField(read: read)))
    }
}
