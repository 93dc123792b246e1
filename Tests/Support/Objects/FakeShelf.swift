import Foundation
import SimulationSupport
import Synchronization
import Telemetry
import Vault

/// What `FakeBucket` has and how it answers.
final class FakeShelf: Sendable {
    let objects = Mutex<[String: [UInt8]]>([:])
    let faults = Mutex<[FakeBucket.Fault]>([])

    /// Real stores allow a quarter of an hour.
    private static let mostSkew = 900.0

    func answer(_ asked: FakeSite.Asked) -> [FakeSite.Step] {
        if let refusal = refusal(of: asked) { return refusal }
        let fault = faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        switch fault {
        case .error(let status, let code, let fields): return error(asked, status, code, fields)
        case .steps(let steps): return steps
        case .unheard:
            _ = act(asked)
            return [.close]
        case .cutOff(let count):
            guard case .bytes(let bytes)? = act(asked).first else { return [.close] }
            let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound ?? 0
            return [.bytes(Array(bytes.prefix(end + count))), .close]
        case nil: return act(asked)
        }
    }

    // MARK: - Who may

    /// Why a request is not looked at any further.
    private func refusal(of asked: FakeSite.Asked) -> [FakeSite.Step]? {
        var fields: [String: String] = [:]
        for (name, value) in asked.fields {
            fields[name] = value.split(separator: " ").joined(separator: " ")
        }
        let parts = (fields["authorization"] ?? "").split(separator: " ", maxSplits: 1)
        var words: [Substring: Substring] = [:]
        for word in parts.last?.split(separator: ",") ?? [] {
            let halves = word.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if halves.count == 2 { words[halves[0]] = halves[1] }
        }
        guard parts.first == "AWS4-HMAC-SHA256", let credential = words["Credential"],
            let signed = words["SignedHeaders"]?.split(separator: ";").map(String.init)
        else { return error(asked, "400 Bad Request", "AuthorizationHeaderMalformed") }
        let signature = RequestSignature(
            method: asked.method, path: asked.path, fields: fields, region: FakeBucket.region,
            secret: FakeBucket.secret)
        guard credential.hasPrefix(FakeBucket.keyID + "/") else {
            return error(asked, "403 Forbidden", "InvalidAccessKeyId")
        }
        guard credential == "\(FakeBucket.keyID)/\(signature.scope)" else {
            return error(asked, "400 Bad Request", "AuthorizationHeaderMalformed")
        }
        let must = ["host", "x-amz-date"] + fields.keys.filter { $0.hasPrefix("x-amz-") }
        guard signed == signed.sorted(), signed.allSatisfy({ fields[$0] != nil }), must.allSatisfy(signed.contains),
            signature.digits(over: signed) == words["Signature"].map(String.init)
        else { return error(asked, "403 Forbidden", "SignatureDoesNotMatch") }
        guard let moment = Self.moment(signature.moment), abs(moment.timeIntervalSinceNow) < Self.mostSkew else {
            return error(asked, "403 Forbidden", "RequestTimeTooSkewed")
        }
        guard fields["x-amz-content-sha256"] == HexDigits.text(sha256(asked.body)) else {
            return error(asked, "400 Bad Request", "XAmzContentSHA256Mismatch")
        }
        return nil
    }

    /// - Parameter text: such as `20130524T000000Z`.
    private static func moment(_ text: String) -> Date? {
        let digits = text.filter(\.isNumber)
        guard text.count == 16, digits.count == 14 else { return nil }
        let day = digits.prefix(4) + "-" + digits.dropFirst(4).prefix(2) + "-" + digits.dropFirst(6).prefix(2)
        let time = digits.dropFirst(8).prefix(2) + ":" + digits.dropFirst(10).prefix(2) + ":" + digits.dropFirst(12)
        return try? Date("\(day)T\(time)Z", strategy: .iso8601)
    }

    // MARK: - What is done

    private func act(_ asked: FakeSite.Asked) -> [FakeSite.Step] {
        let path = String(decoding: RequestSignature.decoded(asked.path), as: UTF8.self)
        let place = "/\(FakeBucket.name)/"
        guard path.hasPrefix(place) else { return error(asked, "404 Not Found", "NoSuchBucket") }
        let key = String(path.dropFirst(place.count))
        let object = objects.withLock { $0[key] }
        switch (asked.method, object) {
        case ("PUT", _):
            objects.withLock { $0[key] = asked.body }
            return [.answer("200 OK", ["ETag": "\"\(HexDigits.text(sha256(asked.body)).prefix(32))\""])]
        case ("DELETE", _):
            objects.withLock { $0[key] = nil }
            return [.text("HTTP/1.1 204 No Content\r\n\r\n")]
        case ("GET", let object?): return [.answer("200 OK", [:], object)]
        case ("HEAD", let object?): return [.text("HTTP/1.1 200 OK\r\nContent-Length: \(object.count)\r\n\r\n")]
        case ("GET", nil), ("HEAD", nil): return error(asked, "404 Not Found", "NoSuchKey")
        default: return error(asked, "405 Method Not Allowed", "MethodNotAllowed")
        }
    }

    private func error(
        _ asked: FakeSite.Asked, _ status: String, _ code: String, _ fields: [String: String] = [:]
    ) -> [FakeSite.Step] {
        let quoted = asked.fields.map { "\($0.name):\($0.value)" }.joined(separator: "&#10;")
        let body = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>\(code)</Code><Message>This is about \(asked.path).</Message>\
            <AWSAccessKeyId>\(FakeBucket.keyID)</AWSAccessKeyId><CanonicalRequest>\(quoted)</CanonicalRequest></Error>
            """.utf8)
        guard asked.method == "HEAD" else { return [.answer(status, fields, body)] }
        return [.text("HTTP/1.1 \(status)\r\nContent-Length: \(body.count)\r\n\r\n")]
    }
}
