// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deed} from "../lib/Deed.sol";

/// @title IDeeds: what a sale asks about the profit deed of its business
interface IDeeds {
    /// @notice The deed now in force.
    function deedOf(uint64 business) external view returns (Deed memory);

    /// @notice Fixes the deed in force, until the business's offering fails, and cancels a change not yet in force. Only the
    /// ShareOffering.
    function seal(uint64 business) external;
}
