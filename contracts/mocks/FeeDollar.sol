// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title FeeDollar: a currency that keeps a part of every transfer, as soon as somebody says so
/// @notice Anyone may switch the fee.
contract FeeDollar is TestDollar {
    /// @notice Units that every transfer delivers too few.
    uint256 public fee;

    /// @notice Sets the fee. Anyone.
    function setFee(uint256 fee_) external {
        fee = fee_;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (fee == 0 || from == address(0) || to == address(0)) return;

        super._update(to, address(0), fee);
    }
}
