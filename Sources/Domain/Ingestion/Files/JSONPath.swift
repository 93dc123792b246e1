import Documents

/// The way to a value inside an object: names with dots between them, list positions in brackets, as in "a.b[0]".
struct JSONPath: Hashable, Sendable {
    enum Step: Hashable, Sendable { case key(String), position(Int) }

    let text: String
    let steps: [Step]

    /// `nil` when the text is not a path.
    init?(_ text: String) {
        self.text = text
        var steps: [Step] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            var pieces = part.split(separator: "[", omittingEmptySubsequences: false)
            guard !pieces.isEmpty else { return nil }
            let key = pieces.removeFirst()
            if !key.isEmpty { steps.append(.key(String(key))) }
            for piece in pieces {
                guard piece.last == "]", let position = Int(piece.dropLast()), position >= 0 else { return nil }
                steps.append(.position(position))
            }
            if key.isEmpty, pieces.isEmpty { return nil }
        }
        self.steps = steps
    }

    /// The value at this path, or `nil` when the way ends early.
    func value(in root: JSONValue) -> JSONValue? {
        var current = root
        for step in steps {
            switch (step, current) {
            case (.key(let key), .object):
                guard let next = current[key] else { return nil }
                current = next
            case (.position(let position), .array(let values)):
                guard position < values.count else { return nil }
                current = values[position]
            default: return nil
            }
        }
        return current
    }
}
