import HTTPTypes
import Hummingbird
import Routes

/// Style sheets, scripts and icons. Their names change with their content, so browsers keep them for a year.
struct AssetHandler: Sendable {
    let store: AssetStore

    func show(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let name = context.parameters.get(AssetRoute.nameParameter), let asset = store[name] else {
            throw NotFound()
        }
        let isPacked = PageResponder.acceptsGzip(request)
        let packed = isPacked ? asset.compressed : nil
        var response = Response.make(packed ?? asset.bytes, type: asset.type)
        if packed != nil { response.headers[.contentEncoding] = "gzip" }
        response.headers[.vary] = "accept-encoding"
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
