/// The labels of one series, sorted by name and escaped, as they stand between the braces.
struct LabelSet: Hashable, Sendable {
    /// `role="app",state="idle"`, or nothing.
    let text: String
    private let names: [String]

    /// - Parameter dimensions: of two with the same name the first counts; long values are cut.
    init(_ dimensions: [(String, String)]) {
        var pairs: [(name: String, value: String)] = []
        for (name, value) in dimensions {
            let name = MetricName.label(name)
            if !pairs.contains(where: { $0.name == name }) { pairs.append((name, Self.escape(value))) }
        }
        pairs.sort { $0.name < $1.name }
        names = pairs.map(\.name)
        text = pairs.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
    }

    /// The same names with nothing but `other`: where series go when there are too many.
    var others: LabelSet { LabelSet(names.map { ($0, "other") }) }

    /// Longest value in characters.
    private static let longestValue = 200

    private static func escape(_ value: String) -> String {
        var escaped = ""
        // By scalar: a carriage return and a newline are one character.
        for scalar in value.unicodeScalars.prefix(longestValue) {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
