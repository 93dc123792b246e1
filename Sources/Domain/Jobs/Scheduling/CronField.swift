/// One field of a schedule.
struct CronField {
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    private let range: ClosedRange<Int>
    private let word: String
    private let names: [String]
    private let first: Int

    init(_ range: ClosedRange<Int>, _ word: String, names: [String] = [], first: Int = 0) {
        self.range = range
        self.word = word
        self.names = names
        self.first = first
    }

    func read(_ text: String) throws(CronProblem) -> Set<Int> {
        var values: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let step = halves.count == 2 ? Int(halves[1]) : 1
            guard let step, step > 0, step <= range.upperBound + 1 else { throw problem(text) }
            let span = try span(halves[0], isOpen: halves.count == 2, in: text)
            values.formUnion(stride(from: span.lowerBound, through: span.upperBound, by: step))
        }
        guard !values.isEmpty else { throw problem(text) }
        return values
    }

    private func span(_ text: String, isOpen: Bool, in whole: String) throws(CronProblem) -> ClosedRange<Int> {
        if text == "*" { return range }
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let low = value(ends[0]) else { throw problem(whole) }
        guard ends.count == 2 else { return low...(isOpen ? range.upperBound : low) }
        guard let high = value(ends[1]), high >= low else { throw problem(whole) }
        return low...high
    }

    private func value(_ text: String) -> Int? {
        if let index = names.firstIndex(of: text.lowercased()) { return index + first }
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
            range.contains(number)
        else { return nil }
        return number
    }

    private func problem(_ text: String) -> CronProblem {
        CronProblem(
            "\"\(text)\" is no \(word); it may be * or numbers from \(range.lowerBound) to \(range.upperBound).")
    }
}
