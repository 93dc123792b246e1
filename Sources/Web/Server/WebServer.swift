package import Companies
package import Foundation
package import Hummingbird
import HummingbirdCore
package import Jobs
package import Logging
import NIOCore
import Pages
import Routes
package import ServiceLifecycle
package import Telemetry
package import Vault

/// Everything a web node is made of, composed once.
package struct WebServer: Sendable {
    private let settings: ServerSettings
    private let database: CompanyDatabase
    private let hashing: HashingPool
    private let jobs: JobRegistry
    private let logger: Logger
    private let metrics: MetricsRegistry
    private let now: @Sendable () -> Date
    private let disconnects = DisconnectWatch()
    private let templates: TemplateLibrary
    private let assets: AssetStore

    /// Reads templates and assets.
    /// - Parameters:
    ///   - jobs: the kinds of jobs this process knows, for the console: what to hide, what to add by hand.
    ///   - metrics: what `/metrics` shows; requests and this process are counted there.
    /// - Throws: a sentence for the person who starts the server.
    package init(
        settings: ServerSettings, database: CompanyDatabase, hashing: HashingPool,
        jobs: JobRegistry = JobRegistry(), logger: Logger, metrics: MetricsRegistry = MetricsRegistry(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.settings = settings
        self.database = database
        self.hashing = hashing
        self.jobs = jobs
        self.logger = logger
        self.metrics = metrics
        self.now = now
        templates = try TemplateLibrary(root: settings.root + "/Templates")
        assets = try AssetStore(folder: settings.root + "/Public")
    }

    /// The application, to be run in a service group or tested.
    /// - Parameters:
    ///   - services: what else runs in this process, stopped before the database is closed.
    ///   - onRunning: told the port once the server listens.
    package func application(
        services: [any Service] = [], onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let watch = disconnects
        // Idle or slow clients are cut off; headers are bounded by the decoder (80 KiB, 1 000 fields by default).
        var http = HTTP1Channel.Configuration(
            additionalChannelHandlers: [watch.handler()], idleTimeout: .seconds(75))
        http.httpDecoder = .init(maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
        return Application(
            responder: router().buildResponder(), server: .http1(configuration: http),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: nil, backlog: 512,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.maximumConnections)),
            services: database.services + services, onServerRunning: { await onRunning($0.localAddress?.port ?? 0) },
            logger: logger)
    }

    private func router() -> Router<AppContext> {
        let cookies = CookieJar(isProduction: settings.isProduction)
        let signIn = SignIn(database: database, hashing: hashing)
        let frame = Frame(assets: assets.links, now: now)
        let cache = AnswerCache(metrics: metrics)
        ServerFigures.observe(hashing: hashing, cache: cache, version: settings.version, in: metrics)
        let pages = PageResponder(
            templates: templates, frame: frame, cache: cache,
            build: settings.version + Base64URL.encode(randomBytes(6)))
        let router = Router(context: AppContext.self)
        router.add(
            middleware: EnvelopeMiddleware(
                errors: ErrorResponder(templates: templates, assets: assets.links, cookies: cookies),
                headers: SecurityHeaders(isProduction: settings.isProduction),
                meters: RequestMeters(factory: metrics), log: RequestLog(level: settings.requestLogLevel),
                traces: TraceHeaders()))
        router.add(middleware: OriginMiddleware())

        Probes(settings: settings, database: database, logger: logger, metrics: metrics).add(to: router)
        router.get(path(AssetRoute.Pattern.asset), use: AssetHandler(store: assets).show)
        let networks = ClientNetworks(trustedProxies: settings.trustedProxies)
        let meters = SignInMeters(factory: metrics)
        let entrance = SignInHandler(
            signIn: signIn, templates: templates, assets: assets.links, cookies: cookies, networks: networks,
            meters: meters)
        router.get(path(SessionRoute.Pattern.signIn), use: entrance.form)
        router.post(path(SessionRoute.Pattern.signIn), use: entrance.submit)
        router.post(path(SessionRoute.Pattern.signOut), use: entrance.signOut)
        let forms = PublicForms(templates: templates, assets: assets.links, cookies: cookies)
        let counter = MailCounter(database: database)
        mount(
            RecoveryHandler(
                database: database, recovery: PasswordRecovery(database: database, hashing: hashing),
                counter: counter, forms: forms, networks: networks, meters: meters), on: router)

        let account = PersonalAccount(database: database)
        let people = router.group().add(
            middleware: SessionMiddleware(signIn: signIn, account: account, cookies: cookies))
        mount(
            InvitationHandler(
                desk: InvitationDesk(database: database, hashing: hashing), signIn: signIn, forms: forms,
                networks: networks, meters: meters), on: people)
        let members = people.group(context: MemberContext.self)
        members.get(
            path(HomeRoute.Pattern.dashboard),
            use: disconnects.watching(DashboardHandler(database: database, frame: frame, pages: pages).show))
        members.get(
            path(TrendRoute.Pattern.index),
            use: disconnects.watching(TrendsHandler(database: database, frame: frame, pages: pages).show))
        members.get(
            path(TrendRoute.Pattern.product),
            use: disconnects.watching(ProductHandler(database: database, frame: frame, pages: pages).show))
        members.get(
            path(TrendRoute.Pattern.listing),
            use: disconnects.watching(ListingHandler(database: database, frame: frame, pages: pages).show))
        let own = AccountHandler(
            account: account, signIn: signIn, frame: frame, templates: templates, cookies: cookies, networks: networks,
            meters: meters)
        members.get(path(AccountRoute.Pattern.index), use: own.index)
        members.post(path(AccountRoute.Pattern.sessions), use: own.endSessions)
        members.get(path(AccountRoute.Pattern.password), use: own.passwordForm)
        members.post(path(AccountRoute.Pattern.password), use: own.changePassword)
        members.get(path(AccountRoute.Pattern.confirm), use: own.confirmForm)
        members.post(path(AccountRoute.Pattern.confirm), use: own.confirm)
        let visitors = people.group(context: VisitorContext.self)
        visitors.get(path(AccountRoute.Pattern.chooser), use: own.chooser)
        visitors.post(path(AccountRoute.Pattern.company), use: own.choose)
        let api = APIHandlers(database: database, pages: pages)
        members.get(path(APIRoute.Pattern.trends), use: disconnects.watching(api.trends))
        members.get(path(APIRoute.Pattern.product), use: disconnects.watching(api.product))
        members.get(path(APIRoute.Pattern.history), use: disconnects.watching(api.history))
        let reading = JobsReading(database: database, jobs: jobs, logger: logger)
        let console = JobsHandler(reading: reading, frame: frame, templates: templates)
        let admins = members.group(context: AdminContext.self)
        mount(console, on: admins)
        mount(
            MembersHandler(
                database: database, register: MemberRegister(database: database), counter: counter, frame: frame,
                templates: templates), on: admins)
        let operators = people.group(context: OperatorContext.self)
        mount(console, on: operators)
        let outbox = OutboxHandler(folder: settings.outbox, frame: frame, templates: templates)
        operators.get(path(OutboxRoute.Pattern.index), use: outbox.index)
        operators.get(path(OutboxRoute.Pattern.mail), use: outbox.show)
        let jobsAPI = JobsAPIHandlers(reading: reading)
        admins.get(path(APIRoute.Pattern.jobs), use: disconnects.watching(jobsAPI.list))
        admins.get(path(APIRoute.Pattern.job), use: disconnects.watching(jobsAPI.show))
        return router
    }

    private func mount(_ recovery: RecoveryHandler, on router: Router<AppContext>) {
        router.get(path(RecoveryRoute.Pattern.forgot), use: recovery.form)
        router.post(path(RecoveryRoute.Pattern.forgot), use: recovery.submit)
        router.get(path(RecoveryRoute.Pattern.sent), use: recovery.sent)
        router.get(path(RecoveryRoute.Pattern.link), use: recovery.open)
        router.get(path(RecoveryRoute.Pattern.password), use: recovery.passwordForm)
        router.post(path(RecoveryRoute.Pattern.password), use: recovery.setPassword)
        router.get(path(RecoveryRoute.Pattern.done), use: recovery.done)
    }

    private func mount(_ invitation: InvitationHandler, on group: RouterGroup<AppContext>) {
        group.get(path(InvitationRoute.Pattern.link), use: invitation.open)
        group.get(path(InvitationRoute.Pattern.show), use: invitation.show)
        group.post(path(InvitationRoute.Pattern.show), use: invitation.accept)
        group.post(path(InvitationRoute.Pattern.join), use: invitation.join)
    }

    private func mount(_ members: MembersHandler, on group: RouterGroup<AdminContext>) {
        group.get(path(MembersRoute.Pattern.index), use: members.index)
        group.get(path(MembersRoute.Pattern.member), use: members.show)
        group.post(path(MembersRoute.Pattern.role), use: members.changeRole)
        group.post(path(MembersRoute.Pattern.remove), use: members.remove)
        group.post(path(MembersRoute.Pattern.invite), use: members.invite)
        group.post(path(MembersRoute.Pattern.resend), use: members.resend)
        group.post(path(MembersRoute.Pattern.withdraw), use: members.withdraw)
    }

    /// The same pages for both areas; the context says which.
    private func mount<Context: ConsoleContext>(_ console: JobsHandler, on group: RouterGroup<Context>) {
        func path(_ place: JobRoute.Pattern.Place) -> RouterPath { self.path(JobRoute.Pattern(Context.area, place)) }
        group.get(path(.index), use: disconnects.watching(console.index))
        group.get(path(.job), use: disconnects.watching(console.show))
        group.post(path(.act), use: console.act)
        group.get(path(.confirm), use: disconnects.watching(console.confirm))
        group.post(path(.confirm), use: console.performAll)
        group.post(path(.pauses), use: console.pause)
        group.get(path(.schedules), use: disconnects.watching(console.schedules))
        group.post(path(.schedules), use: console.pauseSchedule)
        group.get(path(.new), use: console.new)
        group.post(path(.new), use: console.enqueue)
    }

    private func path(_ pattern: some RawRepresentable<String>) -> RouterPath { RouterPath(pattern.rawValue) }
}
