// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title Signatures: whether a wallet signed
/// @notice The one check of signatures, for a wallet with a key and for one that is a contract. The key's own signature
/// counts first, so that a wallet which delegates to code by EIP-7702 keeps its voice whatever that code answers. Then a
/// contract is asked by ERC-1271, with so little gas that no wallet's code can make others' transactions fail.
library Signatures {
    /// @notice The most gas that a wallet's code may use to answer.
    uint256 internal constant MOST_GAS = 500_000;

    /// @notice Whether `signer` signed `digest`.
    /// @param signer the wallet; nothing is signed by the address zero.
    /// @param digest the EIP-712 digest of what was to be signed.
    /// @param signature 65 bytes of a key, or what the contract understands.
    function isSigned(address signer, bytes32 digest, bytes memory signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecover(digest, signature);
        if (problem == ECDSA.RecoverError.NoError && recovered == signer) return true;

        return signer.code.length > 0 && _isSignedByContract(signer, digest, signature);
    }

    /// @dev Looks at one word of the answer, however long it is.
    function _isSignedByContract(address signer, bytes32 digest, bytes memory signature) private view returns (bool) {
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        bool answered;
        bytes32 answer;
        assembly ("memory-safe") {
            let ok := staticcall(MOST_GAS, signer, add(question, 0x20), mload(question), 0, 0x20)
            answered := and(ok, gt(returndatasize(), 0x1f))
            answer := mload(0)
        }
        return answered && answer == bytes32(IERC1271.isValidSignature.selector);
    }
}
