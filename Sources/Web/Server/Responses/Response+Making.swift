import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        make(bytes, type: "text/html; charset=utf-8", status: status)
    }

    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        make(bytes, type: "application/json; charset=utf-8", status: status)
    }

    static func make(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        headers[.contentLength] = "\(bytes.count)"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// 303: the browser continues with a GET.
    static func redirect(to path: String) -> Response {
        var headers = HTTPFields()
        headers[.location] = path
        headers[.contentLength] = "0"
        headers[.cacheControl] = "no-store"
        return Response(status: .seeOther, headers: headers, body: ResponseBody())
    }
}
