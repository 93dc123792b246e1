import Catalog
import Companies
import Foundation
import Matching
import Postgres

/// Mentions on their way into the database with the statements they were looked for in, as one array per column.
struct MentionBatch {
    private(set) var statements = 0
    private(set) var mentions = 0
    var readKinds = ArrayBinding<String>()
    var readOwners = ArrayBinding<CompanyID>()
    var readItems = ArrayBinding<UUID>()
    var readDigests = ArrayBinding<Int64>()
    var readDays = ArrayBinding<CalendarDay>()

    var owners = ArrayBinding<CompanyID>()
    var products = ArrayBinding<UUID>()
    var kinds = ArrayBinding<String>()
    var itemOwners = ArrayBinding<CompanyID>()
    var items = ArrayBinding<UUID>()
    var sources = ArrayBinding<UUID>()
    var days = ArrayBinding<CalendarDay>()
    var brandOnly = ArrayBinding<Bool>()
    var prominences = ArrayBinding<Double>()
    var sentiments = ArrayBinding<Double>()
    var snippets = ArrayBinding<String>()
    var runs = ArrayBinding<UUID>()
    var lines = ArrayBinding<Int64>()

    mutating func append(_ row: StatementRow, _ found: [Mention]) {
        statements += 1
        readKinds.append(row.statement.id.kind.rawValue)
        readOwners.append(row.statement.id.owner)
        readItems.append(row.statement.id.id)
        readDigests.append(row.digest)
        readDays.append(row.day)
        for mention in found {
            mentions += 1
            owners.append(mention.product.owner)
            products.append(mention.product.id)
            kinds.append(row.statement.id.kind.rawValue)
            itemOwners.append(row.statement.id.owner)
            items.append(row.statement.id.id)
            sources.append(row.source)
            days.append(row.day)
            brandOnly.append(mention.isBrandOnly)
            prominences.append(mention.prominence)
            sentiments.append(mention.sentiment)
            snippets.append(mention.snippet)
            runs.append(row.run)
            lines.append(row.line)
        }
    }
}
