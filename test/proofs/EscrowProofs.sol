// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deeds} from "../../contracts/lib/Deed.sol";
import {Dividends} from "../../contracts/lib/Dividends.sol";
import {Tranches} from "../../contracts/lib/Tranches.sol";
import {Parts} from "./Parts.sol";

/// @title EscrowProofs: what leaves the escrow of a sale
/// @dev One step each: `before` are the basis points of the tranches that were released already.
contract EscrowProofs {
    /// @notice When any tranche but the last is released of any sale:
    function proveTranche(uint256 raised, uint256 released, uint16 before, uint16 basisPoints) external pure {
        require(raised <= Dividends.MOST_PROFITS && released <= raised);
        require(released * Deeds.WHOLE <= raised * before);
        require(uint256(before) + basisPoints < Deeds.WHOLE);

        uint256 amount = Tranches.amountOf(raised, released, basisPoints, false);

        // It pays its part of what was raised, rounded down to a unit.
        assert(Parts.isRoundedDown(amount, raised, basisPoints));
        // All tranches so far pay no more than their parts.
        assert((released + amount) * Deeds.WHOLE <= raised * (uint256(before) + basisPoints));
        // What is left covers it, and fits its record.
        assert(released + amount <= raised && released + amount <= type(uint112).max);
    }

    /// @notice When the last tranche is released:
    function proveLastTranche(uint256 raised, uint256 released, uint16 before, uint16 basisPoints) external pure {
        require(raised <= Dividends.MOST_PROFITS && released <= raised);
        require(released * Deeds.WHOLE <= raised * before);
        require(uint256(before) + basisPoints == Deeds.WHOLE);

        uint256 amount = Tranches.amountOf(raised, released, basisPoints, true);

        // All tranches together are what was raised.
        assert(released + amount == raised);
        // It pays no less than its part.
        assert(amount * Deeds.WHOLE >= raised * basisPoints);
    }
}
