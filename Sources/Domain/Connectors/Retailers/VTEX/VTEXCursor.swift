/// Where the reading of a shop stands.
struct VTEXCursor {
    var regionID: String?
    var sellers: [String]
    /// What is still to be read, the present query first.
    var queue: [VTEXQuery]
    /// All categories, ids with slashes between, once they were asked for: the shop answers that question seldom.
    var tree: [String]
    /// The first item of the next window.
    var from: Int

    init(_ cursor: SourceCursor) {
        regionID = cursor["region"]
        sellers = cursor["sellers"]?.split(separator: ";").map(String.init) ?? []
        queue = cursor["queue"]?.split(separator: ";").compactMap { VTEXQuery(text: $0) } ?? []
        tree = cursor["tree"]?.split(separator: ";").map(String.init) ?? []
        from = max(0, cursor["from"].flatMap { Int($0) } ?? 0)
    }

    var cursor: SourceCursor {
        var cursor = SourceCursor()
        cursor["region"] = regionID
        cursor["sellers"] = sellers.joined(separator: ";")
        cursor["queue"] = queue.map(\.text).joined(separator: ";")
        cursor["tree"] = tree.isEmpty ? nil : tree.joined(separator: ";")
        cursor["from"] = "\(from)"
        return cursor
    }
}
