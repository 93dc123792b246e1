/// A job that is to be enqueued in the model, and its row in `jobs`.
package struct ModelJob: Sendable {
    package let number: Int
    package let company: Int
    package let kind: Int
    /// Equal numbers are equal arguments.
    package let arguments: Int
    package var uniqueKey: Int?
    /// Seconds from now; `nil` for at once. With `needs` the deadline.
    package var dueIn: Double?
    package var needs: [Int]

    package init(
        number: Int, company: Int, kind: Int, arguments: Int = 0, uniqueKey: Int? = nil, dueIn: Double? = nil,
        needs: [Int] = []
    ) {
        self.number = number
        self.company = company
        self.kind = kind
        self.arguments = arguments
        self.uniqueKey = uniqueKey
        self.dueIn = dueIn
        self.needs = needs
    }
}
