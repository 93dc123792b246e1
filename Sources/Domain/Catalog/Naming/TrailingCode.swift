/// The item code some portals append: `… - 20981`.
enum TrailingCode {
    static func apply(to draft: inout NameDraft) {
        guard draft.style == .f || draft.style == nil, draft.tokens.count >= 3 else { return }
        let last = draft.tokens.count - 1
        let code = draft.tokens[last].upper
        guard draft.upper(last - 1) == "-", (4...9).contains(code.utf8.count),
            code.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), !isYear(code, draft.currentYear)
        else { return }
        draft.name.flags.insert(.trailingItemCode(code))
        draft.consume(last - 1..<last + 1)
    }

    private static func isYear(_ code: String, _ currentYear: Int) -> Bool {
        Int(code).map { (1900...max(1900, currentYear)).contains($0) } ?? false
    }
}
