/// Article numbers of the range 952, which GS1 keeps for demonstrations and examples of its system.
enum DemoGTIN {
    /// The GTIN-13 number `serial` (0…999,999,999) of the range.
    static func text(serial: Int) -> String {
        let digits = String(serial % 1_000_000_000)
        let body = "952" + String(repeating: "0", count: 9 - digits.count) + digits
        // GS1 General Specifications §7.9: weights 1 and 3 in turn from the left of a GTIN-13.
        var sum = 0
        for (index, byte) in body.utf8.enumerated() {
            sum += Int(byte - 48) * (index % 2 == 0 ? 1 : 3)
        }
        return body + String((10 - sum % 10) % 10)
    }
}
