import API
import Catalog
import Foundation
import TestSupport
import Testing

@Suite struct JSONWriterTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func text(of value: some JSONValue) -> String { text(JSONWriter.array { $0.item(value) }) }

    @Test func objects_arrays_and_values_stand_where_they_belong() {
        let bytes = JSONWriter.object { fields in
            fields.field("text", "a")
            fields.field("nothing", nil as Int?)
            fields.null("null")
            fields.field("yes", true)
            fields.object("empty") { _ in }
            fields.array("none") { _ in }
            fields.array("list") { items in
                items.item(-1)
                items.item(false)
                items.null()
                items.array { inner in inner.array { $0.item(2) } }
                items.object { $0.field("n", 0.5) }
                items.object { _ in }
            }
            fields.object("last") { inner in
                inner.field("a", Int64.max)
                inner.field("b", Int64.min)
            }
        }
        #expect(
            text(bytes) == #"{"text":"a","nothing":null,"null":null,"yes":true,"empty":{},"none":[],"#
                + #""list":[-1,false,null,[[2]],{"n":0.5},{}],"#
                + #""last":{"a":9223372036854775807,"b":-9223372036854775808}}"#)
        #expect(text(JSONWriter.object { _ in }) == "{}")
        #expect(text(JSONWriter.array { _ in }) == "[]")
    }

    @Test func a_value_that_ends_like_an_opening_gets_its_comma() {
        let bytes = JSONWriter.array { items in
            for text in ["[", "{", "", ","] { items.item(text) }
        }
        #expect(text(bytes) == #"["[","{","",","]"#)
    }

    @Test func escapes_are_exactly_these() {
        #expect(
            text(of: "\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}<>&'\u{2028}\u{2029}\u{2027}é🥃")
                == #"["\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}" + #"\u003c\u003e\u0026'\u2028\u2029"#
                + "\u{2027}é🥃\"]")
    }

    @Test func every_scalar_up_to_u3000_comes_back() throws {
        let scalars = (0..<0x3000).compactMap(Unicode.Scalar.init).map(String.init)
        let bytes = JSONWriter.array { items in scalars.forEach { items.item($0) } }
        #expect(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String] == scalars)
    }

    /// Text is looked at in words of eight bytes; what needs escaping must be found at every place in and after a word.
    @Test func special_characters_are_found_at_every_place() throws {
        let specials: [String] = [
            "\"", "\\", "<", ">", "&", "\u{1F}", "\u{0}", "\u{2028}", "\u{2029}", "\u{2027}", "\u{7F}", "é",
        ]
        for special in specials {
            for before in 0..<20 {
                for after in 0..<10 {
                    let sample =
                        String(repeating: "a", count: before) + special + String(repeating: "\u{21}", count: after)
                    let bytes = JSONWriter.array { $0.item(sample) }
                    #expect(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String] == [sample])
                    #expect(isHarmless(bytes))
                }
            }
        }
    }

    /// Far more than the guessed capacity, at once and bit by bit.
    @Test(arguments: [0, 1, 63, 64, 65, 511, 512, 513, 200_000])
    func documents_of_any_length_come_back(length: Int) throws {
        for capacity in [0, 64, 512] {
            let long = String(repeating: "<", count: length)
            let once = JSONWriter.array(capacity: capacity) { $0.item(long) }
            #expect(try JSONSerialization.jsonObject(with: Data(once)) as? [String] == [long])
            let many = JSONWriter.array(capacity: capacity) { items in for number in 0..<length { items.item(number) } }
            #expect(try JSONSerialization.jsonObject(with: Data(many)) as? [Int] == Array(0..<length))
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func random_text_comes_back_and_is_harmless(seed: UInt64) throws {
        print("random text, seed \(seed)")
        var random = SeededRandom(seed: seed)
        let texts = (0..<2_000).map { _ in random.text(upTo: 60) }
        let bytes = JSONWriter.array { items in texts.forEach { items.item($0) } }
        #expect(isHarmless(bytes), "seed \(seed)")
        let parsed = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String])
        // Compared by scalars: equality of strings takes canonically equivalent ones for the same.
        #expect(parsed.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) }, "seed \(seed)")
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func random_documents_mean_to_foundation_what_was_written(seed: UInt64) throws {
        print("random documents, seed \(seed)")
        var random = SeededRandom(seed: seed)
        for round in 0..<300 {
            let tree = JSONTree.array((0..<3).map { _ in JSONTree.random(depth: 5, using: &random) })
            let bytes = JSONWriter.array { items in tree.array?.forEach { $0.write(to: &items) } }
            #expect(JSONSerialization.isValidJSONObject(try JSONSerialization.jsonObject(with: Data(bytes))))
            #expect(try JSONTree.parse(bytes) == tree, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [21, 22] as [UInt64])
    func numbers_are_written_as_swift_describes_them(seed: UInt64) {
        print("random numbers, seed \(seed)")
        var random = SeededRandom(seed: seed)
        for _ in 0..<20_000 {
            let value = random.double()
            #expect(text(of: value) == "[\(value)]", "seed \(seed)")
        }
    }

    @Test func numbers_at_the_edges_are_written_as_swift_describes_them() {
        let edges: [Double] = [
            0, -0.0, 0.01, -0.01, 0.005, 0.1, 0.10, 0.3, 0.1 + 0.2, 1, 12, 99.99, 100, 1e-5, 1e11, 999_999_999_999.99,
            1e12, 1e15, 1e16, 1e22, 4_503_599_627_370_495.5, .leastNonzeroMagnitude,
            .greatestFiniteMagnitude, .leastNormalMagnitude, 0.285, 1.005, 1.115,
        ]
        for value in edges {
            #expect(text(of: value) == "[\(value)]")
            #expect(text(of: value.nextUp) == "[\(value.nextUp)]" || value.nextUp.isInfinite)
            #expect(text(of: -value.nextDown) == "[\(-value.nextDown)]")
        }
    }

    @Test func what_json_cannot_say_is_null() {
        for value in [Double.nan, .infinity, -.infinity, .signalingNaN] { #expect(text(of: value) == "[null]") }
    }

    @Test func integers_of_every_length_come_out_whole() {
        var values: [Int64] = [.min, .max]
        var power: Int64 = 1
        for _ in 0..<18 {
            values += [power - 1, power, power + 1, -power]
            power *= 10
        }
        for value in values { #expect(text(of: value) == "[\(value)]") }
        #expect(text(of: Int.min) == "[\(Int.min)]")
    }

    @Test func ids_are_lower_case() {
        for _ in 0..<50 {
            let id = UUID()
            #expect(text(of: id) == #"[""# + id.uuidString.lowercased() + #""]"#)
        }
    }

    @Test func days_are_iso() {
        for days in stride(from: -36_524, through: 73_000, by: 97) {
            let day = CalendarDay(daysSince2000: Int32(days))
            #expect(text(of: day) == #"["\#(day)"]"#)
        }
        for day in [CalendarDay(daysSince2000: .min), CalendarDay(daysSince2000: .max)] {
            #expect(text(of: day) == #"["\#(day)"]"#)
        }
    }

    @Test(arguments: [31] as [UInt64])
    func moments_are_utc(seed: UInt64) {
        print("random moments, seed \(seed)")
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let moment = Date(timeIntervalSince1970: Double.random(in: -2e9...6e9, using: &random))
            let whole = Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.down))
            #expect(text(of: moment) == #"["\#(whole.formatted(.iso8601))"]"#, "seed \(seed)")
        }
        // Nothing traps on dates no calendar has.
        for seconds in [-Double.infinity, .infinity, .nan, 1e300, -1e300] {
            #expect(text(of: Date(timeIntervalSinceReferenceDate: seconds)).hasSuffix(#"Z"]"#))
        }
    }

    private func isHarmless(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return !text.contains { $0.value < 0x20 || "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) }
    }
}
