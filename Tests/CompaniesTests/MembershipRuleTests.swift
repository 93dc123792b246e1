import Companies
import Testing

/// Every pair of roles.
@Suite struct MembershipRuleTests {
    @Test func who_is_no_admin_does_nothing() {
        for actor in [nil, Role.viewer, .analyst] {
            for role in Role.allCases {
                #expect(MembershipRule.refusal(toGrant: role, by: actor) == .noAdmin)
                for wanted in [nil] + Role.allCases.map(Optional.some) {
                    #expect(MembershipRule.refusal(toMake: wanted, from: role, by: actor, owners: 3) == .noAdmin)
                }
            }
        }
    }

    @Test func admins_never_meet_owners() {
        for wanted in [nil] + Role.allCases.map(Optional.some) {
            for present in Role.allCases {
                let refusal = MembershipRule.refusal(toMake: wanted, from: present, by: .admin, owners: 3)
                #expect(refusal == (wanted == .owner || present == .owner ? .ownersOnly : nil))
            }
        }
        #expect(MembershipRule.refusal(toGrant: .owner, by: .admin) == .ownersOnly)
        #expect(MembershipRule.refusal(toGrant: .admin, by: .admin) == nil)
    }

    @Test func owners_do_everything_but_leave_none() {
        for wanted in [nil] + Role.allCases.map(Optional.some) {
            for present in Role.allCases {
                #expect(MembershipRule.refusal(toMake: wanted, from: present, by: .owner, owners: 2) == nil)
                let isLast = present == .owner && wanted != .owner
                #expect(
                    MembershipRule.refusal(toMake: wanted, from: present, by: .owner, owners: 1)
                        == (isLast ? .lastOwner : nil))
            }
        }
        for role in Role.allCases { #expect(MembershipRule.refusal(toGrant: role, by: .owner) == nil) }
    }
}
