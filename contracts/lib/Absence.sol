// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice When a member was away, in one word. From the lowest bit up: the week since which they are away (16 bits, 0
/// when they are here), the week they last came back in (16), and which of the 16 weeks before that one were refused to
/// them (16, the latest lowest).
type Absence is uint48;

using Absences for Absence global;

/// @title Absences: which weeks a member was away
/// @notice The week of going away still counts, and so does the week of coming back: refused are the whole weeks between.
/// However often somebody comes and goes, this is exact for the 16 weeks before they last came back and for all later
/// ones, so for any 16 weeks before the present; in weeks before those they were not refused, as far as it knows.
/// Units: week indices above 0, which never decrease from call to call.
library Absences {
    uint256 private constant _EXACT = 16;

    /// @notice Whether the member is away now.
    function isAway(Absence absence) internal pure returns (bool) {
        return _since(absence) != 0;
    }

    /// @notice Whether the member is here in week `weekIndex`, and came back longer before it than this is exact, or never went
    /// away: no week since is refused.
    function isOver(Absence absence, uint16 weekIndex) internal pure returns (bool) {
        return !isAway(absence) && weekIndex - _back(absence) > _EXACT;
    }

    /// @notice The member goes away in week `weekIndex`. They must not be away.
    function begin(Absence absence, uint16 weekIndex) internal pure returns (Absence) {
        return Absence.wrap(Absence.unwrap(absence) | weekIndex);
    }

    /// @notice The member comes back in week `weekIndex`. They must be away.
    function end(Absence absence, uint16 weekIndex) internal pure returns (Absence) {
        uint256 wholeWeeks = weekIndex == _since(absence) ? 0 : weekIndex - _since(absence) - 1;
        // Refused weeks of before move up as the week to which they relate moves on; shifts of 256 and more give zero.
        uint256 refused = (_refused(absence) << (weekIndex - _back(absence))) | ~(type(uint256).max << wholeWeeks);
        // Weeks beyond the last 16 are cut off.
        return Absence.wrap((uint48(uint16(refused)) << 32) | (uint48(weekIndex) << 16));
    }

    /// @notice Whether a week is refused: the member went away before it, and did not come back in it or before.
    function covers(Absence absence, uint16 weekIndex) internal pure returns (bool) {
        if (isAway(absence) && weekIndex > _since(absence)) return true;
        if (weekIndex >= _back(absence)) return false;
        return (_refused(absence) >> (_back(absence) - weekIndex - 1)) & 1 == 1;
    }

    function _since(Absence absence) private pure returns (uint16) {
        return uint16(Absence.unwrap(absence));
    }

    function _back(Absence absence) private pure returns (uint16) {
        return uint16(Absence.unwrap(absence) >> 16);
    }

    function _refused(Absence absence) private pure returns (uint256) {
        return Absence.unwrap(absence) >> 32;
    }
}
