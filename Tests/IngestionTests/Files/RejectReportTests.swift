import Ingestion
import Testing

@Suite struct RejectReportTests {
    private static func line(_ raw: String, column: String? = "a,b", reason: String = "is \"bad\"") -> String {
        RejectReport.line(RowReject(line: 7, column: column, reason: reason, raw: Array(raw.utf8)))
    }

    @Test func cells_are_quoted_where_needed() {
        #expect(Self.line("1,2") == "7,\"a,b\",\"is \"\"bad\"\"\",\"1,2\"\r\n")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1"])
    func formulas_are_disarmed(_ raw: String) {
        #expect(Self.line(raw, column: nil, reason: "r") == "7,,r,'\(raw)\r\n")
    }

    @Test func control_characters_and_length_are_tamed() {
        #expect(Self.line("a\nb\u{0}c", column: nil, reason: "r") == "7,,r,a b c\r\n")
        #expect(Self.line(String(repeating: "é", count: 3_000), column: nil, reason: "r").count < 520)
    }

    @Test func raw_bytes_are_cut() {
        let reject = RowReject(line: 1, column: nil, reason: "", raw: [UInt8](repeating: 65, count: 100_000))
        #expect(reject.raw.count == RowReject.rawLimit)
    }
}
