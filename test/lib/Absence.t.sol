// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Absence} from "../../contracts/lib/Absence.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title AbsenceTest
/// @dev Absences against a plain list of who was here in which week.
contract AbsenceTest {
    uint16 private constant _WEEK = 3_000;
    uint256 private constant _EXACT = 16;

    Absence private _never = Absence.wrap(0);

    function testOneWhoWasNeverAwayIsRefusedNothing() external view {
        vm.assertFalse(_never.isAway(), "away");
        vm.assertFalse(_never.covers(0), "first week");
        vm.assertFalse(_never.covers(_WEEK), "now");
        vm.assertFalse(_never.covers(type(uint16).max), "last week");
    }

    function testWhoIsAwayIsRefusedEveryLaterWeek() external view {
        Absence absence = _never.begin(_WEEK);

        vm.assertTrue(absence.isAway(), "away");
        vm.assertFalse(absence.covers(_WEEK - 1), "before");
        vm.assertFalse(absence.covers(_WEEK), "week of leaving");
        vm.assertTrue(absence.covers(_WEEK + 1), "week after");
        vm.assertTrue(absence.covers(type(uint16).max), "for ever");
    }

    function testWhoCameBackIsRefusedTheWholeWeeksBetween() external view {
        Absence absence = _never.begin(_WEEK).end(_WEEK + 3);

        vm.assertFalse(absence.isAway(), "away");
        vm.assertFalse(absence.covers(_WEEK), "week of leaving");
        vm.assertTrue(absence.covers(_WEEK + 1), "first between");
        vm.assertTrue(absence.covers(_WEEK + 2), "last between");
        vm.assertFalse(absence.covers(_WEEK + 3), "week of return");
        vm.assertFalse(absence.covers(_WEEK + 4), "afterwards");
    }

    function testWhoCameBackInTheSameWeekOrTheNextIsRefusedNothing() external view {
        for (uint16 back = _WEEK; back <= _WEEK + 1; back++) {
            Absence absence = _never.begin(_WEEK).end(back);
            for (uint16 week = _WEEK - 20; week < _WEEK + 20; week++) {
                vm.assertFalse(absence.covers(week), "refused");
            }
        }
    }

    function testAnAbsenceIsOverSeventeenWeeksAfterTheReturn() external view {
        Absence away = _never.begin(_WEEK);
        Absence back = away.end(_WEEK + 3);

        vm.assertTrue(_never.isOver(_WEEK), "never away");
        vm.assertFalse(away.isOver(type(uint16).max), "away");
        vm.assertFalse(back.isOver(_WEEK + 3 + 16), "sixteen weeks");
        vm.assertTrue(back.isOver(_WEEK + 3 + 17), "seventeen weeks");
        vm.assertFalse(back.begin(_WEEK + 50).isOver(_WEEK + 100), "away again");
    }

    function testAnAbsenceIsKnownForExactlySixteenWeeksBeforeTheReturn() external view {
        Absence absence = _never.begin(_WEEK - 100).end(_WEEK);

        vm.assertTrue(absence.covers(_WEEK - 16), "sixteenth");
        vm.assertFalse(absence.covers(_WEEK - 17), "seventeenth");
    }

    function testAnEarlierAbsenceIsKnownBesideALaterOne() external view {
        Absence absence = _never.begin(_WEEK).end(_WEEK + 2).begin(_WEEK + 4).end(_WEEK + 6).begin(_WEEK + 7);

        vm.assertTrue(absence.covers(_WEEK + 1), "first absence");
        vm.assertFalse(absence.covers(_WEEK + 2), "first return");
        vm.assertFalse(absence.covers(_WEEK + 3), "here");
        vm.assertFalse(absence.covers(_WEEK + 4), "second leaving");
        vm.assertTrue(absence.covers(_WEEK + 5), "second absence");
        vm.assertFalse(absence.covers(_WEEK + 6), "second return");
        vm.assertFalse(absence.covers(_WEEK + 7), "third leaving");
        vm.assertTrue(absence.covers(_WEEK + 8), "third absence");
    }

    /// @dev Goes and comes at random, in the same week or up to `stride` weeks later, and compares every week of the last
    /// sixteen with the rule as it is written: gone before it, and not back in it or before.
    function testFuzzTheLastSixteenWeeksAreExact(uint256 seed, uint256 stride) external view {
        stride = within(stride, 1, 40);
        uint16[40] memory changes;
        uint16 week = _WEEK;
        Absence absence = _never;
        for (uint256 i = 0; i < changes.length; i++) {
            week += uint16(uint256(keccak256(abi.encode(seed, i))) % (stride + 1));
            changes[i] = week;
            absence = i % 2 == 0 ? absence.begin(week) : absence.end(week);

            vm.assertTrue(absence.isAway() == (i % 2 == 0), "away");
            for (uint16 w = week - uint16(_EXACT); w <= week + 3; w++) {
                vm.assertTrue(absence.covers(w) == _refused(changes, i, w), "refused");
            }
        }
    }

    /// @dev Absences as pairs of changes, the last one perhaps still running.
    function _refused(uint16[40] memory changes, uint256 last, uint16 week) private pure returns (bool) {
        for (uint256 i = 0; i <= last; i += 2) {
            bool gone = changes[i] < week;
            bool back = i + 1 <= last && changes[i + 1] <= week;
            if (gone && !back) return true;
        }
        return false;
    }
}
