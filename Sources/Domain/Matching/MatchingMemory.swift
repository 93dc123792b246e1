import Companies
import Foundation

/// Remembers what companies that were matched lately are compared with, so that a listing that has changed is decided again without
/// reading every product. What is remembered is used only if nobody has decided anything since.
package actor MatchingMemory {
    /// Products remembered at most, over all companies.
    private let mostProducts: Int
    private var known: [CompanyID: KnownProducts] = [:]
    /// Longest unused first.
    private var order: [CompanyID] = []

    package init(mostProducts: Int = 200_000) { self.mostProducts = mostProducts }

    /// Hands over what is remembered of a company, and forgets it: whoever has it changes it.
    func take(_ company: CompanyID) -> KnownProducts? {
        order.removeAll { $0 == company }
        return known.removeValue(forKey: company)
    }

    func keep(_ products: KnownProducts, of company: CompanyID) {
        known[company] = products
        order.removeAll { $0 == company }
        order.append(company)
        var total = known.values.reduce(0) { $0 + $1.index.count }
        while total > mostProducts, let oldest = order.first {
            order.removeFirst()
            total -= known.removeValue(forKey: oldest)?.index.count ?? 0
        }
    }
}
