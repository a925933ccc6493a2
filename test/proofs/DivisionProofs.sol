// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EqualParts} from "../../contracts/lib/EqualParts.sol";

/// @title DivisionProofs: equal parts
contract DivisionProofs {
    /// @notice Of any amount that is divided equally among any number of people:
    function proveEqualParts(uint256 amount, uint256 count) external pure {
        require(count > 0);

        (uint256 partDown, uint256 rest) = EqualParts.divide(amount, count);

        // The parts and the rest sum to the amount.
        assert(partDown * count + rest == amount);
        // Less than a unit for each is left.
        assert(rest < count);
    }
}
