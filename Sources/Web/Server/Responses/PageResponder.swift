import Companies
import Compression
import HTTPTypes
import Hummingbird
import Pages
import Vault

/// Sends pages and JSON of a company: private, revalidated by an ETag of what they were made from, compressed when the
/// client can.
struct PageResponder: Sendable {
    /// Below this size compressing costs more than it saves.
    private static let compressionFloor = 1_024

    let templates: TemplateLibrary
    /// Changes with every build and start, so that a new version's pages are fetched anew.
    let build: String

    /// What a page was made from.
    struct Version: Sendable {
        let member: Member
        /// The company's data version.
        let data: Int
        /// Days since 2000: ages on the page change daily.
        let day: Int32

        fileprivate func tag(_ request: Request, build: String) -> String {
            let parts = [
                build, Base64URL.encode(member.token.hash.bytes), member.company.description,
                member.session.role.rawValue,
                "\(data)", "\(day)", request.uri.string,
            ]
            return "W/\"\(Base64URL.encode(Array(sha256(Array(parts.joined(separator: "|").utf8)).prefix(12))))\""
        }
    }

    func page(_ page: some Page, version: Version, request: Request) -> Response {
        conditional(version, request, type: "text/html; charset=utf-8") { templates.render(page) }
    }

    func json(_ bytes: @autoclosure () -> [UInt8], version: Version, request: Request) -> Response {
        conditional(version, request, type: "application/json; charset=utf-8", make: bytes)
    }

    private func conditional(
        _ version: Version, _ request: Request, type: String, make: () -> [UInt8]
    ) -> Response {
        let tag = version.tag(request, build: build)
        if let known = request.headers[.ifNoneMatch], known.split(separator: ",").contains(where: { $0.trimmed == tag })
        {
            var headers = HTTPFields()
            headers[.eTag] = tag
            headers[.cacheControl] = "private, no-cache"
            return Response(status: .notModified, headers: headers, body: ResponseBody())
        }
        var response = Self.response(make(), type: type, for: request)
        response.headers[.eTag] = tag
        response.headers[.cacheControl] = "private, no-cache"
        response.headers[.vary] = "accept-encoding, cookie"
        return response
    }

    private static func response(_ bytes: [UInt8], type: String, for request: Request) -> Response {
        guard bytes.count > compressionFloor, acceptsGzip(request), let packed = Gzip.compress(bytes, level: 1) else {
            return Response.make(bytes, type: type)
        }
        var response = Response.make(packed, type: type)
        response.headers[.contentEncoding] = "gzip"
        return response
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
