import Foundation
import Scoring
import Testing

@Suite struct DocumentReadingTests {
    /// Why the first profile of print on demand is refused once a part of its text is another.
    private static func refusal(replacing part: String, by other: String) throws -> FigureRefusal? {
        let text = try #require(String(data: BuiltInDocuments.data("pod-v1"), encoding: .utf8))
        let place = try #require(text.range(of: part))
        return refusal(text.replacingCharacters(in: place, with: other))
    }

    private static func refusal(_ text: String) -> FigureRefusal? {
        do {
            _ = try FigureDocument.read(Data(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    private static let noPlace = "The profile is not JSON that can be read, or a number in it is too large."

    @Test func an_unknown_key_is_named() throws {
        let refusal = try Self.refusal(replacing: #""period_days""#, by: #""length": 3, "period_days""#)
        #expect(refusal == .unknownKeys(["length"], place: "the profile"))
        #expect(refusal?.description == "The key “length” in the profile is not known.")
    }

    @Test(arguments: [
        (part: #""unit""#, place: "inputs[0]"), (part: #""summary""#, place: "components[0]"),
        (part: #""plus""#, place: "components[0].formula"),
        (part: #""times""#, place: "components[0].formula.terms[0]"),
        (part: #""kind""#, place: "components[0].normaliser"), (part: #""viral""#, place: "tiers"),
    ])
    func unknown_keys_are_found_everywhere(_ example: (part: String, place: String)) throws {
        let refusal = try Self.refusal(replacing: example.part, by: #""zeta": 1, "eta": 2, "# + example.part)
        #expect(refusal == .unknownKeys(["eta", "zeta"], place: example.place))
    }

    @Test func a_season_has_no_other_keys() throws {
        let refusal = try Self.refusal(
            replacing: #""season": null"#, by: #""season": {"input": "price", "output": "price"}"#)
        #expect(refusal == .unknownKeys(["output"], place: "season"))
    }

    @Test func a_clamp_has_no_group() throws {
        let refusal = try Self.refusal(replacing: #""kind": "clamp""#, by: #""kind": "clamp", "least": 5"#)
        #expect(refusal == .unknownKeys(["least"], place: "components[0].normaliser"))
    }

    @Test func other_words_are_refused_with_those_there_are() throws {
        let refusal = try Self.refusal(replacing: #""higher-is-better""#, by: #""up""#)
        #expect(
            refusal?.description
                == "The value of components[0].direction is “up”; it must be one of “higher-is-better”, “lower-is-better”."
        )
    }

    @Test func what_cannot_be_read_is_told_in_a_sentence() throws {
        let noTitle = try Self.refusal(replacing: #""title": "Print on demand","#, by: "")
        #expect(noTitle == .unreadable("The key “title” is missing in the profile."))
        let noNumber = try Self.refusal(replacing: #""period_days": 7"#, by: #""period_days": "7""#)
        #expect(noNumber == .unreadable("The value of period_days is of the wrong kind."))
        let nothing = try Self.refusal(replacing: #""period_days": 7"#, by: #""period_days": null"#)
        #expect(nothing == .unreadable("The value of period_days is missing."))
        let part = try Self.refusal(replacing: #""period_days": 7"#, by: #""period_days": 7.5"#)
        #expect(part == .unreadable("The value of period_days must be a whole number."))
        let huge = try Self.refusal(replacing: #""plus": 0"#, by: #""plus": 1e999"#)
        #expect(huge == .unreadable(Self.noPlace))
        #expect(Self.refusal("{") == .unreadable(Self.noPlace))
        #expect(Self.refusal("") == .unreadable(Self.noPlace))
        #expect(Self.refusal("[]") == .unreadable("The value of the profile is of the wrong kind."))
    }

    @Test func a_season_may_be_left_out() throws {
        #expect(try Self.refusal(replacing: #""season": null,"#, by: "") == nil)
    }

    @Test func all_problems_are_told_at_once() throws {
        let refusal = try Self.refusal(replacing: #""name": "pod-v1""#, by: #""name": "pod""#)
        #expect(refusal == .invalid([.malformedName("pod")]))
        let document = FigureSamples.document(name: "x", periodDays: 0, components: [])
        #expect(throws: FigureRefusal.invalid(document.problems)) { try FigureScorer(document) }
        #expect(
            FigureRefusal.invalid(document.problems).description
                == document.problems.map(\.description).joined(separator: " "))
        #expect(document.problems == [.malformedName("x"), .periodOutOfRange(0), .noComponents])
    }
}
