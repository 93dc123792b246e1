/// The areas of the rail. Only areas that exist are listed.
package enum PageArea: Sendable {
    case home, trends, trackRecord, sources, alerts, jobs, company, staff, review
}
