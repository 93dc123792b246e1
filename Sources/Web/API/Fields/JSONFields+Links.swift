import Catalog
import Foundation
import Routes

extension JSONFields {
    /// Where else to read about a product: here, its forecast, its score opened, its history, and the page for people.
    mutating func links(product: UUID) {
        object("links") { links in
            links.field("self", PathValue(.product, product))
            links.field("forecast", PathValue(.forecast, product))
            links.field("score", PathValue(.score, product))
            links.field("history", PathValue(.history, product))
            links.field("page", PathValue(.productPage, product))
        }
    }

    /// Where else to read about a listing: the page for people, and the page at its source. That URL is text from
    /// outside: anything but plain `http` and `https` becomes `null`.
    mutating func links(listing: UUID, of product: UUID, url: String?) {
        object("links") { links in
            links.field("page", PathValue(.listingPage, product, listing))
            links.field("source", url.flatMap(Link.external)?.text)
        }
    }
}
