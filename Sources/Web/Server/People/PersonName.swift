/// What people may be called.
enum PersonName {
    /// Whether a name is made of nothing that hides or turns text.
    static func isPlain(_ name: String) -> Bool {
        !name.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
            default: false
            }
        }
    }
}
