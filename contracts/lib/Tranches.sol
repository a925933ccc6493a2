// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deeds} from "./Deed.sol";

/// @title Tranches: the parts in which a sale's money leaves escrow
library Tranches {
    /// @notice Units of one tranche: its part of what was raised, rounded down; the last one is all that is left.
    /// @param raised units that the sale brought.
    /// @param released units that have left escrow.
    /// @param basisPoints the tranche's part of what was raised.
    function amountOf(
        uint256 raised,
        uint256 released,
        uint256 basisPoints,
        bool last
    ) internal pure returns (uint256) {
        return last ? raised - released : (raised * basisPoints) / Deeds.WHOLE;
    }
}
