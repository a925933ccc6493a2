// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ISuccessorToken: a token whose balances follow their person
interface ISuccessorToken {
    /// @notice Moves all that a superseded wallet holds to its successor. Anyone may send it; of nothing, nothing moves.
    /// @param old a wallet for which MemberRegistry.followerOf answers: no contract that never named a nominee itself.
    function moveToSuccessor(address old) external;
}
