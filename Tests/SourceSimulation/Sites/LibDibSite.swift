package import Foundation
package import SimulationSupport
import Synchronization

/// The distributor's portal: a form with a token, sessions of twelve hours, lists in two steps.
package final class LibDibSite: SimulatedSite {
    /// Who may sign in.
    package static let user = "ada@example.com"
    package static let password = "p&\u{e4} +%"

    private static let sessionLife = 12.0 * 3_600
    private static let mostOffers = 100

    private let world: SourceWorld
    /// When each session was begun.
    private let sessions = Mutex<[String: Date]>([:])

    package init(world: SourceWorld) { self.world = world }

    /// Ends every session, as a portal does now and then.
    package func signEverybodyOut() { sessions.withLock { $0 = [:] } }

    package func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step] {
        switch (asked.method, asked.place) {
        case ("GET", "/robots.txt"): return [.answer("404 Not Found")]
        case ("GET", "/login"):
            let token = "t\(Int(SourceWorld.chance(world.seed, Int(now.timeIntervalSince1970)) * 1e9))"
            let page = "<form method=post><input name=csrfmiddlewaretoken value=\(token)>"
            return [.answer("200 OK", ["Set-Cookie": "csrftoken=\(token); Path=/"], Array(page.utf8))]
        case ("POST", "/login"): return [signIn(asked, at: now)]
        case ("GET", "/home/"): return [.answer("200 OK", [:], Array("<h1>Home</h1>".utf8))]
        default: break
        }
        guard asked.place.hasPrefix("/api/v1/") else { return [.answer("404 Not Found")] }
        guard isSignedIn(asked, at: now) else { return [.json("{\"error\": \"expired\"}", status: "401 Unauthorized")] }
        if asked.method == "POST", !hasToken(asked) { return [.json("{}", status: "403 Forbidden")] }
        return [api(asked, day: world.day(of: now))]
    }

    private func hasToken(_ asked: FakeSite.Asked) -> Bool {
        asked.cookie("csrftoken").map { $0 == asked.field("x-csrftoken") } ?? false
    }

    private func isSignedIn(_ asked: FakeSite.Asked, at now: Date) -> Bool {
        guard let session = asked.cookie("sessionid"), let begun = sessions.withLock({ $0[session] }) else {
            return false
        }
        return now.timeIntervalSince(begun) < Self.sessionLife
    }

    private func signIn(_ asked: FakeSite.Asked, at now: Date) -> FakeSite.Step {
        guard hasToken(asked) else { return .answer("403 Forbidden") }
        var form: [String: String] = [:]
        for pair in String(decoding: asked.body, as: UTF8.self).split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = halves.last?.replacing("+", with: " ").removingPercentEncoding
            form[String(halves.first ?? "")] = value
        }
        guard form["csrfmiddlewaretoken"] == asked.cookie("csrftoken"), form["email"] == Self.user,
            form["password"] == Self.password
        else { return .answer("200 OK", [:], Array("<form>That is not right.".utf8)) }
        let session = sessions.withLock { sessions in
            let name = "s\(sessions.count + 1)x\(Int(now.timeIntervalSince1970))"
            sessions[name] = now
            return name
        }
        return .answer("302 Found", ["Location": "/home/", "Set-Cookie": "sessionid=\(session); Path=/; HttpOnly"])
    }

    private func api(_ asked: FakeSite.Asked, day: Int) -> FakeSite.Step {
        let body = (try? JSONSerialization.jsonObject(with: Data(asked.body))) as? [String: Any] ?? [:]
        switch asked.place {
        case "/api/v1/userAccount/": return .json("{\"email\": \"\(Self.user)\"}")
        case "/api/v1/offering/query/":
            guard let key = body["hashKey"] as? String, let limit = body["limit"] as? Int,
                let offset = body["offset"] as? Int,
                limit <= Self.mostOffers, offset >= 0
            else { return .json("{\"error\": \"bad query\"}", status: "400 Bad Request") }
            let found = world.spirits.filter { spirit in
                !key.contains("?f=") || key.contains("|type|\(spirit.kind)&")
            }
            let ids = found.dropFirst(offset).prefix(limit).map { "{\"id\": \($0.id)}" }
            return .json("{\"objects\": [\(ids.joined(separator: ","))], \"total_count\": \(found.count)}")
        case "/api/v1/offering/query_digest/":
            let ids = Set((body["fetch"] as? [[Any]] ?? []).compactMap { $0.first as? Int })
            let objects = world.spirits.filter { ids.contains($0.id) }.map { json($0, day: day) }
            return .json("{\"objects\": [\(objects.joined(separator: ","))]}")
        default: return .answer("404 Not Found")
        }
    }

    private func json(_ spirit: Spirit, day: Int) -> String {
        let cents = spirit.cents(on: day, seed: world.seed)
        return """
            {"id": \(spirit.id), "slug": "offer-\(spirit.id)", "label_name": "\(spirit.name)", "brandName": "\(spirit.brand)",
             "container_volume": "\(spirit.millilitres)", "sub_container_volume": null, "percent_alcohol": "\(spirit.alcohol)",
             "seller_price": "\(Money.text(cents))", "total_inventory": \(spirit.stock(on: day, seed: world.seed)),
             "sold_in_states": "\(spirit.states.joined(separator: ","))", "UPC": "\(spirit.code)"}
            """
    }
}
