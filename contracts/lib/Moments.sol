// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Moments: times as records keep them
library Moments {
    /// @notice A time in seconds, as most records keep it: 40 bits last until the year 36,812.
    /// @param timestamp Unix time in seconds.
    function in40Bits(uint256 timestamp) internal pure returns (uint40) {
        return uint40(timestamp);
    }
}
