package import Catalog
package import Foundation

/// What making a published score again came to.
package enum ReceiptVerdict: Hashable, Sendable {
    /// Every number is the same, bit for bit.
    case same
    /// It was measured by formulas that are no more; nothing can be said.
    case otherFormulas(String)
    /// What differs, as words: "score 71.25, made again 71.5".
    case different([String])
}

/// A published score that was looked at again.
package struct CheckedReceipt: Hashable, Sendable {
    package let product: UUID
    package let asOf: CalendarDay
    package let turn: Int
    package let verdict: ReceiptVerdict
}
