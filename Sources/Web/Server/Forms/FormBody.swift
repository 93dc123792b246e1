import HTTPTypes
import Hummingbird
import NIOCore
import Routes

/// The fields of a submitted form (`application/x-www-form-urlencoded`, at most 16 KiB, the first of equal names).
struct FormBody: Sendable {
    static let limit = 16 * 1024

    private var values: [String: String] = [:]

    /// - Throws: `FormProblem`.
    init(of request: Request) async throws {
        let type = request.headers[.contentType] ?? ""
        guard type.split(separator: ";").first?.lowercased() == "application/x-www-form-urlencoded" else {
            throw FormProblem.wrongType
        }
        var request = request
        let buffer: ByteBuffer
        do {
            buffer = try await request.collectBody(upTo: Self.limit)
        } catch is NIOTooManyBytesError {
            throw FormProblem.tooLarge
        } catch let error as HTTPError where error.status == .contentTooLarge {
            throw FormProblem.tooLarge
        }
        for pair in String(buffer: buffer).split(separator: "&").prefix(100) {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let name = PercentEncoding.decode(halves[0]),
                let value = PercentEncoding.decode(halves[1])
            else { continue }
            if values[name] == nil { values[name] = value }
        }
    }

    subscript(name: String) -> String? { values[name] }
}

/// A form that cannot be read.
enum FormProblem: Error { case wrongType, tooLarge }
