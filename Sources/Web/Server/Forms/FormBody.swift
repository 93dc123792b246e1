import HTTPTypes
import Hummingbird
import NIOCore
import Routes
import Vault

/// The fields of a submitted form (`application/x-www-form-urlencoded`, at most 16 KiB, the first of equal names).
struct FormBody: Sendable {
    static let limit = 16 * 1024

    /// What the names of fields begin with whose values are never texts.
    static let secretPrefix = "secret-"

    private var values: [String: String] = [:]
    /// Values of fields with the prefix, by the rest of their names.
    private(set) var secrets: [String: SecretBytes] = [:]

    /// - Throws: `FormProblem`.
    init(of request: Request) async throws {
        let type = request.headers[.contentType] ?? ""
        guard type.split(separator: ";").first?.lowercased() == "application/x-www-form-urlencoded" else {
            throw FormProblem.wrongType
        }
        var request = request
        var buffer: ByteBuffer
        do {
            buffer = try await request.collectBody(upTo: Self.limit)
        } catch is NIOTooManyBytesError {
            throw FormProblem.tooLarge
        } catch let error as HTTPError where error.status == .contentTooLarge {
            throw FormProblem.tooLarge
        }
        for pair in buffer.readableBytesView.split(separator: UInt8(ascii: "&")).prefix(100) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2,
                let name = PercentEncoding.decode(halves[0]).flatMap({ String(validating: $0, as: UTF8.self) }),
                var value = PercentEncoding.decode(halves[1])
            else { continue }
            if name.hasPrefix(Self.secretPrefix) {
                let rest = String(name.dropFirst(Self.secretPrefix.count))
                if secrets[rest] == nil { secrets[rest] = SecretBytes(copying: value) }
                cleanse(&value)
            } else if values[name] == nil, let text = String(validating: value, as: UTF8.self) {
                values[name] = text
            }
        }
        if !secrets.isEmpty { buffer.setRepeatingByte(0, count: buffer.readableBytes, at: buffer.readerIndex) }
    }

    /// The fields of a form that was made for this session.
    /// - Throws: `FormProblem`, `FormExpired` when its token is missing or another session's.
    init(of request: Request, for session: SecretToken) async throws {
        try await self.init(of: request)
        guard FormToken.isValid(self["csrf"], for: session) else { throw FormExpired() }
    }

    subscript(name: String) -> String? { values[name] }
}

/// A form that cannot be read.
enum FormProblem: Error { case wrongType, tooLarge }
