import Ingestion
import Testing

@Suite struct EncodingTests {
    private static let text = "id,name,price\n1,Château €,1.00\n2,Plain,2.00\n"

    /// With a byte order mark.
    private static func encoded(_ units: [UInt16], isBigEndian: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for unit in [0xFEFF] + units {
            let high = UInt8(truncatingIfNeeded: unit >> 8)
            let low = UInt8(truncatingIfNeeded: unit)
            bytes += isBigEndian ? [high, low] : [low, high]
        }
        return bytes
    }

    @Test func a_UTF8_mark_is_not_part_of_the_header() throws {
        #expect(try BookFixture.read([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)).names == ["Château €", "Plain"])
    }

    @Test func UTF16_is_read_in_both_orders() throws {
        let units = Array(Self.text.utf16) + Array("3,🍷 wine,1.00\n".utf16)
        for isBigEndian in [false, true] {
            let bytes = Self.encoded(units, isBigEndian: isBigEndian)
            #expect(try BookFixture.read(bytes).names == ["Château €", "Plain", "🍷 wine"])
        }
    }

    @Test func a_long_UTF16_file_is_read_to_its_end() throws {
        let text = "id,name,price\n" + (1...30_000).map { "\($0),Vin \($0) é,1.00\n" }.joined()
        let result = try BookFixture.read(Self.encoded(Array(text.utf16), isBigEndian: false))
        #expect(result.rows.count == 30_000)
        #expect(result.rows.last?.name == "Vin 30000 é")
    }

    @Test func single_records_in_Windows_1252_are_read_and_counted() throws {
        var bytes = Array("id,name,price\n1,Ch".utf8)
        bytes += [0xE2] + Array("teau ".utf8) + [0x80] + Array(",1.00\n2,Mosel \u{FC},2.00\n".utf8)
        let result = try BookFixture.read(bytes)
        #expect(result.names == ["Château €", "Mosel ü"])
        #expect(result.fileNotes.contains("1 record was not valid UTF-8 and read as Windows-1252."))
    }

    @Test func a_declared_encoding_is_used_for_every_record() throws {
        let bytes = Array("id,name,price\n1,R".utf8) + [0xE9, 0x73] + Array(",1.00\n".utf8)
        for encoding in ["latin-1", "windows-1252"] {
            #expect(try BookFixture.read(bytes, BookFixture.mapping(encoding: encoding)).names == ["Rés"])
        }
    }

    @Test func declared_UTF8_rejects_what_is_not() throws {
        let bytes = Array("id,name,price\n1,R".utf8) + [0xE9] + Array(",1.00\n2,B,2.00\n".utf8)
        let result = try BookFixture.read(bytes, BookFixture.mapping(encoding: "utf-8"))
        #expect(result.names == ["B"])
        #expect(result.rejects.first?.column == "name")
        #expect(result.reasons == ["Line 2 is not valid UTF-8."])
    }
}
