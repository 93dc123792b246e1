import Foundation

/// Judges pairs by their words and numbers, always the same way. It reads names as data, whatever they say.
enum SimulatedModel {
    /// The answer to a question, as the members of its JSON; nil for a question that is none.
    static func judgements(on text: String) -> [[String: Any]]? {
        guard let question = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any],
            Set(question.keys) == ["pairs"], let pairs = question["pairs"] as? [[String: Any]]
        else { return nil }
        var judgements: [[String: Any]] = []
        for pair in pairs {
            guard Set(pair.keys) == ["id", "listing", "product"], let id = pair["id"] as? String,
                let listing = pair["listing"] as? [String: Any], let product = pair["product"] as? [String: Any]
            else { return nil }
            let (verdict, confidence, reason) = judge(listing, product)
            judgements.append(["id": id, "verdict": verdict, "confidence": confidence, "reason": reason])
        }
        return judgements
    }

    private static func judge(_ one: [String: Any], _ other: [String: Any]) -> (String, Double, String) {
        for field in ["volume_ml", "vintage", "age_years"] {
            if let mine = one[field] as? Int, let theirs = other[field] as? Int, mine != theirs {
                return ("different", 0.97, "The \(field) is \(mine) on one side and \(theirs) on the other.")
            }
        }
        let (mine, theirs) = (words(one), words(other))
        if mine == theirs { return ("same", 0.96, "Both names have the same words.") }
        let share = Double(mine.intersection(theirs).count) / Double(max(1, mine.union(theirs).count))
        if share < 0.3 { return ("different", 0.9, "The names share hardly a word.") }
        return ("unsure", 0.5, "Some words of the names differ.")
    }

    private static func words(_ side: [String: Any]) -> Set<String> {
        let name = (side["name"] as? String ?? "")
            .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return Set(name.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    static func text(_ object: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
