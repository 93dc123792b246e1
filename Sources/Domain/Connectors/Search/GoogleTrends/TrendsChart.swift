import Documents

/// A chart over time that was offered: what to ask for it, and the token that belongs to exactly this question.
struct TrendsChart {
    let request: JSONValue
    let token: String

    /// - Parameter offer: everything that was offered for some terms.
    init(in offer: JSONValue) throws(SourceProblem) {
        guard let widgets = offer["widgets"]?.list else {
            throw .wrongShape(expected: "charts", found: "JSON without them")
        }
        guard let widget = widgets.first(where: { $0.text("id") == "TIMESERIES" }), let request = widget["request"],
            case .object = request, let token = widget.text("token")
        else { throw .wrongShape(expected: "a chart over time", found: "others") }
        self.request = request
        self.token = token
    }

    /// How long a stretch of it is, such as `WEEK`.
    var resolution: String { request.text("resolution") ?? "" }
}
