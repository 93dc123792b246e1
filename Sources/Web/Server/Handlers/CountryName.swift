import Foundation

/// English names of countries.
enum CountryName {
    /// - Parameter code: ISO 3166-1 alpha-2; other text is shown as it is.
    static func english(_ code: String?) -> String? {
        code.map { Locale(identifier: "en").localizedString(forRegionCode: $0) ?? $0 }
    }
}
