import Hummingbird
import Pages

extension TemplateLibrary {
    /// A page that is made anew each time and kept nowhere.
    func live(_ page: some Pages.Page, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.html(render(page), status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
