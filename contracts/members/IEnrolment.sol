// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IEnrolment: who must know that members joined
interface IEnrolment {
    /// @notice Member numbers were given. Only the MemberRegistry, once for every number.
    /// @param first the first number. @param last the last number.
    /// @dev Reverts with ContributionsNotMemberRegistry.
    function enrol(uint32 town, uint256 first, uint256 last) external;
}
