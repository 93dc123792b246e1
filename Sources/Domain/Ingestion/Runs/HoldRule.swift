/// When a file looks wrong enough to wait for a person.
enum HoldRule {
    /// A sentence saying why the file is held, or `nil` when it may be applied.
    /// - Parameters:
    ///   - read: data rows of the file.
    ///   - rejected: rows that could not be used.
    ///   - items: distinct items in this list.
    ///   - itemsBefore: distinct items in the list before it, `nil` for a first list.
    static func reason(read: Int, rejected: Int, items: Int, itemsBefore: Int?) -> String? {
        guard read > 0 else { return "the file has no rows" }
        if Double(rejected) > PriceBookImport.rejectLimit * Double(read) {
            let percent = Int((100 * Double(rejected) / Double(read)).rounded(.up))
            return "\(rejected) of \(read) rows (\(percent) %) could not be used"
        }
        if let itemsBefore, Double(items) < PriceBookImport.shrinkLimit * Double(itemsBefore) {
            return "the list has \(items) items where the one before it had \(itemsBefore)"
        }
        return nil
    }
}
