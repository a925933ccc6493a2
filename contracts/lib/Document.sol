// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A document off chain that cannot be changed in silence.
/// @param hash SHA-256 of its bytes, never zero.
/// @param uri where to fetch it.
struct Document {
    bytes32 hash;
    string uri;
}
