import Foundation
import Logging
import TestSupport
import Testing

@testable import Telemetry

/// One valid record for each event, whatever is in it (S-091).
@Suite struct LineLogHandlerTests {
    private struct Secret: Error {}

    private func logger(_ format: LogFormat, _ sink: MemorySink) -> Logger {
        var logger = Logger(label: "test") {
            LineLogHandler(
                label: $0, format: format, sink: sink, now: { Date(timeIntervalSince1970: 1_763_683_200.1239) })
        }
        logger.logLevel = .trace
        return logger
    }

    static let hostile = [
        "a\nb", "a\r\nb", "\u{1B}[2J\u{1B}[31mred", "\",\"level\":\"info\",\"x\":\"", "}\n{\"level\":\"info\"}", "\\",
        "\\\"",
        "\u{0}\u{1}\u{7F}\u{85}\u{9B}31m", "\u{2028}\u{2029}", "\u{202E}txet\u{202C}", "naïve 日本 🍷", "\u{FEFF}", "",
        String(repeating: "\n", count: 10_000), String(repeating: "🍷", count: 10_000), "a\u{301}\u{301}\u{301}",
        "</script><script>", "$(reboot)", "%s%n", "null", "{\"a\":1}",
    ]

    @Test(arguments: hostile)
    func json_stays_one_valid_record(_ text: String) throws {
        let sink = MemorySink()
        var logger = logger(.json, sink)
        logger[metadataKey: text + "k"] = .string(text)
        logger.info(
            "\(text)", metadata: ["value": .string(text), "list": [.string(text)], "nested": ["k": .string(text)]])
        let record = try #require(sink.records.first)
        #expect(sink.records.count == 1)
        #expect(record.utf8.count { $0 == UInt8(ascii: "\n") } == 1 && record.hasSuffix("}\n"))
        #expect(record.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
        #expect(record.utf8.count < 40_000)
        let object = try #require(sink.objects.first ?? nil)
        let bounded = text.utf8.count <= 4_096
        for name in ["message", "value"] where bounded { #expect(object[name] as? String == text) }
        if !bounded { #expect((object["value"] as? String)?.hasSuffix("…") == true) }
    }

    @Test(arguments: hostile)
    func text_stays_one_line(_ text: String) {
        let sink = MemorySink()
        logger(.text, sink).info("\(text)", metadata: [text + "k": .string(text)])
        #expect(sink.records.count == 1)
        #expect(sink.text.utf8.count { $0 == UInt8(ascii: "\n") } == 1 && sink.text.utf8.last == UInt8(ascii: "\n"))
        #expect(sink.text.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
    }

    @Test func a_record_has_the_fields_programs_look_for() throws {
        let sink = MemorySink()
        var logger = logger(.json, sink)
        logger[metadataKey: "hb.request.id"] = "r1"
        logger.log(
            level: .error, "failed", error: Secret(),
            metadata: [
                "ms": .stringConvertible(1.5), "rows": .stringConvertible(12), "ok": .stringConvertible(true),
                "level": "mine", "nan": .stringConvertible(Double.nan),
            ])
        let object = try #require(sink.objects.first ?? nil)
        #expect(object["time"] as? String == "2025-11-21T00:00:00.123Z")
        #expect(object["level"] as? String == "error" && object["message"] as? String == "failed")
        #expect(object["logger"] as? String == "test" && object["request_id"] as? String == "r1")
        #expect(object["error"] as? String == "Secret()" && object["metadata_level"] as? String == "mine")
        #expect(sink.text.contains("\"ms\":1.5,") && sink.text.contains("\"rows\":12}"))
        #expect(sink.text.contains("\"ok\":true,") && sink.text.contains("\"nan\":\"nan\""))
    }

    @Test func what_the_task_works_for_is_in_every_line() async throws {
        let sink = MemorySink()
        let logger = logger(.json, sink)
        let work = WorkScope(trace: TraceContext(TraceIDs()), requestID: "r2", metadata: ["kind": "import"])
        await WorkScope.$current.withValue(work) {
            logger.info("one")
            work.recognise(company: "c1", identity: "i1")
            await Task { logger.info("two", metadata: ["request_id": "mine"]) }.value
        }
        logger.info("three")
        let objects = sink.objects.compactMap { $0 }
        #expect(objects[0]["request_id"] as? String == "r2" && objects[0]["company_id"] == nil)
        #expect(objects[0]["trace_id"] as? String == work.trace.traceID && objects[0]["kind"] as? String == "import")
        #expect(objects[1]["company_id"] as? String == "c1" && objects[1]["identity_id"] as? String == "i1")
        #expect(objects[1]["request_id"] as? String == "mine", "the author of a line knows best")
        #expect(objects[2]["request_id"] == nil && objects[2]["trace_id"] == nil)
    }

    @Test func moments_are_written_as_the_calendar_has_them() {
        let formatter = ISO8601DateFormatter()
        for day in stride(from: 0, to: 80_000, by: 37) {
            let moment = Date(timeIntervalSince1970: Double(day) * 86_400 + Double(day % 86_400))
            #expect(LogTime.text(moment) == formatter.string(from: moment).replacing("Z", with: ".000Z"))
        }
        #expect(LogTime.text(Date(timeIntervalSince1970: -5)) == "1970-01-01T00:00:00.000Z")
        #expect(LogTime.text(.distantFuture) == "4001-01-01T00:00:00.000Z")
    }

    @Test func a_flood_of_fields_is_cut() throws {
        let sink = MemorySink()
        let metadata = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("k\($0)", Logger.MetadataValue("v")) })
        logger(.json, sink).info("many", metadata: metadata)
        #expect(try #require(sink.objects.first ?? nil).count == 68)
    }
}
