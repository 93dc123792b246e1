/// What a rule saw, in words.
struct ReviewSentence: PageValue {
    let name: String
    let value: String

    /// - Parameter line: "name: value".
    init(_ line: String) {
        let halves = line.split(separator: ":", maxSplits: 1)
        name = halves.first.map(String.init) ?? ""
        value = halves.count > 1 ? String(halves[1].drop { $0 == " " }) : ""
    }

    static let shape = Shape<ReviewSentence>([.text("name", \.name), .text("value", \.value)])
}
