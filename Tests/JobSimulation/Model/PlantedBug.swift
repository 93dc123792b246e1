/// A bug that is put into the model or into what stands for `JobWorker`, to see that runs notice it. Those marked "was so"
/// were in the product and were found by these runs.
package enum PlantedBug: String, Sendable, CaseIterable {
    /// An end counts whoever says it.
    case settleIgnoresAttempt
    /// Was so: an end names job, worker and attempt, and after a snooze, a hand-back or a replay that is another attempt.
    case endIgnoresMomentOfClaim
    /// A job is put back, and whoever had it may end it all the same.
    case rescueWithoutFencing
    /// The effect is committed, and the lease stays.
    case endKeepsLease
    /// An unknown COMMIT is taken for one that did not happen, and the effect is done anew.
    case unknownCommitRepeated
    /// No limit per kind.
    case claimIgnoresMostRunning
    /// Was so: a company could have its share twice in one claim, once of kinds with a limit and once of the others.
    case claimCountsShareTwice
    /// Was so: what a claim took whose answer was lost stood still as long as its worker lived.
    case straysForgotten
    /// Was so: a request to cancel that came late was taken for one about the next attempt.
    case staleCancelBelieved
    /// Was so: an effect outside of the end was not held against the lease.
    case onceUnfenced
    /// Was so: a process that stood still in an open transaction kept everybody's jobs from being freed.
    case rescueWaitsForLocks
    /// Was so: the server let a transaction wait for ever for a process that stands still.
    case sessionOutlivesPause
    /// Was so: after a step of the clock backwards the lease of a dead worker lasted until the clock had caught up.
    case leaseOutlivesClock
    /// Was so: a worker whose registration was committed and not answered ended.
    case registersOnce
    /// Was so: a tick of a worker between two lives let it end at the beginning of the next one.
    case leavesWhileRegistering
    /// Was so: a fuse counted crashes from before the work was done well.
    case fuseOutlivesCompletion
    /// Was so: after a step of the clock backwards a kind with a rate stood still until the clock had caught up.
    case rateWaitsForClock
    /// A dead job keeps its unique key.
    case keyOutlivesDeath
    /// What waits for a job is not told of its end.
    case needsForgotten
    /// Released attempts count.
    case releaseCounts
    /// A cancel that comes while the last line is written is overlooked.
    case cancelOverlooked
    /// The effect's key is not kept.
    case effectKeyForgotten
    /// A slot that two schedulers see becomes two jobs.
    case slotTwice
}
