// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title EqualParts: dividing an amount equally
library EqualParts {
    /// @notice Divides an amount among `count`, which is above zero.
    /// @param amount units of a currency.
    /// @return partDown units for each.
    /// @return rest units left over, fewer than `count`.
    function divide(uint256 amount, uint256 count) internal pure returns (uint256 partDown, uint256 rest) {
        partDown = amount / count;
        rest = amount % count;
    }
}
