import Companies
import Foundation
import Matching
import Postgres

/// Which searches speak for which products, on their way into the database.
struct SearchLinkBatch {
    private(set) var count = 0
    var owners = ArrayBinding<CompanyID>()
    var products = ArrayBinding<UUID>()
    var sourceOwners = ArrayBinding<CompanyID>()
    var sources = ArrayBinding<UUID>()
    var markets = ArrayBinding<String>()
    var subjects = ArrayBinding<String>()
    var whys = ArrayBinding<String>()

    mutating func append(_ row: SearchSubjectRow, _ subject: SearchSubject) {
        count += 1
        owners.append(subject.product.owner)
        products.append(subject.product.id)
        sourceOwners.append(row.owner)
        sources.append(row.source)
        markets.append(row.market)
        subjects.append(row.subject)
        whys.append(subject.why.rawValue)
    }
}
