package import Companies
package import Connections
package import Foundation
package import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Ingestion
package import Jobs
package import Logging
import Matching
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
    private let probes: [SourceCode: any ConnectionProbe]
    private let sources: SourceAccess?
    private let jobs: JobRegistry
    private let logger: Logger
    private let metrics: MetricsRegistry
    private let now: @Sendable () -> Date
    private let afterTakeover: @Sendable (CompanyTransaction) async throws -> Void
    private let afterWeights: @Sendable (CompanyTransaction) async throws -> Void
    private let afterReview: @Sendable () async throws -> Void
    private let disconnects = DisconnectWatch()
    private let templates: TemplateLibrary
    private let assets: AssetStore

    /// Reads templates and assets.
    /// - Parameters:
    ///   - vault: seals the logins that admins store, and the seeds of second factors.
    ///   - probes: one per source whose logins can be tried.
    ///   - sources: the way to sources, for logins that are tried before they are stored.
    ///   - jobs: the kinds of jobs this process knows, for the console: what to hide, what to add by hand.
    ///   - metrics: what `/metrics` shows; requests and this process are counted there.
    ///   - afterReview: has done what a reviewer answered, soon.
    ///   - afterTakeover: what follows when evidence changed by somebody's decision, in the same transaction.
    ///   - afterWeights: what follows when a company weighs its scores otherwise, in the same transaction.
    /// - Throws: a sentence for the person who starts the server.
    package init(
        settings: ServerSettings, database: CompanyDatabase, hashing: HashingPool, vault: SecretVault,
        probes: [SourceCode: any ConnectionProbe] = [:], sources: SourceAccess? = nil,
        jobs: JobRegistry = JobRegistry(), logger: Logger, metrics: MetricsRegistry = MetricsRegistry(),
        afterTakeover: @escaping @Sendable (CompanyTransaction) async throws -> Void = { _ in },
        afterWeights: @escaping @Sendable (CompanyTransaction) async throws -> Void = { _ in },
        afterReview: @escaping @Sendable () async throws -> Void = {},
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.settings = settings
        self.database = database
        self.hashing = hashing
        self.vault = vault
        self.probes = probes
        self.sources = sources
        self.jobs = jobs
        self.logger = logger
        self.metrics = metrics
        self.afterTakeover = afterTakeover
        self.afterWeights = afterWeights
        self.afterReview = afterReview
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
            additionalChannelHandlers: [watch.handler()], idleTimeout: .seconds(settings.idleSeconds))
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
        let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: EnvelopeMiddleware(
                errors: ErrorResponder(templates: templates, assets: assets.links, cookies: cookies),
                headers: SecurityHeaders(isProduction: settings.isProduction),
                meters: RequestMeters(factory: metrics), log: RequestLog(level: settings.requestLogLevel),
                traces: TraceHeaders()))
        router.add(middleware: OriginMiddleware())

        Probes(settings: settings, database: database, logger: logger, metrics: metrics).add(to: router)
        router.mount(.get, AssetRoute.Pattern.asset, use: AssetHandler(store: assets).show)
        let networks = ClientNetworks(trustedProxies: settings.trustedProxies)
        let meters = SignInMeters(factory: metrics)
        let entrance = SignInHandler(
            signIn: signIn, templates: templates, assets: assets.links, cookies: cookies, networks: networks,
            meters: meters, allowsSignUp: settings.allowsSignUp)
        router.mount(.get, SessionRoute.Pattern.signIn, use: entrance.form)
        router.mount(.post, SessionRoute.Pattern.signIn, use: entrance.submit)
        router.mount(.post, SessionRoute.Pattern.signOut, use: entrance.signOut)
        let factor = SecondFactor(database: database, signIn: signIn, vault: vault, now: now)
        let secondStep = SignInCodeHandler(
            factor: factor, entrance: entrance, templates: templates, assets: assets.links, cookies: cookies,
            meters: meters)
        router.mount(.get, SessionRoute.Pattern.code, use: secondStep.form)
        router.mount(.post, SessionRoute.Pattern.code, use: secondStep.submit)

        let forms = PublicForms(templates: templates, assets: assets.links, cookies: cookies)
        let counter = MailCounter(database: database)
        RecoveryHandler(
            database: database, recovery: PasswordRecovery(database: database, hashing: hashing), counter: counter,
            forms: forms, networks: networks, meters: meters
        ).mount(on: router)
        SignUpHandler(
            isOn: settings.allowsSignUp, database: database, desk: SignUpDesk(database: database, hashing: hashing),
            signIn: signIn, counter: counter, forms: forms, networks: networks, meters: meters
        ).mount(on: router)

        let account = PersonalAccount(database: database)
        let sessions = SessionMiddleware(signIn: signIn, account: account, cookies: cookies)
        let pace = Pace(
            counts: RequestCounts(database: database), limits: settings.limits, logger: logger, now: now)
        let people = router.group().add(middleware: sessions).add(middleware: PersonPace(pace: pace))
        InvitationHandler(
            desk: InvitationDesk(database: database, hashing: hashing), signIn: signIn, forms: forms,
            networks: networks, meters: meters
        ).mount(on: people)
        let members = people.group(context: MemberContext.self)
        members.mount(
            .get, HomeRoute.Pattern.dashboard,
            use: disconnects.watching(DashboardHandler(database: database, frame: frame, pages: pages).show))
        members.mount(
            .get, TrendRoute.Pattern.index,
            use: disconnects.watching(TrendsHandler(database: database, frame: frame, pages: pages).show))
        members.mount(
            .get, TrendRoute.Pattern.product,
            use: disconnects.watching(ProductHandler(database: database, frame: frame, pages: pages).show))
        members.mount(
            .get, TrendRoute.Pattern.listing,
            use: disconnects.watching(ListingHandler(database: database, frame: frame, pages: pages).show))
        members.mount(
            .get, TrendRoute.Pattern.score,
            use: disconnects.watching(ScoreHandler(database: database, frame: frame, pages: pages).show))
        let weights = WeightsHandler(
            database: database, frame: frame, templates: templates, follows: afterWeights)
        let analysts = members.group(context: AnalystContext.self)
        analysts.mount(.get, TrendRoute.Pattern.weights, use: disconnects.watching(weights.show))
        analysts.mount(.post, TrendRoute.Pattern.weights, use: weights.change)
        let record = TrackRecordHandler(database: database, frame: frame, pages: pages)
        members.mount(.get, TrackRecordRoute.Pattern.index, use: disconnects.watching(record.show))
        members.mount(.get, TrackRecordRoute.Pattern.export, use: disconnects.watching(record.export))
        let decisions = DecisionsHandler(
            database: database, frame: frame, templates: templates, follows: afterTakeover)
        let admins = members.group(context: AdminContext.self)
        admins.mount(.get, TrendRoute.Pattern.decisions, use: disconnects.watching(decisions.show))
        admins.mount(.post, TrendRoute.Pattern.decisions, use: decisions.act)
        let own = AccountHandler(
            account: account, signIn: signIn, factor: factor, frame: frame, templates: templates, cookies: cookies,
            networks: networks, meters: meters)
        let persons = people.group(context: AccountContext.self)
        persons.mount(.get, AccountRoute.Pattern.index, use: own.index)
        persons.mount(.post, AccountRoute.Pattern.sessions, use: own.endSessions)
        persons.mount(.get, AccountRoute.Pattern.password, use: own.passwordForm)
        persons.mount(.post, AccountRoute.Pattern.password, use: own.changePassword)
        persons.mount(.get, AccountRoute.Pattern.confirm, use: own.confirmForm)
        persons.mount(.post, AccountRoute.Pattern.confirm, use: own.confirm)
        mount(
            SecondFactorHandler(
                factor: factor, frame: frame, templates: templates, cookies: cookies, networks: networks, meters: meters
            ),
            on: persons.group(context: ConfirmedContext.self))
        EmailChangeHandler(
            database: database, changes: EmailChange(database: database), counter: counter, frame: frame,
            templates: templates, forms: forms, networks: networks
        ).mount(on: persons.group(context: ConfirmedContext.self), router)
        let visitors = people.group(context: VisitorContext.self)
        visitors.mount(.get, AccountRoute.Pattern.chooser, use: own.chooser)
        visitors.mount(.post, AccountRoute.Pattern.company, use: own.choose)
        let reading = JobsReading(database: database, jobs: jobs, logger: logger)
        let console = JobsHandler(reading: reading, frame: frame, templates: templates)
        mount(console, on: admins)
        let operators = people.group(context: OperatorContext.self)
        mount(console, on: operators)
        let companies = StaffCompaniesHandler(
            database: database, frame: frame, templates: templates, hasOutbox: settings.outbox != nil)
        operators.mount(.get, StaffRoute.Pattern.companies, use: companies.index)
        OutboxHandler(folder: settings.outbox, frame: frame, templates: templates).mount(on: operators)
        mountReview(on: people.group(context: ReviewerContext.self), frame: frame)
        let readings = SourcesHandler(
            database: database, access: sources, frame: frame, templates: templates, follows: afterTakeover)
        mount(readings, on: admins)
        mount(readings, on: operators)
        let alerts = AlertsHandler(
            database: database, vault: vault, reach: settings.alertReach, frame: frame, templates: templates,
            logger: logger)
        mount(alerts, on: admins)
        mount(alerts, on: operators)
        let owners = members.group(context: OwnerContext.self)
        mountCompany(on: admins, owners, frame: frame)
        MembersHandler(
            database: database, register: MemberRegister(database: database), counter: counter, frame: frame,
            templates: templates
        ).mount(on: admins)
        mountSecurity(on: admins, owners, factor: factor, frame: frame)
        let accessTokens = AccessTokens(folder: SigningKeyFolder(keys: vault.keys), now: now)
        let callers = router.group().add(
            middleware: PrincipalMiddleware(
                sessions: sessions,
                clients: APIClients(
                    database: database, tokenLimit: settings.limits.token, companyLimit: settings.limits.company,
                    now: now),
                accessTokens: accessTokens, cookies: cookies, networks: networks, pace: pace)
        ).add(middleware: PersonPace(pace: pace)).group(context: APIContext.self)
        let (api, jobsAPI) = (APIHandlers(database: database, pages: pages), JobsAPIHandlers(reading: reading))
        callers.mount(.get, APIRoute.Pattern.trends, use: disconnects.watching(api.trends))
        callers.mount(.get, APIRoute.Pattern.categories, use: disconnects.watching(api.categories))
        callers.mount(.get, APIRoute.Pattern.product, use: disconnects.watching(api.product))
        callers.mount(.get, APIRoute.Pattern.forecast, use: disconnects.watching(api.forecast))
        callers.mount(.get, APIRoute.Pattern.score, use: disconnects.watching(api.score))
        callers.mount(.get, APIRoute.Pattern.history, use: disconnects.watching(api.history))
        callers.mount(.get, APIRoute.Pattern.jobs, use: disconnects.watching(jobsAPI.list))
        callers.mount(.get, APIRoute.Pattern.job, use: disconnects.watching(jobsAPI.show))
        let sourcesAPI = SourcesAPIHandlers(database: database)
        callers.mount(.get, APIRoute.Pattern.sources, use: disconnects.watching(sourcesAPI.list))
        callers.mount(.post, APIRoute.Pattern.sourceRuns, use: sourcesAPI.run)
        let alertsAPI = AlertsAPIHandlers(database: database, now: now)
        callers.mount(.get, APIRoute.Pattern.alerts, use: disconnects.watching(alertsAPI.list))
        callers.mount(.get, APIRoute.Pattern.alert, use: disconnects.watching(alertsAPI.show))
        callers.mount(.post, APIRoute.Pattern.acknowledgement, use: alertsAPI.acknowledge)
        callers.mount(.post, APIRoute.Pattern.token, use: AccessTokenHandler(tokens: accessTokens).make)
        return router
    }

    /// The pairs that staff decide about.
    private func mountReview(on reviewers: RouterGroup<ReviewerContext>, frame: Frame) {
        let review = ReviewHandler(
            queue: ReviewQueries(database: database), frame: frame, templates: templates, settles: afterReview,
            drawsGold: { Int.random(in: 0..<ReviewQueries.goldEvery) == 0 },
            drawsAudit: { Int.random(in: 0..<ReviewQueries.auditEvery) == 0 })
        reviewers.mount(.get, ReviewRoute.Pattern.next, use: disconnects.watching(review.start))
        reviewers.mount(.post, ReviewRoute.Pattern.next, use: review.next)
        reviewers.mount(.get, ReviewRoute.Pattern.pair, use: disconnects.watching(review.show))
        reviewers.mount(.post, ReviewRoute.Pattern.pair, use: review.answer)
        reviewers.mount(.post, ReviewRoute.Pattern.choose, use: review.choose)
        reviewers.mount(.post, ReviewRoute.Pattern.undo, use: review.undo)
        reviewers.mount(.get, ReviewRoute.Pattern.queue, use: disconnects.watching(review.figures))
        reviewers.mount(.get, ReviewRoute.Pattern.rules, use: disconnects.watching(review.rules))
        reviewers.mount(.post, ReviewRoute.Pattern.rules, use: review.rule)
    }

    private func mount(_ factor: SecondFactorHandler, on group: RouterGroup<ConfirmedContext>) {
        group.mount(.get, AccountRoute.Pattern.secondFactor, use: factor.index)
        group.mount(.post, AccountRoute.Pattern.secondFactor, use: factor.begin)
        group.mount(.post, AccountRoute.Pattern.secondFactorCode, use: factor.turnOn)
        group.mount(.post, AccountRoute.Pattern.recoveryCodes, use: factor.renewCodes)
        group.mount(.post, AccountRoute.Pattern.secondFactorOff, use: factor.turnOff)
    }

    /// Who and what comes in: the demands on members, and the tokens of programs.
    private func mountSecurity(
        on admins: RouterGroup<AdminContext>, _ owners: RouterGroup<OwnerContext>, factor: SecondFactor, frame: Frame
    ) {
        let demands = SecurityHandler(database: database, factor: factor, frame: frame, templates: templates)
        admins.mount(.get, SecurityRoute.Pattern.index, use: demands.index)
        owners.mount(.post, SecurityRoute.Pattern.index, use: demands.save)
        let tokens = TokensHandler(database: database, frame: frame, templates: templates)
        admins.mount(.get, TokenRoute.Pattern.index, use: tokens.index)
        admins.mount(.post, TokenRoute.Pattern.index, use: tokens.make)
        admins.mount(.post, TokenRoute.Pattern.revoke, use: tokens.revoke)
    }

    /// What admins and owners look after.
    private func mountCompany(
        on admins: RouterGroup<AdminContext>, _ owners: RouterGroup<OwnerContext>, frame: Frame
    ) {
        let staff = StaffRegister(database: database)
        let company = CompanyHandler(database: database, frame: frame, templates: templates)
        admins.mount(.get, CompanyRoute.Pattern.index, use: company.index)
        owners.mount(.post, CompanyRoute.Pattern.index, use: company.change)
        owners.mount(.post, CompanyRoute.Pattern.judge, use: company.judge)
        let audit = AuditHandler(database: database, staff: staff, frame: frame, templates: templates)
        admins.mount(.get, CompanyRoute.Pattern.audit, use: disconnects.watching(audit.index))
        admins.mount(.get, CompanyRoute.Pattern.auditExport, use: audit.export)
        let connections = ConnectionsHandler(
            database: database, vault: vault, probes: probes, access: sources, staff: staff, frame: frame,
            templates: templates, logger: logger)
        admins.mount(.get, CompanyRoute.Pattern.connections, use: connections.index)
        admins.mount(.get, CompanyRoute.Pattern.newConnection, use: connections.form)
        admins.mount(.post, CompanyRoute.Pattern.newConnection, use: connections.add)
        admins.mount(.post, CompanyRoute.Pattern.tryConnection, use: connections.attempt)
        admins.mount(.get, CompanyRoute.Pattern.connection, use: connections.show)
        admins.mount(.post, CompanyRoute.Pattern.credentials, use: connections.replace)
        admins.mount(.post, CompanyRoute.Pattern.test, use: connections.test)
        admins.mount(.post, CompanyRoute.Pattern.revoke, use: connections.revoke)
    }

    /// The same pages for both areas; the context says which.
    private func mount<Context: ConsoleContext>(_ console: JobsHandler, on group: RouterGroup<Context>) {
        func place(_ place: JobRoute.Place) -> JobRoute.Pattern { JobRoute.Pattern(Context.area, place) }
        group.mount(.get, place(.index), use: disconnects.watching(console.index))
        group.mount(.get, place(.job), use: disconnects.watching(console.show))
        group.mount(.post, place(.act), use: console.act)
        group.mount(.get, place(.confirm), use: disconnects.watching(console.confirm))
        group.mount(.post, place(.confirm), use: console.performAll)
        group.mount(.post, place(.pauses), use: console.pause)
        group.mount(.get, place(.schedules), use: disconnects.watching(console.schedules))
        group.mount(.post, place(.schedules), use: console.pauseSchedule)
        group.mount(.get, place(.new), use: console.new)
        group.mount(.post, place(.new), use: console.enqueue)
    }

    /// The same pages for both areas; the context says which.
    private func mount<Context: ConsoleContext>(_ sources: SourcesHandler, on group: RouterGroup<Context>) {
        func place(_ place: SourceRoute.Place) -> SourceRoute.Pattern {
            SourceRoute.Pattern(Context.area, place)
        }
        group.mount(.get, place(.index), use: disconnects.watching(sources.index))
        group.mount(.post, place(.switching), use: sources.switching)
        group.mount(.get, place(.connect), use: sources.form)
        group.mount(.post, place(.connect), use: sources.connect)
        group.mount(.post, place(.attempt), use: sources.attempt)
        group.mount(.get, place(.cycles), use: disconnects.watching(sources.cycles))
        group.mount(.get, place(.connection), use: disconnects.watching(sources.connection))
        group.mount(.post, place(.act), use: sources.act)
        group.mount(.get, place(.run), use: disconnects.watching(sources.run))
        group.mount(.post, place(.decide), use: sources.decide)
    }

    /// The same pages for both areas; the context says which.
    private func mount<Context: ConsoleContext>(_ alerts: AlertsHandler, on group: RouterGroup<Context>) {
        func place(_ place: AlertRoute.Place) -> AlertRoute.Pattern { AlertRoute.Pattern(Context.area, place) }
        group.mount(.get, place(.index), use: disconnects.watching(alerts.index))
        group.mount(.get, place(.alert), use: disconnects.watching(alerts.alert))
        group.mount(.post, place(.act), use: alerts.act)
        group.mount(.get, place(.monitors), use: disconnects.watching(alerts.monitors))
        // Only the platform watches its processes.
        if Context.area == .platform { group.mount(.post, place(.monitors), use: alerts.watch) }
        group.mount(.get, place(.monitor), use: disconnects.watching(alerts.monitor))
        group.mount(.post, place(.monitor), use: alerts.change)
        group.mount(.get, place(.channels), use: disconnects.watching(alerts.channels))
        group.mount(.post, place(.channels), use: alerts.addChannel)
        group.mount(.get, place(.channel), use: disconnects.watching(alerts.channel))
        group.mount(.post, place(.actOnChannel), use: alerts.actOnChannel)
    }

    /// Every route there is, as the router has it. What can be read can also be asked for without its body, which is no
    /// route of its own.
    package var routes: [(method: HTTPRequest.Method, pattern: String)] {
        router().routes.filter { $0.method != .head }.map { ($0.method, $0.path.description) }
    }
}
