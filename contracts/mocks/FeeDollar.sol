// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title FeeDollar: a currency that keeps a part of every transfer, or adds to it, as soon as somebody says so
/// @notice Anyone may switch the fee.
contract FeeDollar is TestDollar {
    /// @notice Units that every transfer delivers too few, below zero too many.
    int256 public fee;

    /// @notice Sets the fee. Anyone.
    function setFee(int256 fee_) external {
        fee = fee_;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0) || to == address(0)) return;

        if (fee > 0) super._update(to, address(0), uint256(fee));
        if (fee < 0) super._update(address(0), to, uint256(-fee));
    }
}
