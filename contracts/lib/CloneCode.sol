// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title CloneCode: whose clone a contract is
library CloneCode {
    bytes10 private constant _BEGINNING = 0x363d3d373d3d3d363d73;

    /// @notice Whether a contract is a minimal proxy of an implementation, with or without immutable arguments behind its
    /// code. Source: ERC-1167.
    function isCloneOf(address contract_, address implementation) internal view returns (bool) {
        bytes32 beginning;
        assembly ("memory-safe") {
            mstore(0, 0)
            extcodecopy(contract_, 0, 0, 30)
            beginning := mload(0)
        }
        return beginning == bytes32(abi.encodePacked(_BEGINNING, implementation));
    }
}
