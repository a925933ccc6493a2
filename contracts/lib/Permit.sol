// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The caller's ERC-2612 permit for exactly the amount to be paid; one that was used already does no harm.
/// @param deadline seconds.
/// @param v @param r @param s the caller's signature.
struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}
