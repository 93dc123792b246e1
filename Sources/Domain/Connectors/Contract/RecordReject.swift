/// A record that cannot be read, for a person to read.
package struct RecordReject: Sendable, Hashable {
    /// Its place on the page, from 0.
    package let index: Int
    package let reason: String

    package init(index: Int, reason: String) {
        self.index = index
        self.reason = reason
    }
}
