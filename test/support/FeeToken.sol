// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title FeeToken: a currency that keeps a part of every transfer, or adds to it
contract FeeToken is ERC20 {
    /// @notice Units that a transfer delivers too few, below zero too many.
    int256 public fee;

    constructor() ERC20("Fee", "FEE") {}

    /// @notice Switches the fee on, off, or over.
    function setFee(int256 fee_) external {
        fee = fee_;
    }

    /// @notice Mints to anybody.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0) || to == address(0)) return;

        if (fee > 0) _burn(to, uint256(fee));
        if (fee < 0) _mint(to, uint256(-fee));
    }
}
