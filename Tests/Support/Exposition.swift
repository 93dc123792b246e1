/// Prometheus text format 0.0.4, read strictly: whatever the format does not allow is a problem.
package struct Exposition {
    package struct Problem: Error, CustomStringConvertible {
        package let description: String
    }

    package struct Sample: Hashable {
        package let name: String
        package let labels: [String: String]
        package let value: Double
    }

    package struct Family {
        package var type = ""
        package var help: String?
        package var samples: [Sample] = []
    }

    package private(set) var families: [String: Family] = [:]

    package init(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Problem(description: "not UTF-8") }
        guard text.isEmpty || text.utf8.last == UInt8(ascii: "\n") else {
            throw Problem(description: "no newline at the end")
        }
        var current = ""
        for line in text.unicodeScalars.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 3).map { String($0) }
            if words.first == "#" {
                guard words.count == 4 else { throw Problem(description: "head: \(line)") }
                let isNew = families[words[2]] == nil
                switch words[1] {
                case "HELP" where isNew:
                    families[words[2], default: Family()].help = try Self.unescape(words[3], quotes: false)
                case "TYPE" where families[words[2]]?.type ?? "" == "":
                    guard ["counter", "gauge", "histogram"].contains(words[3]) else {
                        throw Problem(description: "type: \(line)")
                    }
                    families[words[2], default: Family()].type = words[3]
                default: throw Problem(description: "head: \(line)")
                }
                current = words[2]
            } else {
                let sample = try Self.sample(String(line))
                let type = families[current]?.type ?? ""
                let names = type == "histogram" ? ["_bucket", "_sum", "_count"].map { current + $0 } : [current]
                guard type != "", names.contains(sample.name) else { throw Problem(description: "stray: \(line)") }
                let isKnown = families[current]?.samples.contains {
                    $0.name == sample.name && $0.labels == sample.labels
                }
                guard isKnown == false else { throw Problem(description: "twice: \(line)") }
                families[current]?.samples.append(sample)
            }
        }
    }

    /// The value of a series, by its full name and exactly these labels.
    package func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        for family in families.values {
            if let sample = family.samples.first(where: { $0.name == name && $0.labels == labels }) {
                return sample.value
            }
        }
        return nil
    }

    private static func sample(_ line: String) throws -> Sample {
        let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":") }
        var rest = line[name.endIndex...].unicodeScalars
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest = rest.dropFirst()
            while true {
                let label = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || ("0"..."9" ~= $0)) }
                rest = rest[label.endIndex...]
                guard !label.isEmpty, rest.starts(with: "=\"".unicodeScalars) else {
                    throw Problem(description: "label: \(line)")
                }
                rest = rest.dropFirst(2)
                var value = String.UnicodeScalarView()
                while let next = rest.first, next != "\"" {
                    value.append(next)
                    rest = rest.dropFirst()
                    if next == "\\", let escaped = rest.first {
                        value.append(escaped)
                        rest = rest.dropFirst()
                    }
                }
                guard labels.updateValue(try unescape(String(value), quotes: true), forKey: String(label)) == nil
                else { throw Problem(description: "label twice: \(line)") }
                rest = rest.dropFirst()
                if rest.first == "}" { break }
                guard rest.first == "," else { throw Problem(description: "labels: \(line)") }
                rest = rest.dropFirst()
            }
            rest = rest.dropFirst()
        }
        guard !name.isEmpty, name.first?.isNumber == false, rest.first == " " else {
            throw Problem(description: "sample: \(line)")
        }
        let number = String(rest.dropFirst())
        let special = ["+Inf": Double.infinity, "-Inf": -Double.infinity, "NaN": Double.nan]
        guard let value = special[number] ?? Double(number) else { throw Problem(description: "number: \(line)") }
        return Sample(name: String(name), labels: labels, value: value)
    }

    private static func unescape(_ text: String, quotes: Bool) throws -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let next = rest.popFirst() {
            guard next == "\\" else {
                result.append(next)
                continue
            }
            switch rest.popFirst() {
            case "\\": result.append("\\")
            case "n": result.append("\n")
            case "\"" where quotes: result.append("\"")
            default: throw Problem(description: "escape: \(text)")
            }
        }
        return String(result)
    }
}
