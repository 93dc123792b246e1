/// A currency by its ISO 4217 code.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// Three capital letters.
    package let code: String

    /// How many decimals the smallest unit has: 2 for EUR, 0 for JPY, 3 for KWD.
    package let minorDigits: Int

    /// The currency with this code in either case, or nil if ISO 4217 has none (funds, metals and test codes excluded).
    package init?(code: some StringProtocol) {
        let upper = code.uppercased()
        guard let digits = Self.digits[upper] else { return nil }
        self.init(known: upper, digits)
    }

    private init(known code: String, _ minorDigits: Int) {
        self.code = code
        self.minorDigits = minorDigits
    }

    package var description: String { code }

    package static let eur = Currency(known: "EUR", 2)
    package static let usd = Currency(known: "USD", 2)
    package static let cad = Currency(known: "CAD", 2)
    package static let sek = Currency(known: "SEK", 2)
    package static let nok = Currency(known: "NOK", 2)
    package static let dkk = Currency(known: "DKK", 2)
    package static let inr = Currency(known: "INR", 2)
    package static let gbp = Currency(known: "GBP", 2)
    package static let brl = Currency(known: "BRL", 2)
    package static let mxn = Currency(known: "MXN", 2)
    package static let rub = Currency(known: "RUB", 2)
    package static let aud = Currency(known: "AUD", 2)
    package static let chf = Currency(known: "CHF", 2)
    package static let jpy = Currency(known: "JPY", 0)

    /// ISO 4217, list one, active codes, with the column "minor unit".
    private static let digits: [String: Int] = {
        let none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
        let three = "BHD IQD JOD KWD LYD OMR TND"
        let two = """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY \
            COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR \
            ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
            MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP \
            SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW \
            ZWG
            """
        var table: [String: Int] = [:]
        for (codes, minorDigits) in [(none, 0), (two, 2), (three, 3)] {
            for code in codes.split(separator: " ") { table[String(code)] = minorDigits }
        }
        return table
    }()
}
