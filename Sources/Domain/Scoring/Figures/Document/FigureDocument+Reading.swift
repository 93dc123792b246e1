package import Foundation

extension FigureDocument {
    /// Reads a document and checks it.
    ///
    /// - Parameter data: JSON in UTF-8.
    /// - Throws: `unknownKeys` or `unreadable` at the first thing that cannot be read, else `invalid` with all problems.
    package static func read(_ data: Data) throws(FigureRefusal) -> FigureDocument {
        let document = try decode(data)
        let problems = document.problems
        guard problems.isEmpty else { throw .invalid(problems) }
        return document
    }

    private static func decode(_ data: Data) throws(FigureRefusal) -> FigureDocument {
        do {
            return try JSONDecoder().decode(FigureDocument.self, from: data)
        } catch let refusal as FigureRefusal {
            throw refusal
        } catch let problem as DecodingError {
            throw .unreadable(sentence(problem))
        } catch {
            throw .unreadable(unreadable)
        }
    }

    /// What is said where nothing is known of the place: the text is no JSON, or a number in it is too large.
    private static let unreadable = "The profile is not JSON that can be read, or a number in it is too large."

    private static func sentence(_ problem: DecodingError) -> String {
        switch problem {
        case .keyNotFound(let key, let context):
            "The key “\(key.stringValue)” is missing in \(context.codingPath.place)."
        case .valueNotFound(_, let context):
            "The value of \(context.codingPath.place) is missing."
        case .typeMismatch(_, let context):
            "The value of \(context.codingPath.place) is of the wrong kind."
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            unreadable
        case .dataCorrupted(let context):
            "The value of \(context.codingPath.place) cannot be used."
        @unknown default:
            "The profile cannot be read."
        }
    }
}
