import Foundation

extension FigureDocument {
    /// The names of the profiles the program comes with.
    package static let builtInNames = ["abv-v1", "pod-v1", "pod-v2"]

    /// One of them.
    /// - Throws: `unreadable` where there is none of this name, or it is not where the program was put.
    package static func builtIn(named name: String) throws(FigureRefusal) -> FigureDocument {
        guard builtInNames.contains(name) else {
            throw .unreadable(
                "There is no profile named “\(name)”. There are: \(builtInNames.joined(separator: ", ")).")
        }
        guard let file = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "BuiltIn"),
            let data = try? Data(contentsOf: file)
        else { throw .unreadable("The profile \(name) is missing beside the program.") }
        return try read(data)
    }
}
