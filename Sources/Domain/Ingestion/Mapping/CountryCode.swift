/// The shape of ISO 3166-1 alpha-2 codes.
enum CountryCode {
    /// Two capital letters. Whether such a country exists is not checked: codes come and go.
    static func isPlausible(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
