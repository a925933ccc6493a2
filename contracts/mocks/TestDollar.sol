// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title TestDollar: a plain currency with 6 decimals, for local chains and test networks
/// @notice Has what large stablecoins have: ERC-2612 permits and ERC-3009 authorisations. Anyone may mint any amount: it
/// is worth nothing.
contract TestDollar is ERC20, ERC20Permit, ERC3009 {
    constructor() ERC20("Test Dollar", "TUSD") ERC20Permit("Test Dollar") {}

    /// @notice Mints to anybody. Anyone.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice 6, like most stablecoins.
    function decimals() public view virtual override returns (uint8) {
        return 6;
    }
}
