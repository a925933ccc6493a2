// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title Money: taking a currency in, and counting it
library Money {
    using SafeERC20 for IERC20;

    /// @notice The currency delivered another amount than was asked of the payer, as one with a fee on transfer does.
    error MoneyNotReceivedInFull(IERC20 currency, uint256 asked, uint256 balanceBefore, uint256 balanceAfter);

    /// @notice Takes an amount from a payer who allowed it, and requires that all of it arrived.
    /// @param currency any ERC-20, also one without return values.
    /// @param payer who allowed this contract at least `amount`.
    /// @param amount units of the currency.
    function pull(IERC20 currency, address payer, uint256 amount) internal {
        uint256 balanceBefore = currency.balanceOf(address(this));

        currency.safeTransferFrom(payer, address(this), amount);

        uint256 balanceAfter = currency.balanceOf(address(this));
        require(
            balanceAfter == balanceBefore + amount,
            MoneyNotReceivedInFull(currency, amount, balanceBefore, balanceAfter)
        );
    }
}
