/// All pages' templates, compiled. Made once at boot; rendering is a pure function of the page and cannot fail.
package struct TemplateLibrary: Sendable {
    let signIn: Program<SignInPage>
    let dashboard: Program<DashboardPage>
    let trends: Program<TrendsPage>
    let product: Program<ProductPage>
    let listing: Program<ListingPage>
    let trackRecord: Program<TrackRecordPage>
    let error: Program<ErrorPage>
    let jobs: Program<JobsPage>
    let job: Program<JobPage>
    let schedules: Program<SchedulesPage>
    let confirmJobs: Program<ConfirmJobsPage>
    let newJob: Program<NewJobPage>
    let account: Program<AccountPage>
    let password: Program<PasswordPage>
    let confirm: Program<ConfirmPage>
    let chooser: Program<ChooserPage>
    let notice: Program<NoticePage>
    let forgot: Program<ForgotPage>
    let newPassword: Program<NewPasswordPage>
    let invitation: Program<InvitationPage>
    let members: Program<MembersPage>
    let member: Program<MemberPage>
    let outbox: Program<OutboxPage>
    let outboxMail: Program<OutboxMailPage>
    let signUp: Program<SignUpPage>
    let confirmSignUp: Program<ConfirmSignUpPage>
    let email: Program<EmailPage>
    let confirmEmail: Program<ConfirmEmailPage>
    let company: Program<CompanyPage>
    let audit: Program<AuditPage>
    let connections: Program<ConnectionsPage>
    let connection: Program<ConnectionPage>
    let newConnection: Program<NewConnectionPage>
    let openSource: Program<OpenSourcePage>
    let decisions: Program<DecisionsPage>
    let score: Program<ScorePage>
    let weights: Program<WeightsPage>
    let staffCompanies: Program<StaffCompaniesPage>
    let signInCode: Program<SignInCodePage>
    let secondFactor: Program<SecondFactorPage>
    let recoveryCodes: Program<RecoveryCodesPage>
    let security: Program<SecurityPage>
    let tokens: Program<TokensPage>
    let newToken: Program<NewTokenPage>
    let sources: Program<SourcesPage>
    let source: Program<SourcePage>
    let run: Program<RunPage>
    let cycles: Program<CyclesPage>
    let alerts: Program<AlertsPage>
    let alert: Program<AlertPage>
    let monitors: Program<MonitorsPage>
    let monitor: Program<MonitorPage>
    let channels: Program<ChannelsPage>
    let channel: Program<ChannelPage>
    let review: Program<ReviewPage>
    let reviewStart: Program<ReviewStartPage>
    let reviewQueue: Program<ReviewQueuePage>
    let reviewRules: Program<ReviewRulesPage>
    let dashboardMain: Program<DashboardPage>
    let trendsMain: Program<TrendsPage>
    let productMain: Program<ProductPage>
    let listingMain: Program<ListingPage>
    let scoreMain: Program<ScorePage>
    let trackRecordMain: Program<TrackRecordPage>
    /// The layout up to the main part, and from there on.
    let before: Program<FramePage>
    let after: Program<FramePage>

    /// Compiles the templates of a folder (the project's `Templates/`) in one language.
    ///
    /// - Throws: a sentence for the person who starts the server: the folder or a file is missing, a template has a
    ///   mistake, shows a field its page does not have, or shows one where escaping would not protect it.
    package init(root: String, text: InterfaceText = .english) throws(TemplateProblem) {
        try self.init(sources: TemplateFolder.read(root), text: text)
    }

    /// Compiles templates given as text by name (`trends/index`).
    package init(sources: [String: String], text: InterfaceText = .english) throws(TemplateProblem) {
        var templates: [String: [TemplateNode]] = [:]
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            templates[name] = try TemplateParser.parse(source, place: name)
        }
        let compiler = TemplateCompiler(templates: templates, text: text)
        signIn = try compiler.program(for: SignInPage.self)
        dashboard = try compiler.program(for: DashboardPage.self)
        trends = try compiler.program(for: TrendsPage.self)
        product = try compiler.program(for: ProductPage.self)
        listing = try compiler.program(for: ListingPage.self)
        trackRecord = try compiler.program(for: TrackRecordPage.self)
        error = try compiler.program(for: ErrorPage.self)
        jobs = try compiler.program(for: JobsPage.self)
        job = try compiler.program(for: JobPage.self)
        schedules = try compiler.program(for: SchedulesPage.self)
        confirmJobs = try compiler.program(for: ConfirmJobsPage.self)
        newJob = try compiler.program(for: NewJobPage.self)
        account = try compiler.program(for: AccountPage.self)
        password = try compiler.program(for: PasswordPage.self)
        confirm = try compiler.program(for: ConfirmPage.self)
        chooser = try compiler.program(for: ChooserPage.self)
        notice = try compiler.program(for: NoticePage.self)
        forgot = try compiler.program(for: ForgotPage.self)
        newPassword = try compiler.program(for: NewPasswordPage.self)
        invitation = try compiler.program(for: InvitationPage.self)
        members = try compiler.program(for: MembersPage.self)
        member = try compiler.program(for: MemberPage.self)
        outbox = try compiler.program(for: OutboxPage.self)
        outboxMail = try compiler.program(for: OutboxMailPage.self)
        signUp = try compiler.program(for: SignUpPage.self)
        confirmSignUp = try compiler.program(for: ConfirmSignUpPage.self)
        email = try compiler.program(for: EmailPage.self)
        confirmEmail = try compiler.program(for: ConfirmEmailPage.self)
        company = try compiler.program(for: CompanyPage.self)
        audit = try compiler.program(for: AuditPage.self)
        connections = try compiler.program(for: ConnectionsPage.self)
        connection = try compiler.program(for: ConnectionPage.self)
        newConnection = try compiler.program(for: NewConnectionPage.self)
        openSource = try compiler.program(for: OpenSourcePage.self)
        decisions = try compiler.program(for: DecisionsPage.self)
        score = try compiler.program(for: ScorePage.self)
        weights = try compiler.program(for: WeightsPage.self)
        staffCompanies = try compiler.program(for: StaffCompaniesPage.self)
        signInCode = try compiler.program(for: SignInCodePage.self)
        secondFactor = try compiler.program(for: SecondFactorPage.self)
        recoveryCodes = try compiler.program(for: RecoveryCodesPage.self)
        security = try compiler.program(for: SecurityPage.self)
        tokens = try compiler.program(for: TokensPage.self)
        newToken = try compiler.program(for: NewTokenPage.self)
        self.sources = try compiler.program(for: SourcesPage.self)
        source = try compiler.program(for: SourcePage.self)
        run = try compiler.program(for: RunPage.self)
        cycles = try compiler.program(for: CyclesPage.self)
        alerts = try compiler.program(for: AlertsPage.self)
        alert = try compiler.program(for: AlertPage.self)
        monitors = try compiler.program(for: MonitorsPage.self)
        monitor = try compiler.program(for: MonitorPage.self)
        channels = try compiler.program(for: ChannelsPage.self)
        channel = try compiler.program(for: ChannelPage.self)
        review = try compiler.program(for: ReviewPage.self)
        reviewStart = try compiler.program(for: ReviewStartPage.self)
        reviewQueue = try compiler.program(for: ReviewQueuePage.self)
        reviewRules = try compiler.program(for: ReviewRulesPage.self)
        dashboardMain = try compiler.mainProgram(for: DashboardPage.self)
        trendsMain = try compiler.mainProgram(for: TrendsPage.self)
        productMain = try compiler.mainProgram(for: ProductPage.self)
        listingMain = try compiler.mainProgram(for: ListingPage.self)
        scoreMain = try compiler.mainProgram(for: ScorePage.self)
        trackRecordMain = try compiler.mainProgram(for: TrackRecordPage.self)
        (before, after) = try compiler.frameProgram()
    }

    /// The page as UTF-8 HTML.
    ///
    /// - Parameter capacity: the expected size in bytes; a good guess saves copying.
    package func render<P: Page>(_ page: P, capacity: Int = 64 * 1024) -> [UInt8] {
        var buffer = HTMLBuffer(capacity: capacity)
        P.program(in: self).run(page, into: &buffer)
        return buffer.bytes
    }
}
