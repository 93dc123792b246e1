import Foundation
import Scoring

/// The profiles the program comes with, read as it reads them.
enum BuiltInDocuments {
    static let names = FigureDocument.builtInNames

    /// As it stands in the sources.
    static func data(_ name: String) throws -> Data {
        let root = (0..<5).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
        return try Data(contentsOf: root.appending(path: "Sources/Domain/Scoring/Figures/BuiltIn/\(name).json"))
    }

    static func read(_ name: String) throws -> FigureDocument {
        try FigureDocument.builtIn(named: name)
    }
}
