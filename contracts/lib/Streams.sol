// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EqualParts} from "./EqualParts.sol";

/// @title Streams: payments that are spread over timesheets
/// @notice What a town has promised its members, `undivided`, is the carry, for the next timesheet, and what its streams
/// still have to pay; each begins and ends with a timesheet. The promise stays below 2⁹⁶ units.
library Streams {
    /// @notice The most units that can still be promised.
    function room(uint96 undivided) internal pure returns (uint96) {
        return type(uint96).max - undivided;
    }

    /// @notice Spreads a payment over timesheets, at least one.
    /// @return perWeek units for each of them.
    /// @return rest units for the carry.
    function spread(uint96 amount, uint16 weeks_) internal pure returns (uint96 perWeek, uint96 rest) {
        (uint256 part, uint256 left) = EqualParts.divide(amount, weeks_);
        return (uint96(part), uint96(left));
    }

    /// @notice Divides what there is for one timesheet among those who were active in it, at least one.
    /// @param running units that the streams add to it.
    /// @return cashPerActive units for each.
    /// @return left units for the carry, fewer than there were active members.
    function divide(
        uint96 carry,
        uint96 running,
        uint16 active
    ) internal pure returns (uint96 cashPerActive, uint96 left) {
        (uint256 part, uint256 rest) = EqualParts.divide(carry + running, active);
        return (uint96(part), uint96(rest));
    }
}
