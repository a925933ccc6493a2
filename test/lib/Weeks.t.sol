// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Weeks} from "../../contracts/lib/Weeks.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title WeeksTest
/// @dev Weeks against the calendar.
contract WeeksTest {
    uint256 private constant _FIRST = 345_600; // Monday 5 January 1970 00:00:00 UTC
    uint256 private constant _WEEK = 604_800;
    uint256 private constant _MONDAY = 1_767_571_200; // Monday 5 January 2026 00:00:00 UTC

    function testTheFirstMondayBeginsWeekZero() external pure {
        vm.assertEq(Weeks.indexOf(_FIRST), 0, "first second");
        vm.assertEq(Weeks.indexOf(_FIRST + _WEEK - 1), 0, "last second");
        vm.assertEq(Weeks.indexOf(_FIRST + _WEEK), 1, "next week");
    }

    function testAWeekBeginsOnMondayAtMidnight() external pure {
        vm.assertEq(Weeks.indexOf(_MONDAY), 2_922, "Monday 00:00:00");
        vm.assertEq(Weeks.indexOf(_MONDAY - 1), 2_921, "Sunday 23:59:59");
        vm.assertEq(Weeks.indexOf(_MONDAY + _WEEK - 1), 2_922, "Sunday 23:59:59, a week later");
    }

    function testTheYear3226IsTheLast() external pure {
        vm.assertEq(Weeks.indexOf(_FIRST + 65_535 * _WEEK), 65_535, "first second");
        vm.assertEq(Weeks.indexOf(_FIRST + 65_536 * _WEEK - 1), 65_535, "last second");
    }

    function testAfterTheYear3226ThereIsNoWeek() external {
        vm.expectRevert();
        this.indexOf(_FIRST + 65_536 * _WEEK);
    }

    function testFuzzAMomentLiesWithinItsWeek(uint256 timestamp) external pure {
        timestamp = within(timestamp, _FIRST, _FIRST + 65_536 * _WEEK - 1);

        uint256 weekIndex = Weeks.indexOf(timestamp);

        vm.assertLe(_FIRST + weekIndex * _WEEK, timestamp, "not before its week");
        vm.assertLt(timestamp, _FIRST + (weekIndex + 1) * _WEEK, "not after its week");
    }

    /// @dev Day 0 was a Thursday: a week begins exactly where the day of the week is Monday.
    function testFuzzOnlyMidnightBeforeMondayBeginsAWeek(uint256 day) external pure {
        day = within(day, 5, 400_000);
        bool monday = (day + 3) % 7 == 0;

        bool begins = Weeks.indexOf(day * 86_400) != Weeks.indexOf(day * 86_400 - 1);

        vm.assertTrue(begins == monday, "begins on Mondays only");
    }

    function testFuzzBeforeTheFirstMondayThereIsNoWeek(uint256 timestamp) external {
        timestamp = within(timestamp, 0, _FIRST - 1);

        vm.expectRevert();
        this.indexOf(timestamp);
    }

    function indexOf(uint256 timestamp) external pure returns (uint16) {
        return Weeks.indexOf(timestamp);
    }
}
