/// What is known of a subject on a day.
package struct FigureRow: Hashable, Sendable {
    package let subject: String
    /// What the subject is compared within; nil is compared with all.
    package let category: String?
    /// Days since any day, the same one for the whole table.
    package let day: Int
    /// Figures by the names of the inputs, in their units. Others are left aside.
    package let values: [String: Double]

    package init(subject: String, category: String?, day: Int, values: [String: Double]) {
        self.subject = subject
        self.category = category
        self.day = day
        self.values = values
    }
}
