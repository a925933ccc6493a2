// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {ShareCode} from "./ShareCode.sol";

/// @title ShareDomain: where what is signed about a share token counts
/// @notice The EIP-712 domain of a clone, under its own name. It stands beside the token, whose `name` is a function, so
/// that `eip712Domain` can answer in the standard's names.
abstract contract ShareDomain is IERC5267 {
    // ERC-5267: name, version, chain id and verifying contract.
    bytes1 private constant _DOMAIN_FIELDS = hex"0f";
    string private constant _DOMAIN_VERSION = "1";

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        return (_DOMAIN_FIELDS, _ownName(), _DOMAIN_VERSION, block.chainid, address(this), 0, new uint256[](0));
    }

    function _domainSeparator() internal view returns (bytes32) {
        return
            MessageHashUtils.toDomainSeparator({
                fields: _DOMAIN_FIELDS,
                name: _ownName(),
                version: _DOMAIN_VERSION,
                chainId: block.chainid,
                verifyingContract: address(this),
                salt: 0
            });
    }

    function _ownName() private view returns (string memory) {
        return ShareCode.nameOf(address(this));
    }
}
