// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";

/// @title WaitingRegistry: a MemberRegistry that says of whom it is told to that a succession of theirs is open
/// @notice For tests only: it takes the place of a registry, whose code answers everything else, with its records.
contract WaitingRegistry is Proxy {
    struct Told {
        address registry;
        mapping(address wallet => bool) waits;
    }

    // Far from the registry's own records.
    bytes32 private constant _TOLD = keccak256("WaitingRegistry");

    /// @notice Sets where the registry's code is. Anyone.
    function standFor(address registry) external {
        _told().registry = registry;
    }

    /// @notice Sets whether a succession of a wallet is open. Anyone.
    function letWait(address wallet, bool waits) external {
        _told().waits[wallet] = waits;
    }

    /// @notice As the registry's.
    function isWaiting(address wallet) external view returns (bool) {
        return _told().waits[wallet];
    }

    function _implementation() internal view override returns (address) {
        return _told().registry;
    }

    function _told() private pure returns (Told storage told) {
        bytes32 slot = _TOLD;
        assembly ("memory-safe") {
            told.slot := slot
        }
    }
}
