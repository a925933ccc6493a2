// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title Dollar: a currency of 6 decimals whose issuer can refuse payments to a wallet
contract Dollar is ERC20 {
    mapping(address wallet => bool) public refuses;

    error DollarRefused(address wallet);

    constructor() ERC20("Dollar", "USD") {}

    /// @notice Refuses payments to a wallet, or accepts them again.
    function setRefused(address wallet, bool refused) external {
        refuses[wallet] = refused;
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

    /// @notice 6, like most stablecoins.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(from == address(0) || !refuses[to], DollarRefused(to));
        super._update(from, to, value);
    }
}
