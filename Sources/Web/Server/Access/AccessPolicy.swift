import Companies
import HTTPTypes
import Routes

/// Who may do what: one row for every route there is. A route without a row, or whose handler takes another context than its row
/// says, does not start; a row without a route fails the tests.
enum AccessPolicy {
    static let rules: [AccessRule] =
        machines + entrance + account + company + pages + api + jobs(.company) + jobs(.platform) + staff + factor

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

    private static let company: [AccessRule] = [
        .get(CompanyRoute.Pattern.index, .confirmed(.admin)),
        .post(CompanyRoute.Pattern.index, .confirmed(.owner), .companyChanged),
        .get(CompanyRoute.Pattern.audit, .confirmed(.admin)),
        .get(CompanyRoute.Pattern.auditExport, .confirmed(.admin)),
        .get(CompanyRoute.Pattern.connections, .confirmed(.admin)),
        .get(CompanyRoute.Pattern.newConnection, .confirmed(.admin)),
        .post(CompanyRoute.Pattern.newConnection, .confirmed(.admin), .connectionAdded),
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

    private static let pages: [AccessRule] = [
        .get(HomeRoute.Pattern.dashboard, .member(.viewer)),
        .get(TrendRoute.Pattern.index, .member(.viewer)),
        .get(TrendRoute.Pattern.product, .member(.viewer)),
        .get(TrendRoute.Pattern.listing, .member(.viewer)),
    ]

    /// The one table of scopes, too.
    private static let api: [AccessRule] = [
        .get(APIRoute.Pattern.trends, .api(.trendsRead, .viewer)),
        .get(APIRoute.Pattern.product, .api(.productsRead, .viewer)),
        .get(APIRoute.Pattern.history, .api(.productsRead, .viewer)),
        .get(APIRoute.Pattern.jobs, .api(.jobsRead, .admin)),
        .get(APIRoute.Pattern.job, .api(.jobsRead, .admin)),
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
    private static func jobs(_ area: JobsArea) -> [AccessRule] {
        let access: Access = area == .company ? .confirmed(.admin) : .staff(.operator)
        func place(_ place: JobRoute.Pattern.Place) -> JobRoute.Pattern { JobRoute.Pattern(area, place) }
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

    private static let staff: [AccessRule] = [
        .get(StaffRoute.Pattern.companies, .staff(.operator))
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
