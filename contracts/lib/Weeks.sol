// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Weeks: calendar weeks as whole numbers
/// @notice A `weekIndex` counts whole weeks since Monday 5 January 1970 00:00 UTC, the first Monday of Unix time.
library Weeks {
    uint256 internal constant FIRST_MONDAY = 4 days;
    uint256 internal constant LENGTH = 7 days;

    /// @notice The most weeks that a payment for members may be spread over.
    uint16 internal constant MOST_SPREAD = 52;

    /// @notice The week in which a moment lies.
    /// @param timestamp Unix time in seconds, not before the first Monday nor after the year 3226; reverts otherwise.
    /// @return weekIndex whole weeks since the first Monday; 65,535 is the year 3226.
    function indexOf(uint256 timestamp) internal pure returns (uint16 weekIndex) {
        return SafeCast.toUint16((timestamp - FIRST_MONDAY) / LENGTH);
    }
}
