// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IInsiders: who must know who runs a business
interface IInsiders {
    /// @notice Others run a business from now on, or are paid for it. Only the ProjectRegistry, which tells it so that
    /// nobody who buys has to ask.
    /// @param gone manager and payout wallet before; zero for nobody. @param come manager and payout wallet now.
    /// @dev Reverts with ShareOfferingNotProjectRegistry.
    function changeManagement(uint64 business, address[2] calldata gone, address[2] calldata come) external;
}
