import Alerts
import Companies
import Outbound
import Routes

/// Where alerts are told.
extension Settings {
    /// The process's way to the receivers of alerts. Nothing on this machine or in its network is one.
    /// - Parameter site: what links in messages begin with.
    func alertAccess(site: SiteAddress) -> AlertAccess {
        AlertAccess(client: WebClient(userAgent: "\(Self.product)/\(Version.text) (+\(site))")) { alert, company in
            site.absolute(AlertRoute.page(of: alert?.description, isPlatforms: company == .house).link)
        }
    }

    /// Folders of this machine where data is kept, whose disks are watched.
    var watchedFolders: [(name: String, path: String)] {
        var folders: [(name: String, path: String)] = []
        if let lake = lake.folder { folders.append((name: "lake", path: lake)) }
        if database.isEmbedded { folders.append((name: "database", path: root + "/.tidemark")) }
        return folders
    }
}
