/// How much of a source one run reads.
package struct RunLimits: Sendable, Hashable {
    /// Records at most; the page that reaches it is kept whole.
    package var records: Int?
    /// One of the source's own categories; nil for all.
    package var category: String?

    package init(records: Int? = nil, category: String? = nil) {
        self.records = records
        self.category = category
    }

    /// Whether everything there is is read.
    var isEverything: Bool { records == nil && category == nil }
}
