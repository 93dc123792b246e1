import Documents

/// A place in a mapping file, which knows how to say where it is.
struct MappingNode {
    let value: JSONValue
    let path: String
    let file: String

    func problem(_ detail: String) -> PriceBookProblem {
        let place = path.isEmpty ? "" : " at \(path)"
        return PriceBookProblem(.badMapping, "The mapping file \(file) is wrong\(place): \(detail).")
    }

    /// The members by name.
    /// - Throws: when this is no object, or has a name that is not allowed or twice.
    func members(_ allowed: [String]? = nil) throws(PriceBookProblem) -> [String: MappingNode] {
        guard case .object(let members) = value else { throw problem("an object is expected") }
        var result: [String: MappingNode] = [:]
        for member in members {
            if let allowed, !allowed.contains(member.key) {
                let known = allowed.joined(separator: ", ")
                throw problem("\"\(member.key)\" is not known here; known are: \(known)")
            }
            let node = MappingNode(
                value: member.value, path: path.isEmpty ? member.key : "\(path).\(member.key)", file: file)
            if result.updateValue(node, forKey: member.key) != nil {
                throw problem("\"\(member.key)\" is there twice")
            }
        }
        return result
    }

    func string() throws(PriceBookProblem) -> String {
        guard case .string(let text) = value else { throw problem("a text is expected") }
        return text
    }

    func bool() throws(PriceBookProblem) -> Bool {
        guard case .bool(let value) = value else { throw problem("true or false is expected") }
        return value
    }

    func integer() throws(PriceBookProblem) -> Int {
        guard case .number(let digits) = value, let number = Int(digits) else {
            throw problem("a whole number is expected")
        }
        return number
    }

    func elements() throws(PriceBookProblem) -> [MappingNode] {
        guard case .array(let values) = value else { throw problem("a list is expected") }
        return values.enumerated().map { MappingNode(value: $1, path: "\(path)[\($0)]", file: file) }
    }

    /// A text, or a list of texts.
    func strings() throws(PriceBookProblem) -> [String] {
        guard case .array = value else { return [try string()] }
        var texts: [String] = []
        for element in try elements() { texts.append(try element.string()) }
        if texts.isEmpty { throw problem("the list is empty") }
        return texts
    }

    /// One of the raw values of an enumeration.
    func choice<Choice>(_ type: Choice.Type) throws(PriceBookProblem) -> Choice
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        let text = try string()
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw problem("\"\(text)\" is not one of: \(known)")
    }
}
