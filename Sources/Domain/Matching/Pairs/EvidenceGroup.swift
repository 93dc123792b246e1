/// What a number about a pair belongs to, as people speak of it.
package enum EvidenceGroup: String, Sendable, Hashable, CaseIterable, Codable {
    case name, maker, code, number, size, strength, vintage, age, variant, category, country, price, description
    /// How near others are.
    case rivals
    /// How often pairs that come up are the same at all.
    case start
}
