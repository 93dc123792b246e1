import API
import Catalog

extension Samples {
    static let categories = CategoriesAnswer(
        products: Dictionary(
            ["spirits.gin", "spirits.whisky", "wine"].compactMap { CategoryCode(rawValue: $0) }.map { ($0, 3) },
            uniquingKeysWith: +),
        asOf: day("2024-07-13")
    ).bytes
    static let noCategories = CategoriesAnswer(products: [:], asOf: nil).bytes
}
