import Companies
import HTTPTypes
import Routes

/// Who may do what: one row for every route there is. A route without a row, or whose handler takes another context than its row
/// says, does not start; a row without a route fails the tests.
enum AccessPolicy {
    static let rules: [AccessRule] =
        machines + entrance + recovery + account + address + company + members + pages + api + jobs(.company)
        + jobs(.platform) + sources(.company) + sources(.platform)
        + alerts(.company) + alerts(.platform)
        + staff + review + factor

    private static let machines: [AccessRule] = [
        .get(HealthRoute.Pattern.health, .everybody),
        .get(HealthRoute.Pattern.ready, .everybody),
        // Has a lock of its own (`MetricsAccess`).
        .get(MetricsRoute.Pattern.metrics, .everybody),
        .get(AssetRoute.Pattern.asset, .everybody),
    ]

    private static let entrance: [AccessRule] = [
        .get(SessionRoute.Pattern.signIn, .everybody),
        .post(SessionRoute.Pattern.signIn, .everybody, .passwordTried, .sessionOpened),
        .post(SessionRoute.Pattern.signOut, .everybody, .sessionEnded),
    ]

    private static let recovery: [AccessRule] = [
        .get(RecoveryRoute.Pattern.forgot, .everybody),
        .post(
            RecoveryRoute.Pattern.forgot, .everybody,
            silent: "whether anybody has the address is for the job to find out, so that the answer cannot tell"),
        .get(RecoveryRoute.Pattern.sent, .everybody),
        .get(RecoveryRoute.Pattern.link, .everybody),
        .get(RecoveryRoute.Pattern.password, .everybody),
        .post(RecoveryRoute.Pattern.password, .everybody, .passwordReset, .sessionEnded),
        .get(RecoveryRoute.Pattern.done, .everybody),
        .get(InvitationRoute.Pattern.link, .everybody),
        .get(InvitationRoute.Pattern.show, .everybody),
        .post(InvitationRoute.Pattern.show, .everybody, .memberAdded, .sessionEntered),
        .post(InvitationRoute.Pattern.join, .everybody, .memberAdded, .passwordTried, .sessionOpened),
        .get(SignUpRoute.Pattern.form, .everybody),
        .post(SignUpRoute.Pattern.form, .everybody, silent: "nothing is made before the address is confirmed"),
        .get(SignUpRoute.Pattern.sent, .everybody),
        .get(SignUpRoute.Pattern.link, .everybody),
        .get(SignUpRoute.Pattern.confirm, .everybody),
        .post(
            SignUpRoute.Pattern.confirm, .everybody, .companyCreated, .memberAdded, .passwordTried, .sessionOpened),
    ]

    private static let account: [AccessRule] = [
        .get(AccountRoute.Pattern.index, .member(.viewer)),
        .post(AccountRoute.Pattern.sessions, .member(.viewer), .sessionEnded),
        .get(AccountRoute.Pattern.password, .member(.viewer)),
        .post(
            AccountRoute.Pattern.password, .member(.viewer), .passwordTried, .sessionConfirmed, .passwordChanged),
        .get(AccountRoute.Pattern.confirm, .member(.viewer)),
        .post(AccountRoute.Pattern.confirm, .member(.viewer), .passwordTried, .codeTried, .sessionConfirmed),
        .get(AccountRoute.Pattern.chooser, .signedIn),
        .post(AccountRoute.Pattern.company, .signedIn, .sessionEntered),
    ]

    /// Another address to sign in with.
    private static let address: [AccessRule] = [
        .get(AccountRoute.Pattern.email, .confirmed(.viewer)),
        .post(AccountRoute.Pattern.email, .confirmed(.viewer), .emailRequested),
        .post(AccountRoute.Pattern.withdrawEmail, .confirmed(.viewer), .emailWithdrawn),
        .get(EmailChangeRoute.Pattern.link, .everybody),
        .get(EmailChangeRoute.Pattern.confirm, .everybody),
        .post(EmailChangeRoute.Pattern.confirm, .everybody, .emailConfirmed, .emailChanged),
        .get(EmailChangeRoute.Pattern.waiting, .everybody),
        .get(EmailChangeRoute.Pattern.changed, .everybody),
    ]

