/// Reads the text of a manifest without running it.
enum ManifestScan {
    private static let names = [
        "target", "library", "tests", ".target", ".executableTarget", ".testTarget", ".systemLibrary",
    ]

    /// The calls in the list of targets, and the products with a name of their own (`let logging = .product(…)`).
    static func read(_ text: String) -> (calls: [ManifestCall], products: [String: String]) {
        let plain = withoutComments(text)
        var products: [String: String] = [:]
        for line in plain.split(separator: "\n") where line.hasPrefix("let ") {
            let name = line.dropFirst(4).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            guard let call = line.firstRange(of: ".product(name: \"") else { continue }
            products[String(name)] = String(line[call.upperBound...].prefix { $0 != "\"" })
        }
        guard let start = plain.ranges(of: "targets: [").last else { return ([], products) }
        return (calls(in: Array(plain[start.upperBound...])), products)
    }

    private static func calls(in text: [Character]) -> [ManifestCall] {
        var calls: [ManifestCall] = []
        var index = 0
        while index < text.count {
            guard text[index].isLetter || text[index] == "." else {
                index += 1
                continue
            }
            var end = index + 1
            while end < text.count, text[end].isLetter { end += 1 }
            let name = String(text[index..<end])
            if end < text.count, text[end] == "(", names.contains(name) {
                let close = closing(of: end, in: text)
                calls.append(ManifestCall(name: name, arguments: String(text[(end + 1)..<close])))
                end = close
            }
            index = end
        }
        return calls
    }

    /// The name of a module an element of a dependency list stands for.
    static func dependency(_ element: String, products: [String: String]) -> String? {
        if let word = word(element) { return word }
        if let name = element.firstRange(of: "name: \"") {
            return String(element[name.upperBound...].prefix { $0 != "\"" })
        }
        return products[element] ?? (element.isEmpty ? nil : element)
    }

    /// The content of a text that is one string literal.
    static func word(_ text: String) -> String? {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
        let content = text.dropFirst().dropLast()
        return content.contains("\"") ? nil : String(content)
    }

    /// The parts between commas that are in no bracket and no string.
    static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        var isString = false
        for character in text {
            if character == "\"" { isString.toggle() }
            if !isString {
                if "([{".contains(character) { depth += 1 }
                if ")]}".contains(character) { depth -= 1 }
                if character == ",", depth == 0 {
                    parts.append(trimmed(part))
                    part = ""
                    continue
                }
            }
            part.append(character)
        }
        parts.append(trimmed(part))
        return parts.filter { !$0.isEmpty }
    }

    static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static func closing(of open: Int, in text: [Character]) -> Int {
        var depth = 0
        var isString = false
        for index in open..<text.count {
            if text[index] == "\"" { isString.toggle() }
            if isString { continue }
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return text.count
    }

    /// Without what follows `//` outside of strings.
    private static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var isString = false
            var previous: Character = " "
            for index in line.indices {
                if line[index] == "\"" { isString.toggle() }
                if !isString, line[index] == "/", previous == "/" { return String(line[..<index].dropLast()) }
                previous = line[index]
            }
            return String(line)
        }.joined(separator: "\n")
    }
}
