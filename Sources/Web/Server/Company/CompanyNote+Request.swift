import Hummingbird
import Routes

extension CompanyNote {
    /// What the address says was just done.
    init?(of request: Request) {
        guard let word = request.uri.queryParameters[Substring(CompanyRoute.noteItem)],
            let note = CompanyNote(rawValue: String(word))
        else { return nil }
        self = note
    }
}
