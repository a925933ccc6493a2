// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EqualParts} from "./EqualParts.sol";

/// @title Dividends: what one share has been credited since the beginning
/// @notice A share token whose supply is fixed keeps two figures of all that was ever deposited: the units credited to
/// each share, and those that did not divide, which wait for the next deposit.
library Dividends {
    /// @notice The most that profits may sum to. A sale raises no more than that either.
    uint256 internal constant MOST_PROFITS = 2 ** 110 - 1;

    /// @notice The most that profits, and what a wind-up pays on top, may sum to: a wind-up is never refused.
    uint256 internal constant MOST = 2 ** 111 - 1;

    /// @notice The most units that can still be deposited.
    function room(uint112 perShare, uint32 remainder, uint40 supply, uint256 most) internal pure returns (uint256) {
        uint256 deposited = uint256(perShare) * supply + remainder;
        return deposited < most ? most - deposited : 0;
    }

    /// @notice Divides a deposit for which there is room among all shares, which are below 2³².
    /// @return uint112 units that one share has been credited now.
    /// @return uint32 units that did not divide.
    function add(
        uint112 perShare,
        uint32 remainder,
        uint40 supply,
        uint256 amount
    ) internal pure returns (uint112, uint32) {
        (uint256 part, uint256 rest) = EqualParts.divide(amount + remainder, supply);
        return (perShare + uint112(part), uint32(rest));
    }
}
