/// A remark in a name that makes an item different from its family, or tells how it is handled.
package struct NameFlag: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    private init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    package var description: String { rawValue }

    package static let screwcap = NameFlag("screwcap")
    package static let bottledInBond = NameFlag("bottled_in_bond")
    package static let singleBarrel = NameFlag("single_barrel")
    package static let giftBox = NameFlag("gift_box")
    package static let giftWithGlass = NameFlag("gift_with_glass")
    package static let giftSet = NameFlag("gift_set")
    package static let bundle = NameFlag("bundle")
    package static let nonAlcoholic = NameFlag("NA")
    package static let newLabel = NameFlag("new_label")
    package static let newUPC = NameFlag("new_upc")
    package static let oldStock = NameFlag("old_stock")
    package static let loose = NameFlag("loose")
    package static let longneck = NameFlag("longneck")
    package static let variety = NameFlag("variety")
    package static let sleekCan = NameFlag("sleek_can")
    package static let tray = NameFlag("tray")
    package static let originalWoodCase = NameFlag("original_wood_case")
    package static let limited = NameFlag("limited")
    package static let holiday = NameFlag("holiday")
    package static let allocated = NameFlag("allocated")
    package static let discontinued = NameFlag("discontinued")
    package static let closeout = NameFlag("closeout")
    package static let onPremise = NameFlag("on_premise")
    package static let returnable = NameFlag("returnable")
    /// Two statements of strength that differ by more than 0.3 % by volume.
    package static let strengthConflict = NameFlag("strength_conflict")
    /// Two statements of pack or size that differ.
    package static let packConflict = NameFlag("pack_conflict")

    /// A tray of this many units without inner packs.
    package static func loose(_ units: Int) -> NameFlag {
        NameFlag("loose_\(units)")
    }

    /// The distributor's item code at the end of the name.
    package static func trailingItemCode(_ code: String) -> NameFlag {
        NameFlag("trailing_item_code:\(code)")
    }
}
