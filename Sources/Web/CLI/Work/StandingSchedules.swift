import Alerts
import Companies
import Foundation
import Ingestion
import Jobs
import Logging
import ServiceLifecycle

/// Gives every company the schedules all have, at start and then every quarter of an hour: companies that were made before there
/// were any, and those that people make for themselves.
struct StandingSchedules: Service {
    let database: CompanyDatabase
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await plan(now: Date())
                } catch {
                    // The next time tries again; what is there goes on.
                    logger.warning("schedules could not be looked after", metadata: ["cause": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(900))
            }
        }
    }

    /// Companies that have their schedules keep them as they are, paused ones too.
    func plan(now: Date) async throws {
        let companies = try await database.system(reason: "standing schedules") { transaction in
            // The platform reads sources for all, too.
            try await transaction.companies() + [transaction.company(slug: "house")].compactMap(\.self)
        }
        for company in companies {
            try await database.transaction(in: company.id) { transaction in
                if try await !transaction.hasSchedule(CatalogUpkeep.scheduleName) {
                    try await CatalogUpkeep.plan(for: company, in: transaction, now: now)
                }
                try await plan(
                    PipelineCycle.scheduleName, BeginCycle(), PipelineCycle.everyHour, company, transaction, now)
                try await plan(
                    WatchFigures.scheduleName, WatchFigures(), WatchFigures.cron(of: company.id), company, transaction,
                    now)
                if company.id == .house {
                    try await plan(
                        ReviewWork.settlingName, SettleReviews(), ReviewWork.everyFiveMinutes, company, transaction, now
                    )
                    try await plan(
                        ReviewWork.learningName, LearnFromReviews(), ReviewWork.everyWeek, company, transaction, now)
                }
                try await plan(
                    ReviewJudging.scheduleName, JudgeReviews(), ReviewJudging.everyNight, company, transaction, now)
                try await plan(
                    CheckPublishedScores.scheduleName, CheckPublishedScores(), CheckPublishedScores.everyNight, company,
                    transaction, now)
                try await plan(
                    Self.forecastsName, ForecastProducts(), Self.everyNightBefore, company, transaction, now)
                try await plan(Self.bronzeName, KeepBronze(), Self.everyNight, company, transaction, now)
            }
        }
    }

    private static let bronzeName = "Bronze, every night"
    private static let everyNight = "20 3 * * *"
    private static let forecastsName = "Forecasts, every night"
    private static let everyNightBefore = "10 2 * * *"

    private func plan(
        _ name: String, _ arguments: some JobArguments, _ cron: String, _ company: Company,
        _ transaction: CompanyTransaction, _ now: Date
    ) async throws {
        guard try await !transaction.hasSchedule(name) else { return }
        try await transaction.schedule(
            name, arguments, cron: cron, timeZone: company.timeZone, missed: .last, now: now)
    }
}
