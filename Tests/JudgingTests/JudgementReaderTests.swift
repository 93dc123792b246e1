import Testing

@testable import Judging

/// An answer has the form that was asked for, or it is none.
@Suite struct JudgementReaderTests {
    private static func read(_ text: String) throws(JudgeProblem) -> [String: PairVerdict] {
        try JudgementReader.read(text, ids: ["a", "b"])
    }

    private static func one(
        id: String = "\"a\"", verdict: String = "\"same\"", confidence: String = "0.9",
        reason: String = "\"Same words.\"",
        more: String = ""
    ) -> String {
        "{\"id\":\(id),\"verdict\":\(verdict),\"confidence\":\(confidence),\"reason\":\(reason)\(more)}"
    }

    @Test func an_answer_is_read() throws {
        let said = try Self.read(
            " {\"judgements\": [\(Self.one()), \(Self.one(id: "\"b\"", verdict: "\"unsure\"", confidence: "1"))]}\n")
        #expect(said["a"] == PairVerdict(verdict: .same, confidence: 0.9, reason: "Same words."))
        #expect(said["b"]?.verdict == .unsure && said.count == 2)
        #expect(try Self.read("{\"judgements\":[]}").isEmpty)
    }

    @Test(arguments: [
        ("", JudgeProblem.Flaw.notJSON), ("Here you are: {}", .notJSON), ("{\"judgements\":[", .notJSON),
        ("{\"judgements\":[]} and more", .notJSON), ("[]", .notASchema), ("{}", .notASchema), ("null", .notASchema),
        ("{\"judgements\":{}}", .notASchema), ("{\"judgements\":[],\"note\":1}", .notASchema),
        ("{\"judgements\":[],\"judgements\":[]}", .notASchema), ("{\"judgements\":[1]}", .notASchema),
        ("{\"judgements\":[\(one(verdict: "\"maybe\""))]}", .notASchema),
        ("{\"judgements\":[\(one(verdict: "true"))]}", .notASchema),
        ("{\"judgements\":[\(one(confidence: "\"0.9\""))]}", .notASchema),
        ("{\"judgements\":[\(one(reason: "null"))]}", .notASchema), ("{\"judgements\":[\(one(id: "1"))]}", .notASchema),
        ("{\"judgements\":[\(one(more: ",\"price\":1"))]}", .notASchema),
        ("{\"judgements\":[\(one(more: ",\"id\":\"b\""))]}", .notASchema),
        ("{\"judgements\":[\(one(confidence: "1.01"))]}", .confidence),
        ("{\"judgements\":[\(one(confidence: "-0.1"))]}", .confidence),
        ("{\"judgements\":[\(one(confidence: "1e999"))]}", .confidence),
        ("{\"judgements\":[\(one(reason: "\" \\u0007\\u202e \""))]}", .reason),
        ("{\"judgements\":[\(one(id: "\"c\""))]}", .unknownID), ("{\"judgements\":[\(one()),\(one())]}", .repeatedID),
    ])
    func what_has_another_form_is_refused(text: String, flaw: JudgeProblem.Flaw) {
        #expect(throws: JudgeProblem.wrongShape(flaw)) { try Self.read(text) }
    }

    @Test func a_reason_is_one_line_that_steers_nothing() throws {
        #expect(
            JudgementReader.clean("  Same\u{1B}[31m\r\n words\u{202E}\u{200B} and\u{A0}size.\u{0} ")
                == "Same [31m words and size.")
        let long = JudgementReader.clean(String(repeating: "é", count: 1_000))
        #expect(long.unicodeScalars.count == JudgementReader.mostReason && long.hasSuffix("…"))
    }
}
