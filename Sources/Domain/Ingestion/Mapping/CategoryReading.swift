import Catalog

/// A category as the source words it, with its translation.
struct CategoryReading {
    let code: CategoryCode?
    /// `nil` when the mapping sets the category itself.
    let sourceText: String?
}
