import Documents

/// Reads what a model wrote. Whatever does not have the form that was asked for is refused: a model that was talked into something by
/// a name can say so in a reason and nowhere else.
enum JudgementReader {
    /// Characters of a reason that are kept.
    static let mostReason = 300

    /// - Parameter ids: that were asked about.
    /// - Returns: what was said, by id; an id may be missing.
    static func read(_ text: String, ids: Set<String>) throws(JudgeProblem) -> [String: PairVerdict] {
        guard let value = try? JSONParser.parse(Array(text.utf8)) else { throw .wrongShape(.notJSON) }
        guard let members = Self.members(value, exactly: ["judgements"]),
            case .array(let items)? = members["judgements"]
        else { throw .wrongShape(.notASchema) }
        var verdicts: [String: PairVerdict] = [:]
        for item in items {
            let (id, verdict) = try judgement(item)
            guard ids.contains(id) else { throw .wrongShape(.unknownID) }
            guard verdicts.updateValue(verdict, forKey: id) == nil else { throw .wrongShape(.repeatedID) }
        }
        return verdicts
    }

    private static func judgement(_ value: JSONValue) throws(JudgeProblem) -> (String, PairVerdict) {
        guard let members = Self.members(value, exactly: ["id", "verdict", "confidence", "reason"]),
            case .string(let id)? = members["id"], case .string(let word)? = members["verdict"],
            let verdict = JudgeVerdict(rawValue: word), case .number(let digits)? = members["confidence"],
            case .string(let sentence)? = members["reason"]
        else { throw .wrongShape(.notASchema) }
        guard let confidence = Double(digits), (0...1).contains(confidence) else { throw .wrongShape(.confidence) }
        let reason = clean(sentence)
        guard !reason.isEmpty else { throw .wrongShape(.reason) }
        return (id, PairVerdict(verdict: verdict, confidence: confidence, reason: reason))
    }

    /// The members of an object that has these and no others, each once.
    private static func members(_ value: JSONValue, exactly names: Set<String>) -> [String: JSONValue]? {
        guard case .object(let members) = value, members.count == names.count,
            Set(members.map(\.key)) == names
        else { return nil }
        return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// One line without what steers a screen: controls, and marks that turn text around or hide in it.
    static func clean(_ text: String) -> String {
        let words = text.unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse,
                .unassigned:
                true
            default: false
            }
        }
        let line = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
        guard line.unicodeScalars.count > mostReason else { return line }
        return String(String.UnicodeScalarView(line.unicodeScalars.prefix(mostReason - 1))) + "…"
    }
}
