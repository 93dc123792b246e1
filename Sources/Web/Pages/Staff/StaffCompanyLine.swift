import Routes

/// A company, as staff see it.
package struct StaffCompanyLine: PageValue {
    let name: String
    let slug: String
    let members: String
    let zone: String
    let made: String
    let jobs: Link

    package init(name: String, slug: String, members: Int, zone: String, made: MomentStamp, frame: PageFrame) {
        self.name = name
        self.slug = slug
        self.members = NumberText.whole(members)
        self.zone = zone
        self.made = frame.text.moment(made, in: frame.zone)
        jobs = JobRoute.index(.platform, JobsQuery(company: slug)).link
    }

    package static let shape = Shape<StaffCompanyLine>([
        .text("name", \.name),
        .text("slug", \.slug),
        .text("members", \.members),
        .text("zone", \.zone),
        .text("made", \.made),
        .link("jobs", \.jobs),
    ])
}
