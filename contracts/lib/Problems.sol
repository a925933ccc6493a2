// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Problems: an error as a value
/// @notice What speaks against one entry of a batch, encoded as the error that it would have failed with alone; nothing
/// where nothing does.
library Problems {
    /// @notice Reverts with the error that a problem is.
    function requireNone(bytes memory problem) internal pure {
        if (problem.length == 0) return;
        assembly ("memory-safe") {
            revert(add(problem, 0x20), mload(problem))
        }
    }

    /// @notice An error about a wallet.
    function encode(bytes4 why, address wallet) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(why, wallet);
    }

    /// @notice An error about a value.
    function encode(bytes4 why, uint256 value) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(why, value);
    }

    /// @notice An error about a wallet and a value.
    function encode(bytes4 why, address wallet, uint256 value) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(why, wallet, value);
    }

    /// @notice An error about a value that is beyond a bound.
    function encode(bytes4 why, uint256 value, uint256 bound) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(why, value, bound);
    }
}