    private static let company: [AccessRule] = [
        .get(CompanyRoute.Pattern.index, .confirmed(.admin)),
        .post(CompanyRoute.Pattern.index, .confirmed(.owner), .companyChanged),
        .post(CompanyRoute.Pattern.judge, .confirmed(.owner), .companyChanged),
        .get(CompanyRoute.Pattern.audit, .confirmed(.admin)),
        .get(CompanyRoute.Pattern.auditExport, .confirmed(.admin)),
        .get(CompanyRoute.Pattern.connections, .confirmed(.admin)),
        .get(CompanyRoute.Pattern.newConnection, .confirmed(.admin)),
        .post(CompanyRoute.Pattern.newConnection, .confirmed(.admin), .connectionAdded),
        .post(CompanyRoute.Pattern.tryConnection, .confirmed(.admin), .connectionTested),
        .get(CompanyRoute.Pattern.connection, .confirmed(.admin)),
        .post(CompanyRoute.Pattern.credentials, .confirmed(.admin), .connectionReplaced),
        .post(CompanyRoute.Pattern.test, .confirmed(.admin), .credentialUsed, .connectionTested),
        .post(CompanyRoute.Pattern.revoke, .confirmed(.admin), .connectionRevoked),
        .get(SecurityRoute.Pattern.index, .confirmed(.admin)),
        .post(SecurityRoute.Pattern.index, .confirmed(.owner), .securityChanged),
        .get(TokenRoute.Pattern.index, .confirmed(.admin)),
        .post(TokenRoute.Pattern.index, .confirmed(.admin), .tokenMade),
        .post(TokenRoute.Pattern.revoke, .confirmed(.admin), .tokenRevoked),
    ]

    private static let members: [AccessRule] = [
        .get(MembersRoute.Pattern.index, .confirmed(.admin)),
        .get(MembersRoute.Pattern.member, .confirmed(.admin)),
        .post(MembersRoute.Pattern.role, .confirmed(.admin), .memberRoleChanged),
        .post(MembersRoute.Pattern.remove, .confirmed(.admin), .memberRemoved),
        .post(MembersRoute.Pattern.invite, .confirmed(.admin), .memberInvited),
        .post(MembersRoute.Pattern.resend, .confirmed(.admin), .memberInvited),
        .post(MembersRoute.Pattern.withdraw, .confirmed(.admin), .memberUninvited),
    ]

    private static let pages: [AccessRule] = [
        .get(HomeRoute.Pattern.dashboard, .member(.viewer)),
        .get(TrendRoute.Pattern.index, .member(.viewer)),
        .get(TrendRoute.Pattern.product, .member(.viewer)),
        .get(TrendRoute.Pattern.listing, .member(.viewer)),
        .get(TrendRoute.Pattern.score, .member(.viewer)),
        .get(TrendRoute.Pattern.weights, .member(.analyst)),
        .post(TrendRoute.Pattern.weights, .member(.analyst), .weightsChanged),
        .get(TrackRecordRoute.Pattern.index, .member(.viewer)),
        .get(TrackRecordRoute.Pattern.export, .member(.viewer)),
        .get(TrendRoute.Pattern.decisions, .confirmed(.admin)),
        .post(
            TrendRoute.Pattern.decisions, .confirmed(.admin), .productMerged, .productSplit, .listingDiffers,
            .identityUndone,
            .identityRedone),
    ]

    /// The one table of scopes, too.
    private static let api: [AccessRule] = [
        .get(APIRoute.Pattern.trends, .api(.trendsRead, .viewer)),
        .get(APIRoute.Pattern.categories, .api(.trendsRead, .viewer)),
        .get(APIRoute.Pattern.product, .api(.productsRead, .viewer)),
        .get(APIRoute.Pattern.forecast, .api(.productsRead, .viewer)),
        .get(APIRoute.Pattern.score, .api(.productsRead, .viewer)),
        .get(APIRoute.Pattern.history, .api(.productsRead, .viewer)),
        .get(APIRoute.Pattern.jobs, .api(.jobsRead, .admin)),
        .get(APIRoute.Pattern.job, .api(.jobsRead, .admin)),
        .get(APIRoute.Pattern.sources, .api(.sourcesRead, .admin)),
        .post(APIRoute.Pattern.sourceRuns, .api(.sourcesRun, .admin), .runAsked),
        .get(APIRoute.Pattern.alerts, .api(.alertsRead, .admin)),
        .get(APIRoute.Pattern.alert, .api(.alertsRead, .admin)),
        .post(APIRoute.Pattern.acknowledgement, .api(.alertsAcknowledge, .admin), .alertAcknowledged),
        .post(
            APIRoute.Pattern.token, .program,
            silent: "it gives nothing the token does not; the hour of the token's use is noted"),
    ]

    /// What protects an account besides the password.
    private static let factor: [AccessRule] = [
        .get(AccountRoute.Pattern.secondFactor, .confirmed(.viewer)),
        .post(
            AccountRoute.Pattern.secondFactor, .confirmed(.viewer),
            silent: "nothing holds before the first code is right"),
        .post(
            AccountRoute.Pattern.secondFactorCode, .confirmed(.viewer), .factorTurnedOn, .sessionConfirmed,
            .sessionEnded),
        .post(AccountRoute.Pattern.recoveryCodes, .confirmed(.viewer), .recoveryCodesRenewed),
        .get(SessionRoute.Pattern.code, .everybody),
        .post(SessionRoute.Pattern.code, .everybody, .codeTried, .sessionOpened),
        .post(
            AccountRoute.Pattern.secondFactorOff, .confirmed(.viewer), .passwordTried, .codeTried, .factorTurnedOff,
            .sessionConfirmed, .sessionEnded),
    ]

