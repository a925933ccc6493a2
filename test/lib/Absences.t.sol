// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Absences} from "../../contracts/lib/Absences.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title AbsencesTest
/// @dev Absences against a plain list of who was here in which week.
contract AbsencesTest {
    using Absences for Absences.Calendar;

    uint16 private constant _WEEK = 3_000;
    uint256 private constant _EXACT = 16;
    uint256 private constant _CHANGES = 40;

    Absences.Calendar private _calendar;

    // As the caller keeps it: since when each member is away, 0 for here.
    mapping(uint256 number => uint16) private _since;

    // The weeks in which a member went and came, in turn.
    mapping(uint256 number => uint16[]) private _changesOf;

    function testOneWhoWasNeverAwayIsRefusedNothing() external view {
        for (uint16 week = _WEEK - 20; week <= _WEEK; week++) {
            _requireRefused(1, week, _WEEK, false, "never away");
        }
    }

    function testWhoIsAwayIsRefusedEveryLaterWeek() external {
        _go(7, _WEEK);

        _requireRefused(7, _WEEK - 1, _WEEK + 9, false, "before");
        _requireRefused(7, _WEEK, _WEEK + 9, false, "week of leaving");
        _requireRefused(7, _WEEK + 1, _WEEK + 9, true, "week after");
        _requireRefused(7, _WEEK + 9, _WEEK + 9, true, "for ever");
    }

    function testWhoCameBackIsRefusedTheWholeWeeksBetween() external {
        _go(7, _WEEK);
        _come(7, _WEEK + 3);

        _requireRefused(7, _WEEK, _WEEK + 9, false, "week of leaving");
        _requireRefused(7, _WEEK + 1, _WEEK + 9, true, "first between");
        _requireRefused(7, _WEEK + 2, _WEEK + 9, true, "last between");
        _requireRefused(7, _WEEK + 3, _WEEK + 9, false, "week of return");
        _requireRefused(7, _WEEK + 4, _WEEK + 9, false, "afterwards");
    }

    function testWhoCameBackInTheSameWeekOrTheNextIsRefusedNothing() external {
        for (uint16 later = 0; later <= 1; later++) {
            _go(7 + later, _WEEK);
            _come(7 + later, _WEEK + later);
            for (uint16 week = _WEEK - 20; week < _WEEK + 20; week++) {
                _requireRefused(7 + later, week, _WEEK + 20, false, "refused");
            }
        }
    }

    function testAnAbsenceIsKnownForExactlySixteenWeeksBeforeTheReturn() external {
        _go(7, _WEEK - 100);
        _come(7, _WEEK);

        _requireRefused(7, _WEEK - 16, _WEEK, true, "sixteenth");
        _requireRefused(7, _WEEK - 17, _WEEK, false, "seventeenth");
    }

    function testAnEarlierAbsenceIsKnownBesideALaterOne() external {
        _go(7, _WEEK);
        _come(7, _WEEK + 2);
        _go(7, _WEEK + 4);
        _come(7, _WEEK + 6);
        _go(7, _WEEK + 7);

        bool[9] memory refused = [false, true, false, false, false, true, false, false, true];
        for (uint16 i = 0; i < refused.length; i++) {
            _requireRefused(7, _WEEK + i, _WEEK + 8, refused[i], "week");
        }
    }

    function testTheFirstRefusedOfThoseAskedAboutIsNamed() external {
        uint256[5] memory numbers = [uint256(1), 255, 256, 257, 24_000];
        for (uint256 i = 0; i < numbers.length; i++) {
            _go(numbers[i], _WEEK);
        }
        uint256[] memory everybody = new uint256[](94);
        for (uint256 i = 0; i < everybody.length; i++) {
            everybody[i] = type(uint256).max;
        }

        for (uint256 i = 0; i < numbers.length; i++) {
            vm.assertEq(this.firstRefused(_WEEK + 1, _WEEK + 1, everybody), numbers[i], "first");
            uint256 index = numbers[i] - 1;
            everybody[index / 256] &= ~((1 << 255) >> (index % 256));
        }
        vm.assertEq(this.firstRefused(_WEEK + 1, _WEEK + 1, everybody), 0, "nobody else");
        vm.assertEq(this.firstRefused(_WEEK + 1, _WEEK + 1, new uint256[](0)), 0, "nobody asked about");
    }

    /// @dev Neighbours go and come at random, in the same week or up to `stride` weeks later. Every week of the last
    /// sixteen is compared with the rule as it is written: gone before it, and not back in it or before.
    function testFuzzTheLastSixteenWeeksAreExact(uint256 seed, uint256 stride) external {
        stride = within(stride, 0, 12);
        uint16 current = _WEEK;
        for (uint256 i = 0; i < _CHANGES; i++) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            current += uint16(random % (stride + 1));
            uint256 number = 255 + ((random >> 32) % 4);
            if (_since[number] == 0) _go(number, current);
            else _come(number, current);

            for (number = 255; number < 259; number++) {
                for (uint16 week = current - uint16(_EXACT); week <= current; week++) {
                    _requireRefused(number, week, current, _isRefused(number, week), "refused");
                }
            }
        }
    }

    function firstRefused(uint256 week, uint256 current, uint256[] calldata among) external view returns (uint256) {
        return _calendar.firstRefused(week, current, among);
    }

    function _go(uint256 number, uint16 week) private {
        _calendar.begin(number, week);
        _since[number] = week;
        _changesOf[number].push(week);
    }

    function _come(uint256 number, uint16 week) private {
        _calendar.end(number, _since[number], week);
        _since[number] = 0;
        _changesOf[number].push(week);
    }

    /// @dev Asks in both ways: about that member alone, and among all the others of a word.
    function _requireRefused(
        uint256 number,
        uint16 week,
        uint16 current,
        bool refused,
        string memory what
    ) private view {
        uint256[] memory among = new uint256[]((number + 255) / 256);
        among[among.length - 1] = (1 << 255) >> ((number - 1) % 256);

        vm.assertEq(this.firstRefused(week, current, among), refused ? number : 0, what);
        if (_since[number] == 0) vm.assertTrue(_calendar.wasRefused(number, week) == refused, what);
    }

    /// @dev Absences as pairs of changes, the last one perhaps still running.
    function _isRefused(uint256 number, uint16 week) private view returns (bool) {
        uint16[] storage changes = _changesOf[number];
        for (uint256 i = 0; i < changes.length; i += 2) {
            bool gone = changes[i] < week;
            bool back = i + 1 < changes.length && changes[i + 1] <= week;
            if (gone && !back) return true;
        }
        return false;
    }
}
