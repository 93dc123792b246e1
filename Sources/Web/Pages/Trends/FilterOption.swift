/// One choice of a filter or another list of choices.
package struct FilterOption: PageValue {
    package let value: String
    package let label: String
    var isSelected: Bool

    /// - Parameters:
    ///   - value: the code that stands in the URL.
    ///   - label: the words a person reads.
    ///   - isSelected: whether it is the one that holds now.
    package init(value: String, label: String, isSelected: Bool = false) {
        self.value = value
        self.label = label
        self.isSelected = isSelected
    }

    package static let shape = Shape<FilterOption>([
        .text("value", \.value),
        .text("label", \.label),
        .flag("isSelected", \.isSelected),
    ])
}
