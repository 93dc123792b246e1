/// Two records, and whether they are the same thing.
package struct LabelledPair: Sendable, Hashable {
    /// As the file names it.
    package let id: String
    /// Places in `PairSet.left` and `PairSet.right`.
    package let left: Int
    package let right: Int
    /// Nil where nobody has said.
    package let isSame: Bool?

    package init(id: String, left: Int, right: Int, isSame: Bool?) {
        self.id = id
        self.left = left
        self.right = right
        self.isSame = isSame
    }
}
