/// A listing of a product, for whoever decides whether it is.
package struct DecidedListing: PageValue {
    let id: String
    let source: String
    let name: String
    let how: String

    package init(id: String, source: String, name: String, rule: ShownMatchRule, text: InterfaceText) {
        self.id = id
        self.source = source
        self.name = name
        how = rule.words(text)
    }

    package static let shape = Shape<DecidedListing>([
        .text("id", \.id),
        .text("source", \.source),
        .text("name", \.name),
        .text("how", \.how),
    ])
}
