package import Foundation

/// A place in a list of rows: the moment it is ordered by, and the id of the row.
package struct RowCursor: Sendable, Hashable {
    package let moment: ExactMoment
    package let id: UUID

    package init(moment: ExactMoment, id: UUID) {
        self.moment = moment
        self.id = id
    }

    /// As it stands in addresses.
    package var text: String { "\(moment.rawValue)~\(id.uuidString.lowercased())" }

    /// - Returns: nil for what no place is written as.
    package init?(text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 2, let moment = Int64(parts[0]), let id = UUID(uuidString: String(parts[1])) else {
            return nil
        }
        self.init(moment: ExactMoment(rawValue: moment), id: id)
    }
}
