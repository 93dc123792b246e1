extension TextTransform {
    /// The text after this step, or `nil` for no value. Tables and second files are in `environment`.
    func apply(_ text: String, in environment: TransformEnvironment) -> String? {
        switch self {
        case .trim: CellTrim.trimmed(text)
        case .collapseSpaces: SpaceText.collapsed(text)
        case .stripPrefix(let prefix): text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
        case .stripSuffix(let suffix): text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text
        case .listFirst: ListText.entries(text).first
        case .listAll: ListText.entries(text).joined(separator: " ")
        case .listRest: ListText.entries(text).dropFirst().joined(separator: " ")
        case .urlHost: URLText.host(text)
        case .urlItemNumber: URLText.itemNumber(text)
        case .urlSegment(let position): URLText.segment(text, fromEnd: position)
        case .zeroAsMissing: Self.isZero(text) ? nil : text
        case .missingIf(let texts): texts.contains(text) ? nil : text
        case .map(let table, let keepsUnknown):
            environment.tables[table]?.value(for: text) ?? (keepsUnknown ? text : nil)
        case .lookup(let name, let column): environment.lookups[name]?.value(for: text, column: column)
        }
    }

    private static func isZero(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { [0x30, 0x2E, 0x2C].contains($0) } && text.utf8.contains(0x30)
    }
}
