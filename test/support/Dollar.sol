// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title Dollar: a currency of 6 decimals whose issuer can refuse payments to a wallet, take a fee, or say false
contract Dollar is ERC20 {
    mapping(address wallet => bool) public refuses;

    /// @notice Units that a transfer delivers too few.
    uint256 public fee;

    /// @notice Whether transfers move nothing and say false.
    bool public fails;

    error DollarRefused(address wallet);

    constructor() ERC20("Dollar", "USD") {}

    /// @notice Refuses payments to a wallet, or accepts them again.
    function setRefused(address wallet, bool refused) external {
        refuses[wallet] = refused;
    }

    /// @notice Switches the fee on or off.
    function setFee(uint256 fee_) external {
        fee = fee_;
    }

    /// @notice Switches transfers off or on.
    function setFails(bool fails_) external {
        fails = fails_;
    }

    /// @notice Mints to anybody.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Mints to a payer, and allows a spender the amount in the payer's name.
    function mintAndAllow(address payer, address spender, uint256 amount) external {
        _mint(payer, amount);
        _approve(payer, spender, amount);
    }

    /// @notice As in ERC-20, or nothing at all.
    function transfer(address to, uint256 value) public override returns (bool) {
        return !fails && super.transfer(to, value);
    }

    /// @notice As in ERC-20, or nothing at all.
    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !fails && super.transferFrom(from, to, value);
    }

    /// @notice 6, like most stablecoins.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(from == address(0) || !refuses[to], DollarRefused(to));
        super._update(from, to, value);
        if (fee > 0 && from != address(0) && to != address(0)) _burn(to, fee);
    }
}
