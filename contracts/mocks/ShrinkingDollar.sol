// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title ShrinkingDollar: a currency whose balances all shrink, as those of one that rebases do
/// @notice Anyone may halve everything.
contract ShrinkingDollar is TestDollar {
    uint256 private _divisor = 1;

    /// @notice Halves what everybody has. Anyone.
    function halve() external {
        _divisor *= 2;
    }

    /// @notice What there is after all halvings.
    function totalSupply() public view override returns (uint256) {
        return super.totalSupply() / _divisor;
    }

    /// @notice What a wallet has after all halvings.
    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) / _divisor;
    }

    function _update(address from, address to, uint256 value) internal override {
        uint256 balance = balanceOf(from);
        require(from == address(0) || balance >= value, ERC20InsufficientBalance(from, balance, value));

        super._update(from, to, value * _divisor);
    }
}
