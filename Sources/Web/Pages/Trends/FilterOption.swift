/// One choice of a filter.
package struct FilterOption: PageValue {
    package let value: String
    package let label: String
    var isSelected = false

    /// - Parameters:
    ///   - value: the code that stands in the URL.
    ///   - label: the words a person reads.
    package init(value: String, label: String) {
        self.value = value
        self.label = label
    }

    package static let shape = Shape<FilterOption>([
        .text("value", \.value),
        .text("label", \.label),
        .flag("isSelected", \.isSelected),
    ])
}
