// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ProjectIds: ids that carry their town
/// @notice A project's id is its town's id in the upper and its number within the town in the lower 32 bits.
library ProjectIds {
    /// @notice The id of a town's project. Numbers start at 1.
    function idOf(uint32 town, uint32 number) internal pure returns (uint64) {
        return (uint64(town) << 32) | number;
    }

    /// @notice The town of a project.
    function townOf(uint64 project) internal pure returns (uint32) {
        return uint32(project >> 32);
    }
}
