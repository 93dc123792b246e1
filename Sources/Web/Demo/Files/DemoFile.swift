package import Catalog
import Foundation

/// One place's price list of one day. Its bytes are only made when asked for.
package struct DemoFile: Sendable {
    package let company: String
    /// Slug of the source that published it.
    package let source: String
    package let sourceTitle: String
    /// The name of the mapping to read it with, see `DemoMappings`.
    package let mapping: String
    /// The day the list was true.
    package let day: CalendarDay
    /// `harbor-lane/ridgeway-2025-11-17.csv`.
    package let name: String

    let week: Int
    let layout: FileLayout
    let listings: [DemoListing]

    /// Rows of the list, without the header.
    package var rowCount: Int {
        listings.count { $0.carriage.contains(week) }
    }

    /// The whole file.
    package func contents() -> [UInt8] {
        var bytes = layout.opening
        bytes.reserveCapacity(listings.count * 160)
        let dayText = Array(day.description.utf8)
        var isFirst = true
        for listing in listings where listing.carriage.contains(week) {
            if !isFirst { bytes.append(contentsOf: layout.between) }
            isFirst = false
            listing.template.append(
                listing.states[week], day: dayText, unitsPerCase: listing.product.package.unitsPerCase, to: &bytes)
        }
        bytes.append(contentsOf: layout.closing)
        return bytes
    }

    /// Writes the file as `directory/name`, making folders as needed.
    /// - Returns: the file's path.
    /// - Throws: what the file system says.
    @discardableResult
    package func write(into directory: String) throws -> String {
        let file = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(contents()).write(to: file, options: .atomic)
        return file.path
    }
}
