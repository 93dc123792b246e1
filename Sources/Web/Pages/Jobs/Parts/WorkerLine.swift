/// A process that runs jobs.
package struct WorkerLine: PageValue {
    let name: String
    let slots: String
    let serves: String
    let started: String
    let believed: String
    let flag: String?

    package init(
        name: String, running: Int, slots: Int, queues: [String], started: MomentStamp, leaseUntil: MomentStamp,
        isStopping: Bool, frame: PageFrame
    ) {
        let text = frame.text
        self.name = name
        self.slots = text.fill(
            .jobsSlots, ["running": NumberText.whole(running), "slots": NumberText.whole(slots)])
        serves = queues.joined(separator: ", ")
        self.started = text.age(of: started, at: frame.now)
        believed = text.moment(leaseUntil, in: frame.zone)
        flag = leaseUntil < frame.now ? text[.jobsLost] : isStopping ? text[.jobsStopping] : nil
    }

    package static let shape = Shape<WorkerLine>([
        .text("name", \.name),
        .text("slots", \.slots),
        .text("serves", \.serves),
        .text("started", \.started),
        .text("believed", \.believed),
        .text("flag", optional: \.flag),
    ])
}
