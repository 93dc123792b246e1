/// A public holiday of one year.
package struct Holiday: Sendable, Hashable {
    /// As people say it in English: "Thanksgiving".
    package let name: String
    package let date: CivilDate
    /// Whether this is the free working day given in place of one at a weekend.
    package let isSubstitute: Bool
}
