package import Catalog
import Routes

/// The categories in which a company has products, and those above them, in the order of the tree.
package struct CategoriesAnswer: Sendable {
    private let products: [CategoryCode: Int]
    private let asOf: CalendarDay?

    /// - Parameters:
    ///   - products: of each category, without those below it.
    ///   - asOf: the day the data is of; nil before the first.
    package init(products: [CategoryCode: Int], asOf: CalendarDay?) {
        self.products = products
        self.asOf = asOf
    }

    package var bytes: [UInt8] {
        let shown = CategoryCode.all.map { category in
            (category, products.reduce(0) { $0 + ($1.key.isWithin(category) ? $1.value : 0) })
        }.filter { $0.1 > 0 }
        return Envelope.list(meta: AnswerMeta(total: shown.count, asOf: asOf), capacity: 512 + shown.count * 256) {
            data in
            for (category, count) in shown {
                data.object { fields in
                    fields.field("code", category.rawValue)
                    fields.field("name", category.label)
                    fields.field("parent", category.parent?.rawValue)
                    fields.field("products", count)
                    fields.field("trends", APIRoute.trends(TrendsQuery(category: category.rawValue)).link.text)
                }
            }
        }
    }
}
