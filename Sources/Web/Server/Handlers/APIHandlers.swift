import API
import Catalog
import Companies
import Foundation
import Hummingbird
import Routes
import Scoring

/// The JSON API: the same readings as the pages.
struct APIHandlers: Sendable {
    let database: CompanyDatabase
    let frame: Frame
    let pages: PageResponder
}
