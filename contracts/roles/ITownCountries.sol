// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ITownCountries: the one question that roles ask about towns
interface ITownCountries {
    /// @notice A town's country, ISO 3166-1 numeric. @dev Reverts when there is no such town.
    function countryOf(uint32 town) external view returns (uint16);
}
