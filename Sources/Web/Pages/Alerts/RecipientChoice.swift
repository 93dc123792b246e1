/// A member who may be mailed.
package struct RecipientChoice: PageValue {
    let id: String
    let name: String
    let isChosen: Bool

    package init(id: String, name: String, isChosen: Bool) {
        self.id = id
        self.name = name
        self.isChosen = isChosen
    }

    package static let shape = Shape<RecipientChoice>([
        .text("id", \.id),
        .text("name", \.name),
        .flag("isChosen", \.isChosen),
    ])
}