    /// The console: the company's admins and the platform's operators have the same pages.
    private static func jobs(_ area: ConsoleArea) -> [AccessRule] {
        let access: Access = area == .company ? .confirmed(.admin) : .staff(.operator)
        func place(_ place: JobRoute.Place) -> JobRoute.Pattern { JobRoute.Pattern(area, place) }
        return [
            .get(place(.index), access), .get(place(.job), access), .get(place(.confirm), access),
            .get(place(.schedules), access), .get(place(.new), access),
            .post(place(.act), access, .jobsCancelled, .jobsReplayed, .jobsDiscarded),
            .post(place(.confirm), access, .jobsCancelled, .jobsReplayed, .jobsDiscarded),
            .post(place(.pauses), access, .jobsPaused, .jobsResumed),
            .post(place(.schedules), access, .jobsPaused, .jobsResumed),
            .post(place(.new), access, .jobsAdded),
        ]
    }

    /// Sources: the company's admins and the platform's operators have the same pages.
    private static func sources(_ area: ConsoleArea) -> [AccessRule] {
        let access: Access = area == .company ? .confirmed(.admin) : .staff(.operator)
        func place(_ place: SourceRoute.Place) -> SourceRoute.Pattern { SourceRoute.Pattern(area, place) }
        return [
            .get(place(.index), access), .get(place(.cycles), access), .get(place(.connection), access),
            .get(place(.run), access), .get(place(.connect), access),
            .post(place(.connect), access, .connectionAdded), .post(place(.attempt), access, .connectionTested),
            .post(place(.switching), access, .sourceStopped, .sourceStarted),
            .post(place(.act), access, .runAsked, .connectionPaused, .connectionResumed),
            .post(place(.decide), access, .runPublished, .runDiscarded),
        ]
    }

    /// Alerts: the company's admins and the platform's operators have the same pages.
    private static func alerts(_ area: ConsoleArea) -> [AccessRule] {
        let access: Access = area == .company ? .confirmed(.admin) : .staff(.operator)
        func place(_ place: AlertRoute.Place) -> AlertRoute.Pattern { AlertRoute.Pattern(area, place) }
        return [
            .get(place(.index), access), .get(place(.alert), access), .get(place(.monitors), access),
            .get(place(.monitor), access), .get(place(.channels), access), .get(place(.channel), access),
            .post(place(.act), access, .alertAcknowledged, .alertSilenced, .alertClosed),
            .post(place(.monitor), access, .monitorChanged, .monitorSilenced),
            .post(place(.channels), access, .channelAdded),
            .post(place(.actOnChannel), access, .channelTested, .channelReplaced, .channelRemoved),
            // Only the platform watches its processes.
        ] + (area == .platform ? [.post(place(.monitors), access, .monitorChanged)] : [])
    }

    private static let staff: [AccessRule] = [
        .get(StaffRoute.Pattern.companies, .staff(.operator)),
        .get(OutboxRoute.Pattern.index, .staff(.operator)),
        .get(OutboxRoute.Pattern.mail, .staff(.operator)),
    ]

    private static let review: [AccessRule] = [
        .get(ReviewRoute.Pattern.next, .reviewer),
        .post(ReviewRoute.Pattern.next, .reviewer, silent: "taking a pair decides nothing; it is given back by itself"),
        .get(ReviewRoute.Pattern.pair, .reviewer),
        .post(
            ReviewRoute.Pattern.pair, .reviewer,
            silent: "every answer is a row that says who and when; what is done about it is on the company's record"),
        .post(
            ReviewRoute.Pattern.choose, .reviewer,
            silent: "the chosen pair is a row of its own, and nothing is decided yet"),
        .post(ReviewRoute.Pattern.undo, .reviewer, silent: "the answer stays with the moment it was taken back"),
        .get(ReviewRoute.Pattern.queue, .reviewer),
        .get(ReviewRoute.Pattern.rules, .reviewer),
        .post(
            ReviewRoute.Pattern.rules, .reviewer,
            silent: "each answer of a rule is a row; what is done about it is on the company's record"),
    ]

    private static let byRoute = Dictionary(
        uniqueKeysWithValues: rules.map { (Key(method: $0.method, pattern: $0.pattern), $0) })

    private struct Key: Hashable {
        let method: HTTPRequest.Method
        let pattern: String
    }

    static func rule(_ method: HTTPRequest.Method, _ pattern: String) -> AccessRule? {
        byRoute[Key(method: method, pattern: pattern)]
    }
}
