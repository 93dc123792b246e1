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
    private let vault: SecretVault
    private let jobs: JobRegistry
    private let logger: Logger
    private let metrics: MetricsRegistry
    private let now: @Sendable () -> Date
    private let disconnects = DisconnectWatch()
    private let templates: TemplateLibrary
    private let assets: AssetStore

    /// Reads templates and assets.
    /// - Parameters:
    ///   - vault: seals the seeds of second factors.
    ///   - jobs: the kinds of jobs this process knows, for the console: what to hide, what to add by hand.
    ///   - metrics: what `/metrics` shows; requests and this process are counted there.
    /// - Throws: a sentence for the person who starts the server.
    package init(
        settings: ServerSettings, database: CompanyDatabase, hashing: HashingPool, vault: SecretVault,
        jobs: JobRegistry = JobRegistry(), logger: Logger, metrics: MetricsRegistry = MetricsRegistry(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.settings = settings
        self.database = database
        self.hashing = hashing
        self.vault = vault
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
        let factor = SecondFactor(database: database, signIn: signIn, vault: vault, now: now)
        let secondStep = SignInCodeHandler(
            factor: factor, templates: templates, assets: assets.links, cookies: cookies, meters: meters)
        router.get(path(SessionRoute.Pattern.code), use: secondStep.form)
        router.post(path(SessionRoute.Pattern.code), use: secondStep.submit)

        let account = PersonalAccount(database: database)
        let sessions = SessionMiddleware(signIn: signIn, account: account, cookies: cookies)
        let pace = Pace(
            counts: RequestCounts(database: database), limits: settings.limits, logger: logger, now: now)
        let people = router.group().add(middleware: sessions).add(middleware: PersonPace(pace: pace))
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
            account: account, signIn: signIn, factor: factor, frame: frame, templates: templates, cookies: cookies,
            networks: networks, meters: meters)
        let persons = people.group(context: AccountContext.self)
        persons.get(path(AccountRoute.Pattern.index), use: own.index)
        persons.post(path(AccountRoute.Pattern.sessions), use: own.endSessions)
        persons.get(path(AccountRoute.Pattern.password), use: own.passwordForm)
        persons.post(path(AccountRoute.Pattern.password), use: own.changePassword)
        persons.get(path(AccountRoute.Pattern.confirm), use: own.confirmForm)
        persons.post(path(AccountRoute.Pattern.confirm), use: own.confirm)
        mount(
            SecondFactorHandler(
                factor: factor, frame: frame, templates: templates, cookies: cookies, networks: networks, meters: meters
            ),
            on: persons.group(context: ConfirmedContext.self))
        let demands = SecurityHandler(database: database, factor: factor, frame: frame, templates: templates)
        let owners = members.group(context: OwnerContext.self)
        owners.get(path(SecurityRoute.Pattern.index), use: demands.index)
        owners.post(path(SecurityRoute.Pattern.index), use: demands.save)
        let visitors = people.group(context: VisitorContext.self)
        visitors.get(path(AccountRoute.Pattern.chooser), use: own.chooser)
        visitors.post(path(AccountRoute.Pattern.company), use: own.choose)
        let reading = JobsReading(database: database, jobs: jobs, logger: logger)
        let console = JobsHandler(reading: reading, frame: frame, templates: templates)
        let admins = members.group(context: AdminContext.self)
        mount(console, on: admins)
        mount(console, on: people.group(context: OperatorContext.self))
        let tokens = TokensHandler(database: database, frame: frame, templates: templates)
        admins.get(path(TokenRoute.Pattern.index), use: tokens.index)
        admins.post(path(TokenRoute.Pattern.index), use: tokens.make)
        admins.post(path(TokenRoute.Pattern.revoke), use: tokens.revoke)
        let accessTokens = AccessTokens(folder: SigningKeyFolder(keys: vault.keys), now: now)
        let callers = router.group().add(
            middleware: PrincipalMiddleware(
                sessions: sessions,
                clients: APIClients(
                    database: database, tokenLimit: settings.limits.token, companyLimit: settings.limits.company, now: now),
                accessTokens: accessTokens, cookies: cookies, networks: networks, pace: pace)
        ).add(middleware: PersonPace(pace: pace)).group(context: APIContext.self)
        mount(APIHandlers(database: database, pages: pages), JobsAPIHandlers(reading: reading), on: callers)
        callers.post(path(APIRoute.Pattern.token), use: AccessTokenHandler(tokens: accessTokens).make)
        return router
    }

    /// Every operation asks first for what its row in the table of demands says.
    private func mount(_ api: APIHandlers, _ jobs: JobsAPIHandlers, on group: RouterGroup<APIContext>) {
        func add(
            _ operation: APIRoute.Pattern,
            _ handler: @escaping @Sendable (Request, APIContext) async throws -> Response
        ) {
            let demand = APIDemand.of(operation)
            group.get(
                path(operation),
                use: disconnects.watching { request, context in
                    if let demand { try context.principal.satisfy(demand) }
                    return try await handler(request, context)
                })
        }
        add(.trends, api.trends)
        add(.product, api.product)
        add(.history, api.history)
        add(.jobs, jobs.list)
        add(.job, jobs.show)
    }

    private func mount(_ factor: SecondFactorHandler, on group: RouterGroup<ConfirmedContext>) {
        group.get(path(AccountRoute.Pattern.secondFactor), use: factor.index)
        group.post(path(AccountRoute.Pattern.secondFactor), use: factor.begin)
        group.post(path(AccountRoute.Pattern.secondFactorCode), use: factor.turnOn)
        group.post(path(AccountRoute.Pattern.recoveryCodes), use: factor.renewCodes)
        group.post(path(AccountRoute.Pattern.secondFactorOff), use: factor.turnOff)
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
