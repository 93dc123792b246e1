import Connectors
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing
import Vault

/// What a source does wrong, for good: each ends in a state with a name, soon, and harms no neighbour (F-20 to F-27, F-30).
@Suite struct FaultTests {
    /// How reading ended.
    enum End: Equatable, CustomStringConvertible {
        case visit(VisitFailure)
        case source(SourceProblem)
        /// The server said nothing, or too little: which of them depends on when a busy machine looks.
        case tooSlow
        /// Records, and such as could not be read.
        case read(records: Int, rejects: Int)

        var description: String {
            switch self {
            case .visit(let failure): failure.description
            case .source(let problem): problem.description
            case .tooSlow: "too slow"
            case .read(let records, let rejects): "\(records) records, \(rejects) rejects"
            }
        }
    }

    private static let world = SourceWorld(seed: 21, start: SourceFixture.noon, spirits: 40, groceries: 20, stories: 20)

    /// Little patience with what a fault is about, and much with everything else.
    private static func limits(for fault: Fault) -> TransferLimits {
        var limits = TransferLimits.patient
        limits.bodyBytes = 2 << 20
        switch fault {
        case .hang: limits.firstByte = .milliseconds(400)
        case .drip: limits.stall = .seconds(1)
        default: break
        }
        return limits
    }

    @Test(arguments: [
        (Fault.status(500), End.visit(.faulty(status: 500))),
        (.status(503, retryAfter: "20"), .visit(.faulty(status: 503))),
        (.status(429, retryAfter: "30"), .visit(.notNow(.asked, seconds: 30))),
        (.status(429, retryAfter: "7200"), .visit(.notNow(.asked, seconds: 7_200))),
        (.status(401), .source(.signedOut)), (.status(403), .source(.signedOut)),
        (.status(451), .visit(.refused(status: 451, nil))),
        (.status(400), .source(.notUnderstood(status: 400))), (.status(404), .source(.missing)),
        (.hang, .tooSlow), (.drip, .tooSlow),
        (.reset, .visit(.web(.broken))), (.truncatedGzip, .visit(.web(.broken))), (.wrongLength, .visit(.web(.broken))),
        (.endless, .visit(.web(.bodyTooLarge))), (.huge(200), .visit(.web(.bodyTooLarge))),
        (.redirectLoop, .visit(.web(.tooManyRedirects))),
        (.redirectInside, .visit(.web(.strangeHost("169.254.169.254")))),
        (.challenge, .visit(.refused(status: 403, .cloudflare))),
        (.page, .source(.wrongShape(expected: "JSON", found: "a page"))),
        (.invalidText, .read(records: 0, rejects: 40)),
    ])
    func a_fault_that_stays_has_a_name_and_neighbours_go_on(fault: Fault, expected: End) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            simulator.clock.advance(by: 3_600 * 30)
            let port = simulator.port(of: .libdib)
            let source = try LibDib(base: SourceFixture.base(port), now: { fixture.clock.now })
            let jar = CookieJar()
            let door = try fixture.door(source.profile, at: port, jar: jar)
            let hasty = try fixture.door(source.profile, at: port, jar: jar, limits: Self.limits(for: fault))
            try await source.signIn(
                SourceLogin(
                    user: SecretBytes(copying: LibDibSite.user), password: SecretBytes(copying: LibDibSite.password)),
                through: door)
            // Whoever has little patience meets nothing but silence.
            let place = expected == .tooSlow ? "/api/v1/offering/" : "/api/v1/offering/query_digest/"
            simulator.faults(of: .libdib).turnOn(fault, for: place)

            let mediumPort = simulator.port(of: .vinepair)
            let profile = try VinePair.medium().profile
            let medium = WordPressMedium(profile: profile.moved(to: try SourceFixture.base(mediumPort)))
            let mediumDoor = try fixture.door(profile, at: mediumPort)
            async let neighbour = medium.articles(at: nil, through: mediumDoor)

            let end: End
            do {
                let page = try await source.products(in: nil, at: nil, through: hasty)
                end = .read(records: page.records.count, rejects: page.rejects.count)
            } catch VisitFailure.web(.tooSlow(_)) {
                end = .tooSlow
            } catch let failure as VisitFailure {
                end = .visit(failure)
            } catch let problem as SourceProblem {
                end = .source(problem)
            }
            #expect(end == expected)
            let found = try await neighbour
            #expect(!found.records.isEmpty)
            // At most the first and three further tries.
            let asked = simulator.asked(of: .libdib).count { $0.path.hasPrefix(place) }
            #expect(asked >= 1 && asked <= 8)

            // And afterwards everything is there, unless the source said no.
            simulator.faults(of: .libdib).clear()
            if case .visit(.refused) = expected { return }
            fixture.clock.advance(by: 3 * 3_600)
            let page = try await source.products(in: nil, at: nil, through: door)
            #expect(page.records.count == Self.world.spirits.count)
        }
    }
}
