import Documents
package import Foundation
import HTTPTypes
package import Outbound
import Vault

/// LibDib: a distributor of spirits, wine and ready-to-drink in the USA, behind a login.
///
/// Lists come in two steps: which offers there are, then what they are. Read only: of what can be posted, signing in and the two
/// questions are allowed and nothing else.
package struct LibDib: ProductSource, InventorySource, SignInSource {
    /// Offers of a page.
    static let pageSize = 100

    package let profile: SourceProfile
    private let now: @Sendable () -> Date

    package var mostIDs: Int { Self.pageSize }

    /// - Parameter base: where it is; nil for LibDib's own host.
    package init(base: WebAddress? = nil, now: @escaping @Sendable () -> Date = { Date() }) throws {
        let own = try WebAddress("https://app.libdib.com/")
        var policy = VisitPolicy()
        policy.gap = 2
        policy.requestsPerDay = 5_000
        // It answers with either when a session is over.
        policy.signedOut = [401, 403]
        let profile = SourceProfile(
            code: "libdib", name: "LibDib", kind: .distributor, base: own, needsLogin: true, policy: policy,
            questions: [Self.loginPath, Self.queryPath, Self.digestPath])
        self.profile = base.map(profile.moved) ?? profile
        self.now = now
    }

    private static let loginPath = "/login"
    private static let accountPath = "/api/v1/userAccount/?format=json"
    private static let queryPath = "/api/v1/offering/query/"
    private static let digestPath = "/api/v1/offering/query_digest/"

    // MARK: - Signing in

    package func signIn(_ login: SourceLogin, through door: SourceDoor) async throws {
        let page = try await door.read(Self.loginPath)
        guard page.verdict == .good, let token = door.cookie("csrftoken") else {
            throw SourceProblem.wrongShape(expected: "a page to sign in", found: "something else")
        }
        var form = LoginForm.body(
            [("csrfmiddlewaretoken", token)], secrets: [("email", login.user), ("password", login.password)])
        defer { cleanse(&form) }
        let visit = try await door.ask(
            Self.loginPath, form, fields: fields(door, type: "application/x-www-form-urlencoded"))
        guard visit.verdict == .good, visit.answer.address.pathAndQuery.hasPrefix("/home"),
            door.cookie("sessionid") != nil
        else { throw SourceProblem.wrongLogin }
    }

    package func isSignedIn(through door: SourceDoor) async throws -> Bool {
        guard door.cookie("sessionid") != nil else { return false }
        let visit = try await door.read(Self.accountPath, fields: fields(door))
        return visit.verdict == .good && (try? JSONAnswer.read(visit))?.text("email") != nil
    }

    // MARK: - Reading

    package func products(
        in category: String?, at cursor: SourceCursor?, through door: SourceDoor
    ) async throws -> SourcePage<SourceProduct> {
        let offset = max(0, cursor?["offset"].flatMap { Int($0) } ?? 0)
        let key = category.map { "?f=\($0)&nav=1" } ?? "?nav=1"
        let query = try await door.ask(
            Self.queryPath + "?format=json",
            Array(
                JSONValue.members([
                    ("hashKey", .string(key)), ("limit", .number("\(Self.pageSize)")), ("offset", .number("\(offset)")),
                    ("order_by", .string("default")), ("storeViewType", .string("product")),
                ]).jsonText.utf8), fields: fields(door))
        let list = try JSONAnswer.read(query)
        guard let objects = list["objects"]?.list else {
            throw SourceProblem.wrongShape(expected: "a list of offers", found: "JSON without one")
        }
        let ids = objects.compactMap { $0.text("id", "pk") }
        let total = list.integer("total_count") ?? 0
        let next = offset + objects.count
        let isLast = objects.count < Self.pageSize || next >= total
        let after = SourceCursor(isLast ? [:] : ["offset": "\(next)"])
        guard !ids.isEmpty else { return SourcePage(visit: query, records: [], cursor: after, isLast: true) }
        let (visit, records, rejects) = try await digest(ids, key, door)
        return SourcePage(visit: visit, records: records, rejects: rejects, cursor: after, isLast: isLast)
    }

    package func inventory(of ids: [String], through door: SourceDoor) async throws -> SourcePage<SourceProduct> {
        let (visit, records, rejects) = try await digest(Array(ids.prefix(mostIDs)), "?nav=1", door)
        return SourcePage(visit: visit, records: records, rejects: rejects, cursor: SourceCursor(), isLast: true)
    }

    private func digest(
        _ ids: [String], _ key: String, _ door: SourceDoor
    ) async throws -> (Visit, [SourceProduct], [RecordReject]) {
        let moment = JSONValue.number(String(format: "%.2f", now().timeIntervalSince1970))
        let pairs = ids.filter { !$0.isEmpty && $0.allSatisfy(\.isNumber) }.map {
            JSONValue.array([.number($0), moment])
        }
        let visit = try await door.ask(
            Self.digestPath + "?format=json",
            Array(
                JSONValue.members([
                    ("fetch", .array(pairs)), ("hashKey", .string(key)), ("order_by", .string("default")),
                    ("storeViewType", .string("product")),
                ]).jsonText.utf8), fields: fields(door))
        guard let objects = try JSONAnswer.read(visit)["objects"]?.list else {
            throw SourceProblem.wrongShape(expected: "offers", found: "JSON without them")
        }
        var (records, rejects) = ([SourceProduct](), [RecordReject]())
        for (index, object) in objects.enumerated() {
            switch LibDibOffer.read(object, site: profile.base) {
            case .success(let record): records.append(record)
            case .failure(let problem): rejects.append(RecordReject(index: index, reason: problem.reason))
            }
        }
        return (visit, records, rejects)
    }

    private func fields(_ door: SourceDoor, type: String = "application/json") -> HTTPFields {
        var fields: HTTPFields = [.accept: "application/json, text/html", .contentType: type]
        fields[.origin] = profile.base.origin
        fields[.referer] = profile.base.origin + "/search/"
        if let name = HTTPField.Name("X-CSRFToken") { fields[name] = door.cookie("csrftoken") }
        return fields
    }
}
