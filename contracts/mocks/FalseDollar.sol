// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title FalseDollar: a currency that says false instead of reverting, as soon as somebody says so
/// @notice Anyone may switch it.
contract FalseDollar is TestDollar {
    /// @notice Whether transfers move nothing and say false.
    bool public fails;

    /// @notice Switches transfers off or on. Anyone.
    function setFails(bool fails_) external {
        fails = fails_;
    }

    /// @notice As in ERC-20, or nothing at all.
    function transfer(address to, uint256 value) public override returns (bool) {
        return !fails && super.transfer(to, value);
    }

    /// @notice As in ERC-20, or nothing at all.
    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !fails && super.transferFrom(from, to, value);
    }

    /// @dev An authorised transfer says neither true nor false, and moves nothing either.
    function _update(address from, address to, uint256 value) internal override {
        if (!fails) super._update(from, to, value);
    }
}
