import Mustache
import Pages

/// A page value as swift-mustache sees it.
struct Reference<Value: PageValue>: MustacheParent {
    let value: Value

    func child(named name: String) -> Any? {
        guard let field = Value.shape.field(name) else { return nil }
        switch field.kind {
        case .text(let read): return read(value)
        case .optionalText(let read), .link(let read): return read(value) ?? Nothing()
        case .flag(let read): return read(value)
        case .markup(let read): return read(value).map { String(decoding: $0.bytes, as: UTF8.self) as Any } ?? Nothing()
        case .nested(let nested): return Self.children(nested, value) ?? Nothing()
        }
    }

    private static func children<Nested: NestedField<Value>>(_ nested: Nested, _ value: Value) -> Any? {
        var children: [Reference<Nested.Inner>] = []
        nested.forEach(value) { children.append(Reference<Nested.Inner>(value: $0)) }
        return nested.isList ? children : children.first
    }
}

/// A field that is there without a value. Mustache would look for a missing one further out, and show the price of the
/// page in a row that has none.
struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
}

/// A page with the texts of the interface beside its fields.
struct ReferencePage<Value: Page>: MustacheParent {
    let page: Reference<Value>
    let text: [String: String]

    init(_ page: Value) {
        self.page = Reference(value: page)
        text = Dictionary(uniqueKeysWithValues: TextKey.allCases.map { ($0.rawValue, InterfaceText.english[$0]) })
    }

    func child(named name: String) -> Any? {
        name == "text" ? text : page.child(named: name)
    }
}
