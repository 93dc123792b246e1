import Documents

/// A category of a shop with those below it.
struct VTEXCategory: Sendable, Hashable {
    let id: String
    /// Its id after those above it, with slashes between.
    let path: String
    let children: [VTEXCategory]

    init?(_ json: JSONValue, above: String) {
        guard let id = json.text("id"), id.allSatisfy(\.isNumber) else { return nil }
        let path = above.isEmpty ? id : "\(above)/\(id)"
        self.id = id
        self.path = path
        children = (json["children"]?.list ?? []).compactMap { VTEXCategory($0, above: path) }
    }
}
