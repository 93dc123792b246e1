/// What a check of published scores found.
package struct ReceiptCheckReport: Sendable {
    /// Different receipts looked at.
    package private(set) var checked = 0
    package private(set) var same = 0
    /// Made by formulas that are no more, so that nothing can be said.
    package private(set) var otherFormulas = 0
    package private(set) var different: [CheckedReceipt] = []

    mutating func add(_ receipt: CheckedReceipt) {
        checked += 1
        switch receipt.verdict {
        case .same: same += 1
        case .otherFormulas: otherFormulas += 1
        case .different: different.append(receipt)
        }
    }

    package var isSound: Bool { different.isEmpty }
}
