// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Wallets: whether an address is a contract
library Wallets {
    // The code of a wallet that delegates by EIP-7702: this prefix and an address.
    bytes3 private constant _DELEGATION_PREFIX = 0xef0100;
    uint256 private constant _DELEGATION_LENGTH = 23;

    /// @notice Whether there is a contract at an address now. A person's wallet that delegates by EIP-7702 has code too,
    /// and still its person's key: it is none.
    function isContract(address wallet) internal view returns (bool) {
        uint256 length = wallet.code.length;
        if (length != _DELEGATION_LENGTH) return length > 0;
        return bytes3(wallet.code) != _DELEGATION_PREFIX;
    }
}
