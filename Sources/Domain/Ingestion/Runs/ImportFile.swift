import Foundation

/// The file a run reads, and with what.
struct ImportFile: Sendable {
    let path: String
    let mapping: Mapping
    let moment: PriceBookImport.Moment

    /// The name without its folder: a path may tell about the machine.
    var name: String { URL(fileURLWithPath: path).lastPathComponent }
}
