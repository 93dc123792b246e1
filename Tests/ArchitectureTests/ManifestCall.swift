/// A call in a manifest, taken apart.
struct ManifestCall {
    /// `target`, `.executableTarget`.
    let name: String
    /// String arguments without a label, in order.
    let words: [String]
    /// String arguments with a label.
    let labelled: [String: String]
    /// The elements of the list of dependencies, as written.
    let list: [String]

    init(name: String, arguments text: String) {
        self.name = name
        var words: [String] = []
        var labelled: [String: String] = [:]
        var list: [String] = []
        for argument in ManifestScan.split(text) {
            if let word = ManifestScan.word(argument) {
                words.append(word)
            } else if argument.hasPrefix("[") {
                list = ManifestScan.split(String(argument.dropFirst().dropLast()))
            } else if let colon = argument.firstIndex(of: ":") {
                let label = String(argument[..<colon])
                let value = ManifestScan.trimmed(String(argument[argument.index(after: colon)...]))
                if let word = ManifestScan.word(value) { labelled[label] = word }
                if label == "dependencies", value.hasPrefix("[") {
                    list = ManifestScan.split(String(value.dropFirst().dropLast()))
                }
            }
        }
        self.words = words
        self.labelled = labelled
        self.list = list
    }
}
