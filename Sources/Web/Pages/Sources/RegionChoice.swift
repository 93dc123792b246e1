/// A part of a source to choose in a form.
package struct RegionChoice: PageValue {
    let value: String
    let label: String
    let isChosen: Bool

    package init(value: String, label: String, isChosen: Bool) {
        self.value = value
        self.label = label
        self.isChosen = isChosen
    }

    package static let shape = Shape<RegionChoice>([
        .text("value", \.value),
        .text("label", \.label),
        .flag("isChosen", \.isChosen),
    ])
}
