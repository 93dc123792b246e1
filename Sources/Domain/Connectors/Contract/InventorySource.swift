/// A source that says how much there is of things that are known already.
package protocol InventorySource: Sendable {
    /// - Parameter ids: external ids, at most `mostIDs` of them.
    /// - Returns: what it says of each that it knows; the others are missing.
    func inventory(of ids: [String], through door: SourceDoor) async throws -> SourcePage<SourceProduct>

    var mostIDs: Int { get }
}
