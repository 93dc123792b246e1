/// What a drill counted.
struct Findings: Sendable {
    private(set) var all: [Finding] = []
    /// What a person should read beside the numbers.
    private(set) var remarks: [String] = []

    mutating func tell(_ what: String, _ value: Int) { expect(what, value, .any) }
    mutating func tell(_ what: String, _ value: Double) { expect(what, value, .any) }
    mutating func expect(_ what: String, _ value: Int, _ bound: Bound) { expect(what, Double(value), bound) }

    mutating func remark(_ words: String) { remarks.append(words) }

    mutating func expect(_ what: String, _ value: Double, _ bound: Bound) {
        all.append(Finding(what: what, value: value, bound: bound))
    }
}
