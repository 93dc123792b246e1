import Hummingbird
import Mail
import Pages
import Routes

/// Mails that were written into a folder, for operators. Where there is no folder there is nothing here.
struct OutboxHandler: Sendable {
    let folder: OutboxFolder?
    let frame: Frame
    let templates: TemplateLibrary

    func mount(on routes: some RouterMethods<OperatorContext>) {
        routes.mount(.get, OutboxRoute.Pattern.index, use: index)
        routes.mount(.get, OutboxRoute.Pattern.mail, use: show)
    }

    /// GET: all of them, newest first.
    func index(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let folder else { throw NotFound() }
        let pageFrame = frame.page(for: context.member, freshness: nil)
        return templates.live(
            OutboxPage(
                frame: pageFrame,
                mails: folder.items().map {
                    OutboxLine(
                        id: $0.id, subject: $0.subject, recipient: $0.recipient, written: MomentStamp($0.writtenAt),
                        frame: pageFrame)
                }))
    }

    /// GET: one of them, as text.
    func show(_ request: Request, _ context: OperatorContext) async throws -> Response {
        guard let folder, let item = context.parameters.get(OutboxRoute.mailParameter).flatMap(folder.item) else {
            throw NotFound()
        }
        return templates.live(
            OutboxMailPage(
                frame: frame.page(for: context.member, freshness: nil), subject: item.subject,
                recipient: item.recipient, written: MomentStamp(item.writtenAt), body: item.text))
    }
}
