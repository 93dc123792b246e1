import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Routes
import Scoring

/// What the components of a company's scores weigh: tried on its own list, then kept.
struct WeightsHandler: Sendable {
    /// Rows of the list that are shown.
    private static let mostShown = 25

    let database: CompanyDatabase
    let frame: Frame
    let templates: TemplateLibrary
    /// What follows when weights changed: the scores.
    let follows: @Sendable (CompanyTransaction) async throws -> Void

    /// GET: the weights in force, or those of the query with what they would do.
    func show(_ request: Request, _ context: AnalystContext) async throws -> Response {
        let items = request.uri.queryParameters
        func item(_ name: String) -> String? { items[Substring(name)].map(String.init) }
        let percents = Dictionary(
            uniqueKeysWithValues: ScoreComponent.allCases.compactMap { component in
                item(component.rawValue).map { (component.rawValue, $0) }
            })
        let query = WeightsQuery(
            percents: percents, note: item(WeightsQuery.noteItem).flatMap(WeightsQuery.Note.init(rawValue:)))
        return try await page(query, status: .ok, context)
    }

    /// POST: keeps the weights of the form, or goes back to the usual ones.
    func change(_ request: Request, _ context: AnalystContext) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        var weights: ScoreWeights?
        if form["act"] != "usual" {
            let percents = Dictionary(
                uniqueKeysWithValues: ScoreComponent.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") })
            do {
                weights = try TypedWeights(percents).weights()
            } catch {
                return try await page(WeightsQuery(percents: percents), status: .unprocessableContent, context)
            }
        }
        let (person, moment, follows) = (context.member.session.identity, frame.now(), follows)
        let isChanged = try await database.transaction(in: context.member.company) { [weights] transaction in
            let isChanged = try await ProfileQueries(transaction: transaction).change(
                to: weights, by: person, at: moment)
            if isChanged { try await follows(transaction) }
            return isChanged
        }
        return Response.redirect(to: TrendRoute.weights(WeightsQuery(note: isChanged ? .changed : .same)).path)
    }

    private func page(
        _ query: WeightsQuery, status: HTTPResponse.Status, _ context: AnalystContext
    ) async throws -> Response {
        let company = context.member.company
        let current = try await database.transaction(in: company) {
            try await ProfileQueries(transaction: $0).current()
        }
        let inForce = current?.weights ?? ScoreProfile.abvV1.weights
        var problem: TypedWeights.Problem?
        var tried: ScoreWeights?
        if !query.percents.isEmpty {
            do throws(TypedWeights.Problem) {
                tried = try TypedWeights(query.percents).weights()
            } catch let wrong {
                problem = wrong
            }
        }
        var effect: WeightsPage.Effect?
        if let tried {
            let rows = try await database.read(in: company, ReweighingQueries.components)
            effect = WeightsPage.Effect(ReweighedList(rows, weights: tried, limit: Self.mostShown))
        }
        let shown = frame.page(for: context.member, freshness: nil)
        return templates.live(
            WeightsPage(
                frame: shown,
                weights: ScoreComponent.allCases.map { component in
                    WeightField(
                        name: component.rawValue, component: ShownComponent(component),
                        inForce: inForce[component],
                        typed: query.percents[component.rawValue], text: shown.text)
                },
                isUsual: current?.weights == nil, changedAt: current.map { MomentStamp($0.madeAt) }, note: query.note,
                problem: problem.map { Self.sentence(of: $0, shown.text) }, effect: effect), status: status)
    }

    private static func sentence(of problem: TypedWeights.Problem, _ text: InterfaceText) -> String {
        switch problem {
        case .notANumber(let component): text.fill(.weightsNoNumber, ["component": component.title])
        case .sum(let hundredths):
            text.fill(.weightsSum, ["sum": NumberText.fixed(Int64(hundredths), digits: 2)])
        }
    }
}

extension WeightsPage.Effect {
    init(_ list: ReweighedList) {
        self.init(
            scored: list.scored, rise: list.rise, fall: list.fall, noticeable: ReweighedList.noticeable,
            items: list.first.map {
                ReweighedLine(
                    product: $0.product.uuidString.lowercased(), name: $0.name, before: $0.before, after: $0.after,
                    placeBefore: $0.placeBefore, placeAfter: $0.placeAfter)
            })
    }
}
