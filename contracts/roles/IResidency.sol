// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IResidency: the one question that roles ask about persons
interface IResidency {
    /// @notice Whether a wallet belongs to a person whose home in `town` is attested until now or later.
    function isResident(address wallet, uint32 town) external view returns (bool);
}
