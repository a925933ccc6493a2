// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibBit} from "solady/src/utils/LibBit.sol";

/// @title Absences: which weeks the members of a town were away
/// @notice The week of going away still counts, and so does the week of coming back: refused are the whole weeks between.
/// One bit a member, 256 to a word, member number 1 highest in the first, so that a whole town is asked about in a few
/// reads, whatever happened in it. However often somebody comes and goes, this is exact for the `EXACT` weeks before they
/// last came back and for all later ones, so for as many before the present; weeks before those are not refused.
/// Units: week indices above 0, which never decrease from call to call; member numbers from 1.
library Absences {
    /// @notice For how many weeks before a return it is known which of them were refused.
    uint256 internal constant EXACT = 16;

    /// @param away who is away now.
    /// @param went who went away in a week, whether or not they came back since.
    /// @param refused who had been away for the whole of a week, of those who came back.
    struct Calendar {
        mapping(uint256 word => uint256) away;
        mapping(uint256 weekIndex => mapping(uint256 word => uint256)) went;
        mapping(uint256 weekIndex => mapping(uint256 word => uint256)) refused;
    }

    /// @notice A member goes away in week `weekIndex`. They must not be away.
    function begin(Calendar storage self, uint256 number, uint256 weekIndex) internal {
        (uint256 word, uint256 bit) = _placeOf(number);
        self.away[word] |= bit;
        self.went[weekIndex][word] |= bit;
    }

    /// @notice A member comes back in week `weekIndex` who went away in week `since`, and has been away from then on.
    function end(Calendar storage self, uint256 number, uint256 since, uint256 weekIndex) internal {
        (uint256 word, uint256 bit) = _placeOf(number);
        self.away[word] &= ~bit;

        uint256 first = since + 1 + EXACT < weekIndex ? weekIndex - EXACT : since + 1;
        for (uint256 week = first; week < weekIndex; week++) {
            self.refused[week][word] |= bit;
        }
    }

    /// @notice Whether a member who is here now was away for the whole of week `weekIndex`.
    function wasRefused(Calendar storage self, uint256 number, uint256 weekIndex) internal view returns (bool) {
        (uint256 word, uint256 bit) = _placeOf(number);
        return self.refused[weekIndex][word] & bit != 0;
    }

    /// @notice The first of some members to whom week `weekIndex` is refused; 0 for none.
    /// @param weekIndex at most `current`. @param current the running week.
    /// @param among a bit for each member asked about.
    function firstRefused(
        Calendar storage self,
        uint256 weekIndex,
        uint256 current,
        uint256[] calldata among
    ) internal view returns (uint256 number) {
        for (uint256 word = 0; word < among.length; word++) {
            uint256 asked = among[word];
            if (asked == 0) continue;

            // Of those who are away now, whoever went in that week or later was there in it.
            uint256 away = asked & self.away[word];
            for (uint256 week = weekIndex; away != 0 && week <= current; week++) {
                away &= ~self.went[week][word];
            }
            uint256 refused = away | (asked & self.refused[weekIndex][word]);
            if (refused != 0) return word * 256 + LibBit.clz(refused) + 1;
        }
    }

    function _placeOf(uint256 number) private pure returns (uint256 word, uint256 bit) {
        return ((number - 1) / 256, (1 << 255) >> ((number - 1) % 256));
    }
}
