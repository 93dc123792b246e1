import HTTPTypes

/// What every answer tells the browser to refuse.
struct SecurityHeaders: Sendable {
    private let fields: [(HTTPField.Name, String)]

    init(isProduction: Bool) {
        var fields: [(String, String)] = [
            (
                "content-security-policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
            ),
            ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
            ("x-frame-options", "DENY"),
        ]
        if isProduction { fields.append(("strict-transport-security", "max-age=31536000; includeSubDomains")) }
        self.fields = fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    func apply(to headers: inout HTTPFields) {
        for (name, value) in fields { headers[name] = value }
    }
}
