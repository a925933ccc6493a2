// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A payer's ERC-3009 `ReceiveWithAuthorization` for exactly the amount to be paid, sent by anyone. Its nonce
/// is keccak256(abi.encode(chain id, contract, selector of the function, keccak256(abi.encode(every argument before the
/// authorisation)), payer, salt)): it pays for nothing else, and nobody but the contract can use it.
/// @param payer who signed, pays, and for whom the function acts.
/// @param salt any number that tells two payments apart that are otherwise the same.
/// @param validAfter seconds. @param validBefore seconds.
/// @param v @param r @param s the payer's signature.
struct Authorization {
    address payer;
    bytes32 salt;
    uint256 validAfter;
    uint256 validBefore;
    uint8 v;
    bytes32 r;
    bytes32 s;
}
