import Foundation
import Pages
import Testing

/// Every field of a page is shown by its template. (The other way round is checked when templates are compiled.)
struct PairTests {
    /// The names used by a template and everything it includes.
    private func names(_ template: String, in sources: [String: String], seen: inout Set<String>) -> Set<String> {
        guard seen.insert(template).inserted, let source = sources[template] else { return [] }
        var names: Set<String> = []
        for tag in source.components(separatedBy: "{{").dropFirst() {
            let sign = tag.first ?? " "
            let name = tag.drop { "#^/{!<>$ ".contains($0) }.prefix { $0 != "}" }.trimmed
            switch sign {
            case "!", "/", "$": continue
            case ">", "<": names.formUnion(self.names(name, in: sources, seen: &seen))
            default: names.insert(name)
            }
        }
        return names
    }

    private func unused<Value: PageValue>(_ type: Value.Type, names: Set<String>) -> [String] {
        Value.shape.fields.flatMap { field -> [String] in
            let own = names.contains(field.name) ? [] : ["\(Value.self).\(field.name)"]
            guard case .nested(let nested) = field.kind else { return own }
            return own + inner(nested, names: names)
        }
    }

    private func inner<Nested: NestedField>(_ nested: Nested, names: Set<String>) -> [String] {
        unused(Nested.Inner.self, names: names)
    }

    private func unused<P: Page>(page: P.Type, sources: [String: String]) -> [String] {
        var seen: Set<String> = []
        return unused(P.self, names: names(P.template, in: sources, seen: &seen))
    }

    @Test func no_field_is_left_out() throws {
        let sources = try Project.sources()
        let pages: [any Page.Type] = [
            SignInPage.self, DashboardPage.self, TrendsPage.self, ProductPage.self, ListingPage.self, ErrorPage.self,
            TrackRecordPage.self,
            FramePage.self, JobsPage.self, JobPage.self, SchedulesPage.self, ConfirmJobsPage.self, NewJobPage.self,
            AccountPage.self, PasswordPage.self, ConfirmPage.self, ChooserPage.self, CompanyPage.self, AuditPage.self,
            ConnectionsPage.self, ConnectionPage.self, NewConnectionPage.self, StaffCompaniesPage.self,
            SignInCodePage.self, SecondFactorPage.self, RecoveryCodesPage.self, SecurityPage.self, TokensPage.self,
            NewTokenPage.self, SourcesPage.self, SourcePage.self, RunPage.self, CyclesPage.self,
            AlertsPage.self, AlertPage.self, MonitorsPage.self, MonitorPage.self, ChannelsPage.self, ChannelPage.self,
            NoticePage.self, ForgotPage.self, NewPasswordPage.self, InvitationPage.self, MembersPage.self,
            MemberPage.self, OutboxPage.self, OutboxMailPage.self,
            SignUpPage.self, ConfirmSignUpPage.self, EmailPage.self, ConfirmEmailPage.self,
            ReviewPage.self, ReviewStartPage.self, ReviewQueuePage.self, ReviewRulesPage.self,
        ]
        for page in pages {
            #expect(unused(page: page, sources: sources) == [], "\(page)")
        }
    }

    @Test func no_template_is_left_over() throws {
        let sources = try Project.sources()
        var seen: Set<String> = []
        for template in [
            SignInPage.template, DashboardPage.template, TrendsPage.template, ProductPage.template,
            ListingPage.template, TrackRecordPage.template, ErrorPage.template, FramePage.template, JobsPage.template,
            JobPage.template,
            SchedulesPage.template, ConfirmJobsPage.template, NewJobPage.template,
            AccountPage.template, PasswordPage.template, ConfirmPage.template, ChooserPage.template,
            NoticePage.template, ForgotPage.template, NewPasswordPage.template, InvitationPage.template,
            MembersPage.template, MemberPage.template, OutboxPage.template, OutboxMailPage.template,
            SignUpPage.template, ConfirmSignUpPage.template, EmailPage.template, ConfirmEmailPage.template,
            CompanyPage.template, AuditPage.template, ConnectionsPage.template, ConnectionPage.template,
            NewConnectionPage.template, StaffCompaniesPage.template,
            SignInCodePage.template, SecondFactorPage.template, RecoveryCodesPage.template, SecurityPage.template,
            TokensPage.template, NewTokenPage.template, SourcesPage.template, SourcePage.template, RunPage.template,
            CyclesPage.template, AlertsPage.template, AlertPage.template, MonitorsPage.template, MonitorPage.template,
            ChannelsPage.template, ChannelPage.template, OpenSourcePage.template, DecisionsPage.template,
            ScorePage.template, WeightsPage.template,
            ReviewPage.template, ReviewStartPage.template, ReviewQueuePage.template, ReviewRulesPage.template,
        ] {
            _ = names(template, in: sources, seen: &seen)
        }
        #expect(seen == Set(sources.keys))
    }

    @Test func every_field_name_is_unique_in_its_shape() {
        for shape in [
            TrendRow.shape.fields.map(\.name), ListingRow.shape.fields.map(\.name), JobsPage.shape.fields.map(\.name),
        ] {
            #expect(Set(shape).count == shape.count)
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        split(separator: " ").joined()
    }
}
