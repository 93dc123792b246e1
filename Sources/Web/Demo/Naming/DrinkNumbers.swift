/// Numbers of drinks as trade texts write them, made of whole numbers only.
enum DrinkNumbers {
    /// US proof of an alcohol in hundredths of a percent by volume: 4520 is "90.4".
    static func proof(_ strength: Int) -> String {
        let tenths = strength * 2 / 10
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// Percent by volume: 4520 is "45.2".
    static func percent(_ strength: Int) -> String {
        let tenths = strength / 10
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// US fluid ounces on cans: 355 is 12, 473 is 16.
    static func ounces(_ millilitres: Int) -> Int {
        (millilitres * 10_000 + 147_868) / 295_735
    }

    /// A size as American wholesalers print it: `750ML`, `1.0L`, `1.75L`, cans in ounces.
    static func americanSize(_ package: Package, millilitres unit: String, ounces ounceUnit: String) -> String {
        if package.perPack > 1 { return "\(ounces(package.millilitres))\(ounceUnit)" }
        guard package.millilitres >= 1000 else { return "\(package.millilitres)\(unit)" }
        let litres = decimal(package.millilitres, thousandths: true)
        return (litres.contains(".") ? litres : litres + ".0") + "L"
    }

    /// A scaled whole number with a decimal point: thousandths without trailing zeros, or hundredths with both.
    static func decimal(_ value: Int, thousandths: Bool = false, mark: Character = ".") -> String {
        guard thousandths else {
            let rest = value % 100
            return "\(value / 100)\(mark)\(rest < 10 ? "0" : "")\(rest)"
        }
        guard value % 1000 != 0 else { return String(value / 1000) }
        var rest = String(String(value % 1000 + 1000).dropFirst())
        while rest.hasSuffix("0") { rest.removeLast() }
        return "\(value / 1000)\(mark)\(rest)"
    }
}
