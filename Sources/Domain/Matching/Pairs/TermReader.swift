import Foundation

/// Takes a clean text apart: terms, measures, and codes that stand for a model.
enum TermReader {
    private typealias Scalars = [Unicode.Scalar]

    /// A number with its unit, found in a text.
    private struct Measure {
        let range: Range<Int>
        let number: String
        let unit: String
        let touches: Bool
    }

    // MARK: - Terms

    /// Words and numbers in their order; a number and its unit are one term, equal numbers are spelled alike.
    static func terms(of normal: String) -> [String] {
        let text = Array(normal.unicodeScalars)
        let measures = measures(in: text)
        var terms: [String] = []
        var place = 0
        var next = measures[...]
        while place < text.count {
            if let measure = next.first, measure.range.lowerBound == place {
                next = next.dropFirst()
                if measure.touches || !MeasureUnit.touching.contains(measure.unit) {
                    terms.append(WrittenNumber.normal(measure.number) + measure.unit)
                    place = measure.range.upperBound
                    continue
                }
            }
            let sign = text[place]
            if sign == "+" || sign == "%" {
                terms.append(String(sign))
                place += 1
                continue
            }
            guard CleanText.isWord(sign) else {
                place += 1
                continue
            }
            let end = word(in: text, from: place)
            let term = string(text[place..<end])
            terms.append(
                term.unicodeScalars.allSatisfy { CleanText.isDigit($0) || $0 == "." }
                    ? WrittenNumber.normal(term) : term)
            place = end
        }
        return terms
    }

    /// A number with its points and the letters after it, or a run of letters and digits.
    private static func word(in text: Scalars, from start: Int) -> Int {
        var end = start
        while end < text.count, CleanText.isWord(text[end]) { end += 1 }
        guard text[start..<end].allSatisfy(CleanText.isDigit) else { return end }
        while end + 1 < text.count, text[end] == ".", CleanText.isDigit(text[end + 1]) {
            end += 1
            while end < text.count, CleanText.isDigit(text[end]) { end += 1 }
            if end < text.count, CleanText.isSmallLetter(text[end]) {
                while end < text.count, CleanText.isSmallLetter(text[end]) { end += 1 }
                break
            }
        }
        return end
    }

    // MARK: - Measures

    /// What is measured how much, by unit, in the smaller unit where there are two.
    static func measures(of normal: String) -> [String: Set<Double>] {
        var found: [String: Set<Double>] = [:]
        for measure in measures(in: Array(normal.unicodeScalars)) {
            guard let value = Double(WrittenNumber.normal(measure.number)) else { continue }
            if !measure.touches, ["x", "p", "k"].contains(measure.unit) { continue }
            let smaller = MeasureUnit.smaller[measure.unit]
            let amount = ((smaller?.factor ?? 1) * value * 1_000).rounded() / 1_000
            found[smaller?.unit ?? measure.unit, default: []].insert(amount)
        }
        return found
    }

    private static func measures(in text: Scalars) -> [Measure] {
        var found: [Measure] = []
        var place = 0
        while place < text.count {
            guard CleanText.isDigit(text[place]) else {
                place += 1
                continue
            }
            var end = place
            while end < text.count,
                CleanText.isDigit(text[end])
                    || text[end] == "." && end + 1 < text.count && CleanText.isDigit(text[end + 1])
            { end += 1 }
            let begins = place == 0 || !CleanText.isWord(text[place - 1]) && text[place - 1] != "."
            let touches = end < text.count && text[end] != " "
            let start = touches ? end : end + 1
            var stop = start
            while stop < text.count, CleanText.isSmallLetter(text[stop]) { stop += 1 }
            if stop == start, start < text.count, text[start] == "%" { stop += 1 }
            let ends = stop >= text.count || !CleanText.isWord(text[stop])
            if begins, ends, stop > start, let unit = MeasureUnit.byWord[string(text[start..<stop])] {
                found.append(
                    Measure(range: place..<stop, number: string(text[place..<end]), unit: unit, touches: touches))
                place = stop
            } else {
                place = max(end, place + 1)
            }
        }
        return found
    }

    // MARK: - Codes

    /// Models and part numbers: letters with digits, or five digits and more, without the signs that divide them.
    static func codes(of folded: [Unicode.Scalar]) -> [String] {
        var found: [String] = []
        var place = 0
        func isCode(_ at: Int) -> Bool {
            at < folded.count && (CleanText.isDigit(folded[at]) || CleanText.isSmallLetter(folded[at]))
        }
        while place < folded.count {
            guard isCode(place) else {
                place += 1
                continue
            }
            var end = place
            while isCode(end) || end < folded.count && "-/_.".unicodeScalars.contains(folded[end]) && isCode(end + 1) {
                end += 1
            }
            let raw = string(folded[place..<end])
            let code = raw.filter { !"-/_.".contains($0) }
            place = end
            let (hasDigit, hasLetter) = (code.contains { $0.isNumber }, code.contains { $0.isLetter })
            guard hasDigit, code.count >= 3 else { continue }
            if hasLetter ? !isMeasure(raw) && !isMeasure(code) && code.count <= 24 : code.count >= 5,
                !found.contains(code)
            {
                found.append(code)
            }
        }
        return found
    }

    private static let known: Set<String> = [
        "1080i", "1080p", "720p", "480i", "480p", "usb2", "usb3", "mp3", "mp4", "h264", "ddr2", "ddr3", "ddr4", "pc2",
        "pc3",
    ]

    /// Whether it says how much of something, or by which standard.
    private static func isMeasure(_ text: String) -> Bool {
        if known.contains(text) || text.hasPrefix("80211") || text.hasPrefix("802.11") { return true }
        let number = text.prefix { $0.isNumber || $0 == "." }
        let rest = text.dropFirst(number.count)
        guard !number.isEmpty else { return false }
        if MeasureUnit.isMeasureEnding.contains(String(rest)) { return true }
        return rest.first == "x" && rest.count > 1 && rest.dropFirst().allSatisfy(\.isNumber)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
