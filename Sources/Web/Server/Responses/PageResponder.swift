import Companies
import Compression
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Vault

/// Sends pages and JSON of a company: private, revalidated by an ETag of what they were made from, kept until that
/// changes, compressed when the client can.
struct PageResponder: Sendable {
    /// Below this size compressing costs more than it saves.
    private static let compressionFloor = 1_024

    let templates: TemplateLibrary
    let frame: Frame
    let cache: AnswerCache
    /// Changes with every build and start, so that a new version's pages are fetched anew.
    let build: String

    /// - Parameter make: reads and makes the page; called only when it is not kept.
    func page<P: FramedPage>(
        _ request: Request, _ member: Member, make: () async throws -> P
    ) async throws -> Response {
        try await answer(request, Reader(member), member, type: "text/html; charset=utf-8") {
            KeptAnswer(content: templates.content(of: try await make()))
        }
    }

    /// - Parameter make: reads and writes the answer; called only when it is not kept.
    func json(_ request: Request, _ reader: Reader, make: () async throws -> [UInt8]) async throws -> Response {
        try await answer(request, reader, nil, type: "application/json; charset=utf-8") {
            KeptAnswer(bytes: try await make())
        }
    }

    /// - Parameter member: whose frame goes around a page; nil for an answer of the API.
    private func answer(
        _ request: Request, _ reader: Reader, _ member: Member?, type: String, make: () async throws -> KeptAnswer
    ) async throws -> Response {
        let key = AnswerCache.Key(
            company: reader.company, role: reader.role, dataVersion: reader.dataVersion,
            quarterHour: Int64(exactly: (frame.now().timeIntervalSince1970 / 900).rounded(.down)) ?? 0,
            target: request.uri.string)
        let tag = tag(of: key, for: reader)
        if let known = request.headers[.ifNoneMatch], known.split(separator: ",").contains(where: { $0.trimmed == tag })
        {
            var headers = HTTPFields()
            headers[.eTag] = tag
            headers[.cacheControl] = "private, no-cache"
            return Response(status: .notModified, headers: headers, body: ResponseBody())
        }
        let kept: KeptAnswer
        if let known = cache.answer(for: key) {
            kept = known
        } else {
            kept = try await make()
            cache.keep(kept, for: key)
        }
        var response = response(kept, member, type: type, for: request)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.vary] = "accept-encoding, authorization, cookie"
        return response
    }

    private func response(_ kept: KeptAnswer, _ member: Member?, type: String, for request: Request) -> Response {
        let around = kept.content.flatMap { content in
            member.map { member in
                templates.frame(frame.page(for: member, freshness: content.freshness), around: content)
            }
        }
        guard kept.bytes.count > Self.compressionFloor, Self.acceptsGzip(request),
            let packed = Self.packed(kept, around)
        else {
            return Response.make(Self.joined(kept.bytes, around), type: type)
        }
        var response = Response.make(packed, type: type)
        response.headers[.contentEncoding] = "gzip"
        return response
    }

    /// Written once into place; nothing is copied twice.
    private static func joined(_ main: [UInt8], _ around: RenderedFrame?) -> [UInt8] {
        guard let around else { return main }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(around.before.count + main.count + around.after.count)
        bytes += around.before
        bytes += main
        bytes += around.after
        return bytes
    }

    /// The kept part was packed before; only the frame is packed for this request, apart from it, so that the form's
    /// token never shares a window with anything a request could reflect.
    private static func packed(_ kept: KeptAnswer, _ around: RenderedFrame?) -> [UInt8]? {
        guard let main = kept.packed() else { return nil }
        guard let around else { return Gzip.join([main]) }
        guard let before = GzipPiece(around.before, level: 1), let after = GzipPiece(around.after, level: 1) else {
            return nil
        }
        return Gzip.join([before, main, after])
    }

    private func tag(of key: AnswerCache.Key, for reader: Reader) -> String {
        let parts = [
            build, Base64URL.encode(reader.mark), key.company.description, key.role.rawValue,
            "\(key.dataVersion)", "\(key.quarterHour)", key.target,
        ]
        return "W/\"\(Base64URL.encode(Array(sha256(Array(parts.joined(separator: "|").utf8)).prefix(12))))\""
    }

    static func acceptsGzip(_ request: Request) -> Bool {
        guard let accepted = request.headers[.acceptEncoding] else { return false }
        return accepted.split(separator: ",").contains { part in
            let pieces = part.split(separator: ";")
            guard let name = pieces.first?.trimmed, name == "gzip" || name == "*" else { return false }
            return !pieces.dropFirst().contains { $0.trimmed == "q=0" || $0.trimmed == "q=0.0" }
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " }
        return start.last == " " ? start.prefix(start.count - 1) : start
    }
}
