package import Companies
package import Foundation
package import Postgres

/// What a product is.
package struct Product: Sendable, RowDecodable {
    package let owner: CompanyID
    package let id: UUID
    package let name: String
    package let brand: String?
    package let category: CategoryCode?
    package let country: String?
    package let volume: Int?
    package let strengthBasisPoints: Int?
    package let vintage: Int?
    package let gtins: [String]

    package init(row: inout RowReader) throws {
        owner = try row.next()
        id = try row.next()
        name = try row.next()
        brand = try row.nextOptional()
        let category: String? = try row.nextOptional()
        self.category = category.flatMap(CategoryCode.init(rawValue:))
        country = try row.nextOptional()
        volume = try row.nextOptional()
        strengthBasisPoints = try row.nextOptional()
        vintage = try row.nextOptional()
        gtins = try row.next()
    }

    /// The company's own product or the house's; no row for anybody else's and for an id that does not exist.
    package static func find(_ id: UUID) -> Query<Product> {
        Query(
            """
            SELECT p.company_id, p.product_id, p.name, b.name, p.category, p.country, p.volume_ml, p.strength_bp,
                p.vintage, array(SELECT DISTINCT g FROM (
                    SELECT l.gtin AS g FROM listings l
                    WHERE l.product_company_id = p.company_id AND l.product_id = p.product_id AND l.gtin IS NOT NULL
                    UNION SELECT p.gtin WHERE p.gtin IS NOT NULL) AS codes ORDER BY 1)
            FROM products p LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
            WHERE p.company_id = \(SQL.ownOrHouse) AND p.product_id = \(id)
            """)
    }
}
