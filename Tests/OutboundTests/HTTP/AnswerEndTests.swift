import HTTPTypes
import Testing

@testable import Outbound

@Suite struct AnswerEndTests {
    private static func end(
        _ fields: [(HTTPField.Name, String)], version: String = "HTTP/1.1", status: Int? = 200
    ) -> AnswerEnd? {
        var end = AnswerEnd(version: version.utf8)
        for (name, value) in fields { guard end.read(name, value) else { return nil } }
        if let status { end.endHeader(status: status) }
        return end
    }

    @Test func a_length_is_held_against_the_bytes_that_came() throws {
        let end = try #require(Self.end([(.contentType, "text/plain"), (.contentLength, "5")]))
        #expect(end.isWhole(bytes: 5, heardGoodbye: false) && !end.isByHangingUp)
        for bytes in [0, 4, 6] { #expect(!end.isWhole(bytes: bytes, heardGoodbye: true)) }
    }

    @Test(arguments: ["chunked", "Chunked", "gzip, chunked", "gzip,\tchunked "])
    func chunks_and_frames_tell_the_end_themselves(coding: String) throws {
        let chunked = try #require(Self.end([(.transferEncoding, coding), (.contentLength, "9")]))
        #expect(chunked.isWhole(bytes: 5, heardGoodbye: false) && !chunked.isByHangingUp)
        for version in ["HTTP/2", "HTTP/3"] {
            let framed = try #require(Self.end([], version: version))
            #expect(framed.isWhole(bytes: 5, heardGoodbye: false) && !framed.isByHangingUp)
        }
    }

    @Test(arguments: ["", "gzip", "chunked, gzip", "xchunked", "identity"])
    func without_any_of_them_a_goodbye_is_needed(coding: String) throws {
        let end = try #require(Self.end(coding.isEmpty ? [] : [(.transferEncoding, coding)]))
        #expect(end.isByHangingUp && end.isWhole(bytes: 5, heardGoodbye: true))
        #expect(!end.isWhole(bytes: 5, heardGoodbye: false))
    }

    @Test func a_header_without_its_empty_line_is_never_whole() throws {
        for version in ["HTTP/1.1", "HTTP/2"] {
            let end = try #require(Self.end([(.contentLength, "0")], version: version, status: nil))
            #expect(!end.isWhole(bytes: 0, heardGoodbye: true) && !end.isByHangingUp)
        }
    }

    @Test(arguments: [204, 304]) func what_has_no_body_is_whole_without_one(status: Int) throws {
        let end = try #require(Self.end([(.contentLength, "500")], status: status))
        #expect(end.isWhole(bytes: 0, heardGoodbye: false) && !end.isByHangingUp)
    }

    @Test(arguments: [400, 403, 404, 429, 500, 503]) func what_says_no_needs_no_goodbye(status: Int) throws {
        let end = try #require(Self.end([], status: status))
        #expect(end.isWhole(bytes: 5, heardGoodbye: false))
        // What it says of its length holds all the same.
        let short = try #require(Self.end([(.contentLength, "9")], status: status))
        #expect(!short.isWhole(bytes: 5, heardGoodbye: true))
    }

    @Test(arguments: ["", "-1", "+5", "5.0", "0x5", "five", "5, 5", "99999999999999999999"])
    func a_length_that_is_none_is_refused(value: String) {
        #expect(Self.end([(.contentLength, value)]) == nil)
        #expect(Self.end([(.contentLength, "5"), (.contentLength, "6")]) == nil)
        #expect(Self.end([(.contentLength, "5"), (.contentLength, "5")]) != nil)
    }
}
