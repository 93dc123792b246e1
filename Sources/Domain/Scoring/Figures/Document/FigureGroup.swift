/// Whom a subject is compared with.
package enum FigureGroup: String, CaseIterable, Codable, Sendable {
    case category, all
}
