/// What happens when a component cannot be measured.
package enum FigureMissingRule: String, CaseIterable, Codable, Sendable {
    /// Its weight goes to the others in proportion, and the result says so.
    case share
    /// There is no score without it.
    case refuse
}
