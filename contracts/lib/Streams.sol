// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EqualParts} from "./EqualParts.sol";
import {Weeks} from "./Weeks.sol";

/// @title Streams: payments that are spread over timesheets
/// @notice A town promises its members the carry, for the next timesheet, and what its streams still have to pay. All of
/// them together add `running` to each next timesheet, until the first one ends. The promise stays below 2⁹⁶ units.
library Streams {
    /// @notice The most units that can still be promised, were every stream at its beginning.
    function room(uint96 carry, uint96 running) internal pure returns (uint256) {
        uint256 promised = carry + uint256(running) * Weeks.MOST_SPREAD;
        return promised < type(uint96).max ? type(uint96).max - promised : 0;
    }

    /// @notice Spreads a payment for which there is room over timesheets, at least one.
    /// @return perWeek units for each of them.
    /// @return rest units for the carry.
    function spread(uint256 amount, uint16 weeks_) internal pure returns (uint96 perWeek, uint96 rest) {
        (uint256 part, uint256 left) = EqualParts.divide(amount, weeks_);
        return (uint96(part), uint96(left));
    }

    /// @notice Divides what there is for one timesheet among those who were active in it.
    /// @return cashPerActive units for each; zero when nobody was active.
    /// @return left units for the carry, fewer than there were active members, but all of them when there were none.
    function divide(
        uint96 carry,
        uint96 running,
        uint256 active
    ) internal pure returns (uint96 cashPerActive, uint96 left) {
        uint96 available = carry + running;
        if (active == 0) return (0, available);

        (uint256 part, uint256 rest) = EqualParts.divide(available, active);
        return (uint96(part), uint96(rest));
    }
}
