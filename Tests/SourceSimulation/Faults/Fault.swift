import Compression
import SimulationSupport

/// What can go wrong with an answer.
package enum Fault: Sendable, Hashable {
    /// Another status, with a field of its own if wanted, such as `Retry-After`.
    case status(Int, retryAfter: String? = nil)
    /// No answer, and the connection stays.
    case hang
    /// A byte every tenth of a second.
    case drip
    /// The connection goes in the middle.
    case reset
    /// A packed body that ends too early.
    case truncatedGzip
    /// More is promised than comes.
    case wrongLength
    case endless
    case redirectLoop
    case redirectInside
    /// To another place, such as a page of another host that asks for a person.
    case redirect(to: String)
    /// A page of a wall that asks for a person.
    case challenge
    /// A page where something else should be.
    case page
    /// Bytes that are no text.
    case invalidText
    /// So many megabytes.
    case huge(Int)
    /// A member of JSON goes by another name; all else is as it was.
    case renamed(String, to: String)

    /// What is sent instead of the right answer.
    func steps(instead steps: [FakeSite.Step], of asked: FakeSite.Asked) -> [FakeSite.Step] {
        let body = FakeSite.Step.body(of: steps)
        switch self {
        case .status(let status, let retryAfter):
            return [.answer("\(status) Fault", retryAfter.map { ["Retry-After": $0] } ?? [:])]
        case .hang: return [.hang]
        case .drip:
            return [.text("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")]
                + (0..<300).flatMap { _ in [FakeSite.Step.text("x"), .pause(milliseconds: 100)] }
        case .reset:
            return [
                .text("HTTP/1.1 200 OK\r\nContent-Length: \(body.count + 1)\r\n\r\n"),
                .bytes(Array(body.prefix(body.count / 2))), .close,
            ]
        case .truncatedGzip:
            let packed = Gzip.compress(body) ?? []
            let half = Array(packed.prefix(packed.count / 2))
            return [.answer("200 OK", ["Content-Encoding": "gzip"], half)]
        case .wrongLength:
            return [.text("HTTP/1.1 200 OK\r\nContent-Length: \(body.count + 100)\r\n\r\n"), .bytes(body), .close]
        case .endless:
            return [
                .text("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), .endless([UInt8](repeating: 65, count: 16_384)),
            ]
        case .redirectLoop: return [.answer("302 Found", ["Location": asked.path])]
        case .redirectInside: return [.answer("302 Found", ["Location": "http://169.254.169.254/latest/meta-data/"])]
        case .redirect(let place): return [.answer("302 Found", ["Location": place])]
        case .challenge:
            return [
                .answer("403 Forbidden", ["cf-mitigated": "challenge"], Array("<title>Just a moment...</title>".utf8))
            ]
        case .page:
            return [.answer("200 OK", ["Content-Type": "text/html"], Array("<html><body>Cookies?</body></html>".utf8))]
        case .invalidText: return [.answer("200 OK", [:], body.map { $0 == UInt8(ascii: "a") ? 0xFF : $0 })]
        case .renamed(let name, let other):
            let text = String(decoding: body, as: UTF8.self).replacing("\"\(name)\":", with: "\"\(other)\":")
            return [.answer("200 OK", ["Content-Type": "application/json"], Array(text.utf8))]
        case .huge(let megabytes):
            return [
                .text("HTTP/1.1 200 OK\r\nContent-Length: \(megabytes << 20)\r\n\r\n"),
                .endless([UInt8](repeating: 65, count: 65_536)),
            ]
        }
    }
}

extension FakeSite.Step {
    /// The body of an answer that is whole.
    static func body(of steps: [FakeSite.Step]) -> [UInt8] {
        let bytes = steps.flatMap { step -> [UInt8] in
            if case .bytes(let bytes) = step { return bytes }
            return []
        }
        let end = Array("\r\n\r\n".utf8)
        guard let head = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return [] }
        return Array(bytes[(head + end.count)...])
    }
}
