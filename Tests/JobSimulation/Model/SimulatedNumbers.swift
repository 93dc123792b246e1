package import Companies
package import Foundation
package import Jobs

/// Ids that are numbers, in the order of the numbers.
extension UUID {
    package init(number: Int) {
        let bits = UInt64(bitPattern: Int64(number))
        func byte(_ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> (8 * index)) }
        self.init(
            uuid: (0, 0, 0, 1, 0, 0, 0x40, 0, 0x80, 0, byte(5), byte(4), byte(3), byte(2), byte(1), byte(0)))
    }

    package var number: Int {
        let bytes = uuid
        return [bytes.10, bytes.11, bytes.12, bytes.13, bytes.14, bytes.15].reduce(0) { $0 << 8 | Int($1) }
    }
}

extension JobID {
    package init(number: Int) { self.init(rawValue: UUID(number: number)) }
    package var number: Int { rawValue.number }
}

extension CompanyID {
    package init(number: Int) { self.init(rawValue: UUID(number: number)) }
    package var number: Int { rawValue.number }
}

extension Date {
    /// The simulated database's clock begins on 2026-03-28, a day before Europe's clocks change.
    private static let beginning = 1_774_656_000.0

    package init(simulatedMicroseconds: Int) {
        self.init(timeIntervalSince1970: Self.beginning + Double(simulatedMicroseconds) / 1_000_000)
    }

    package var simulatedMicroseconds: Int {
        Int(((timeIntervalSince1970 - Self.beginning) * 1_000_000).rounded())
    }
}
