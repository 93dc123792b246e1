import TestSupport
import Testing

/// The tests' own SigV4 comes to what the documentation of S3 publishes, so it may judge the product's.
@Suite struct RequestSignatureTests {
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private func signature(_ method: String, _ path: String, _ fields: [String: String]) -> String {
        let more = ["host": "examplebucket.s3.amazonaws.com", "x-amz-date": "20130524T000000Z"]
        let request = RequestSignature(
            method: method, path: path, fields: fields.merging(more) { $1 }, region: "us-east-1",
            secret: FakeBucket.secret)
        return request.digits(over: request.fields.keys.sorted())
    }

    @Test func the_published_examples_come_out() {
        #expect(
            signature("GET", "/test.txt", ["range": "bytes=0-9", "x-amz-content-sha256": Self.empty])
                == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
        let put = [
            "date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY",
            "x-amz-content-sha256": "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
        ]
        let digits = "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        // However the path is written, it is the same place.
        #expect(signature("PUT", "/test%24file.text", put) == digits)
        #expect(signature("PUT", "/test$file.text", put) == digits)
    }

    @Test func anything_else_comes_to_something_else() {
        let one = signature("GET", "/a", ["x-amz-content-sha256": Self.empty])
        #expect(signature("HEAD", "/a", ["x-amz-content-sha256": Self.empty]) != one)
        #expect(signature("GET", "/b", ["x-amz-content-sha256": Self.empty]) != one)
        #expect(signature("GET", "/a", ["x-amz-content-sha256": "UNSIGNED-PAYLOAD"]) != one)
    }
}
