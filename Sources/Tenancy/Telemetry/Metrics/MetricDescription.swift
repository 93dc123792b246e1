/// What a family says about itself beside its numbers.
package struct MetricDescription: Sendable {
    package let name: String
    /// One line for a person.
    package let help: String
    /// Upper bounds of a histogram, in the unit of the name; `nil` for the standard ones.
    package let buckets: BucketBounds?

    package init(_ name: String, _ help: String, buckets: BucketBounds? = nil) {
        self.name = name
        self.help = help
        self.buckets = buckets
    }
}
