// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deed, Deeds} from "../../contracts/lib/Deed.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title DeedsTest
/// @dev The bounds of a deed from both sides, and the division of an amount.
contract DeedsTest {
    function testPresets() external view {
        Deed memory thirds = Deeds.thirds();

        vm.assertEq(thirds.investors, 3_333, "investors");
        vm.assertEq(thirds.members, 3_333, "members");
        vm.assertEq(thirds.fund, 3_334, "fund");
        vm.assertEq(thirds.country, 0, "country");
        this.check(thirds, false);
        this.check(Deed({investors: 4_000, members: 3_000, fund: 3_000, country: 0}), false); // 60/40
        this.check(Deed({investors: 1_000, members: 4_500, fund: 4_500, country: 0}), false); // 90/10
    }

    function testTheSumIsTenThousand() external {
        this.check(Deed({investors: 4_000, members: 1, fund: 5_999, country: 0}), false);

        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedNotWhole.selector, 9_999));
        this.check(Deed({investors: 3_999, members: 1, fund: 5_999, country: 0}), false);
        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedNotWhole.selector, 10_001));
        this.check(Deed({investors: 4_000, members: 2, fund: 5_999, country: 0}), false);
        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedNotWhole.selector, 4 * 65_535));
        this.check(Deed({investors: 65_535, members: 65_535, fund: 65_535, country: 65_535}), true);
    }

    function testTheCommunityKeepsSixThousand() external {
        this.check(Deed({investors: 3_999, members: 3_000, fund: 3_000, country: 1}), true);

        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedBelowCommunityFloor.selector, 5_999));
        this.check(Deed({investors: 4_000, members: 3_000, fund: 2_999, country: 1}), true);
    }

    function testInvestorsGetAtMostFourThousand() external {
        this.check(Deed({investors: 4_000, members: 3_000, fund: 3_000, country: 0}), false);

        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedAboveInvestorsCeiling.selector, 4_001));
        this.check(Deed({investors: 4_001, members: 3_000, fund: 2_999, country: 0}), false);
    }

    function testMembersGetSomething() external {
        this.check(Deed({investors: 4_000, members: 1, fund: 5_999, country: 0}), false);

        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedLeavesMembersNothing.selector));
        this.check(Deed({investors: 4_000, members: 0, fund: 6_000, country: 0}), false);
    }

    function testACountryPartNeedsACornerstone() external {
        this.check(Deed({investors: 0, members: 3_000, fund: 3_000, country: 4_000}), true);

        vm.expectRevert(abi.encodeWithSelector(Deeds.DeedCountryPartNeedsCornerstone.selector, 1));
        this.check(Deed({investors: 0, members: 3_000, fund: 6_999, country: 1}), false);
    }

    function testFuzzCheckPassesExactlyWithinTheBounds(
        uint16 investors,
        uint16 members,
        uint16 fund,
        uint16 country,
        bool cornerstone
    ) external view {
        _requireCheckLikeModel(
            Deed({investors: investors, members: members, fund: fund, country: country}),
            cornerstone
        );
    }

    /// @dev The same with deeds that sum to about 10,000.
    function testFuzzCheckPassesExactlyWithinTheBoundsNearAWhole(
        uint256 investors,
        uint256 country,
        uint256 members,
        uint256 nudge,
        bool cornerstone
    ) external view {
        investors = within(investors, 0, 4_010);
        country = within(country, 0, 4_010);
        uint256 community = investors + country > 10_000 ? 0 : 10_000 - investors - country;
        members = within(members, 0, community);
        uint256 fund = community - members + within(nudge, 0, 20) / 20;
        Deed memory deed = Deed({
            investors: uint16(investors),
            members: uint16(members),
            fund: uint16(fund),
            country: uint16(country)
        });

        _requireCheckLikeModel(deed, cornerstone);
    }

    function testFuzzSplitLosesNothingAndRoundsDown(
        uint256 amount,
        uint256 investors,
        uint256 country,
        uint256 members
    ) external view {
        amount = within(amount, 0, type(uint240).max);
        Deed memory deed = _someDeed(investors, country, members);
        this.check(deed, true);

        (uint256 toInvestors, uint256 toMembers, uint256 toFund, uint256 toCountry) = Deeds.split(deed, amount);

        vm.assertEq(toInvestors + toMembers + toFund + toCountry, amount, "sum");
        _requireRoundedDown(toInvestors, amount, deed.investors);
        _requireRoundedDown(toMembers, amount, deed.members);
        _requireRoundedDown(toCountry, amount, deed.country);
        vm.assertGe(toFund * 10_000, amount * deed.fund, "the fund gets its part");
        vm.assertLt(toFund * 10_000, amount * deed.fund + 3 * 10_000, "and less than one unit more of each other");
    }

    /// @dev Invariant 10 for every amount: rounding never takes the community below its floor.
    function testFuzzSplitNeverBreaksTheFloor(
        uint256 amount,
        uint256 investors,
        uint256 country,
        uint256 members
    ) external pure {
        amount = within(amount, 0, type(uint240).max);
        Deed memory deed = _someDeed(investors, country, members);

        (uint256 toInvestors, uint256 toMembers, uint256 toFund, ) = Deeds.split(deed, amount);

        vm.assertGe((toMembers + toFund) * 10_000, amount * 6_000, "community");
        vm.assertLe(toInvestors * 10_000, amount * 4_000, "investors");
    }

    function testSplitOfSmallAmounts() external pure {
        for (uint256 amount = 0; amount <= 30; amount++) {
            (uint256 toInvestors, uint256 toMembers, uint256 toFund, uint256 toCountry) = Deeds.split(
                Deeds.thirds(),
                amount
            );

            vm.assertEq(toInvestors, amount == 0 ? 0 : (amount - 1) / 3, "investors: 3,333 is just below a third");
            vm.assertEq(toMembers, toInvestors, "members");
            vm.assertEq(toFund, amount - 2 * toInvestors, "fund");
            vm.assertEq(toCountry, 0, "country");
        }
    }

    function testFuzzEqualMeansEveryPart(Deed calldata a, Deed calldata b) external pure {
        bool same = keccak256(abi.encode(a)) == keccak256(abi.encode(b));

        vm.assertTrue(Deeds.equal(a, b) == same, "two deeds");
        vm.assertTrue(Deeds.equal(a, a), "one deed");
        vm.assertFalse(Deeds.equal(a, Deed(a.investors ^ 1, a.members, a.fund, a.country)), "other investors");
        vm.assertFalse(Deeds.equal(a, Deed(a.investors, a.members ^ 1, a.fund, a.country)), "other members");
        vm.assertFalse(Deeds.equal(a, Deed(a.investors, a.members, a.fund ^ 1, a.country)), "other fund");
        vm.assertFalse(Deeds.equal(a, Deed(a.investors, a.members, a.fund, a.country ^ 1)), "other country");
    }

    function check(Deed calldata deed, bool cornerstone) external pure {
        Deeds.check(deed, cornerstone);
    }

    function _requireCheckLikeModel(Deed memory deed, bool cornerstone) private view {
        bool allowed =
            uint256(deed.investors) + deed.members + deed.fund + deed.country == 10_000 &&
                uint256(deed.members) + deed.fund >= 6_000 &&
                deed.members > 0 &&
                deed.investors <= 4_000 &&
                (cornerstone || deed.country == 0);

        try this.check(deed, cornerstone) {
            vm.assertTrue(allowed, "passed though out of bounds");
        } catch {
            vm.assertFalse(allowed, "refused though within bounds");
        }
    }

    function _requireRoundedDown(uint256 part, uint256 amount, uint256 basisPoints) private pure {
        vm.assertLe(part * 10_000, amount * basisPoints, "not more than the part");
        vm.assertGt((part + 1) * 10_000, amount * basisPoints, "not a unit less");
    }

    function _someDeed(uint256 investors, uint256 country, uint256 members) private pure returns (Deed memory deed) {
        investors = within(investors, 0, 4_000);
        country = within(country, 0, 4_000 - investors);
        members = within(members, 1, 10_000 - investors - country);
        deed.investors = uint16(investors);
        deed.country = uint16(country);
        deed.members = uint16(members);
        deed.fund = uint16(10_000 - investors - country - members);
    }
}
