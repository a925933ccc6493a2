// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title HashMany: what a view says of thousands, as one hash
/// @notice Holds nothing, is never deployed, and nobody can call it on chain. A node runs its constructor in an
/// `eth_call` without a receiver. Whoever knows what the contracts must say of everybody, because they replayed all
/// that happened, reckons the same hash, and has compared 1,500 answers with one request of a few kilobytes.
/// @dev Bounded: after 15,000,000 gas no other view is asked, and the answer says how many were. How far it gets depends
/// on the state alone, not on the node. Known limit: a node takes the request for a creation, so all of it must stay
/// below 49,152 bytes.
contract HashMany {
    /// @dev After so much gas no other view is asked.
    uint256 private constant MOST_GAS = 15_000_000;

    /// @notice Answers the hash, and how many views it covers, from the first on.
    /// @param groups each group of calls that differ in one word only, one after the other and without gaps:
    /// the target (20 bytes) · how many calls (2) · the bytes of what differs (1) · where it ends in a call (2) · the
    /// bytes of a call (2) · a call · what differs, call by call. Without a target the code of each address is asked
    /// for, and answered as its hash (`EXTCODEHASH`).
    /// @dev The hash begins with zero; each answer makes keccak256(hash · 1 · answer) of it, a view that reverts
    /// keccak256(hash · 0).
    constructor(bytes memory groups) {
        uint256 gasAtStart = gasleft();
        bytes32 hash;
        uint256 done;
        uint256 at;

        while (at < groups.length) {
            uint256 head = _wordAt(groups, at);
            address target = address(uint160(head >> 96));
            uint256 count = uint16(head >> 80);
            uint256 width = uint8(head >> 72);
            uint256 end = uint16(head >> 56);
            bytes memory callData = _slice(groups, at + 27, uint16(head >> 40));
            at += 27 + callData.length;

            for (uint256 i = 0; i < count; i++) {
                if (gasAtStart - gasleft() > MOST_GAS) _answer(hash, done);
                uint256 value = width == 0 ? 0 : _wordAt(groups, at) >> (256 - 8 * width);
                hash =
                    target == address(0) ? _hashCode(hash, value) : _hashView(hash, target, _put(callData, end, value));
                at += width;
                done++;
            }
        }

        _answer(hash, done);
    }

    /// @dev A call whose word that ends at `end` is the value; one without arguments stays as it is.
    function _put(bytes memory callData, uint256 end, uint256 value) private pure returns (bytes memory) {
        assembly ("memory-safe") {
            if end {
                mstore(add(callData, end), value)
            }
        }

        return callData;
    }

    function _hashView(bytes32 before, address target, bytes memory callData) private view returns (bytes32 hash) {
        assembly ("memory-safe") {
            let ok := staticcall(gas(), target, add(callData, 0x20), mload(callData), 0, 0)
            let size := mul(ok, returndatasize())
            let free := mload(0x40)
            mstore(free, before)
            mstore8(add(free, 0x20), ok)
            returndatacopy(add(free, 0x21), 0, size)
            hash := keccak256(free, add(size, 0x21))
        }
    }

    function _hashCode(bytes32 before, uint256 account) private view returns (bytes32) {
        return keccak256(abi.encodePacked(before, uint8(1), address(uint160(account)).codehash));
    }

    /// @dev 32 bytes from a place on; behind the last byte anything.
    function _wordAt(bytes memory data, uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(data, 0x20), at))
        }
    }

    function _slice(bytes memory data, uint256 at, uint256 size) private pure returns (bytes memory part) {
        part = new bytes(size);

        assembly ("memory-safe") {
            mcopy(add(part, 0x20), add(add(data, 0x20), at), size)
        }
    }

    function _answer(bytes32 hash, uint256 done) private pure {
        assembly ("memory-safe") {
            mstore(0x00, hash)
            mstore(0x20, done)
            return(0x00, 0x40)
        }
    }
}
