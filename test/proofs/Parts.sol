// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deeds} from "../../contracts/lib/Deed.sol";

/// @title Parts: what basis points of an amount are
library Parts {
    /// @dev Whether units are so many basis points of an amount, rounded down to a unit.
    function isRoundedDown(uint256 units, uint256 amount, uint256 basisPoints) internal pure returns (bool) {
        uint256 exact = amount * basisPoints;
        uint256 paid = units * Deeds.WHOLE;
        return paid <= exact && exact < paid + Deeds.WHOLE;
    }

    /// @dev Whether units are so many basis points of an amount, or fewer than `most` units more.
    function isRoundedUp(
        uint256 units,
        uint256 amount,
        uint256 basisPoints,
        uint256 most
    ) internal pure returns (bool) {
        uint256 exact = amount * basisPoints;
        uint256 paid = units * Deeds.WHOLE;
        return paid >= exact && paid < exact + most * Deeds.WHOLE;
    }
}
