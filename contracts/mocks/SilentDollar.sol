// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

/// @title SilentDollar: a currency whose transfers and allowances return nothing, as that of a large stablecoin
/// @notice Anyone may mint any amount: it is worth nothing.
contract SilentDollar is IERC20Errors {
    string public constant name = "Silent Dollar";
    string public constant symbol = "SUSD";
    uint8 public constant decimals = 6;

    uint256 public totalSupply;
    mapping(address holder => uint256) public balanceOf;
    mapping(address holder => mapping(address spender => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);

    event Approval(address indexed owner, address indexed spender, uint256 value);

    /// @notice Mints to anybody. Anyone.
    function mint(address to, uint256 amount) external {
        totalSupply += amount;
        balanceOf[to] += amount;

        emit Transfer(address(0), to, amount);
    }

    /// @notice Allows a spender an amount; another one has to be taken back first.
    function approve(address spender, uint256 value) external {
        uint256 current = allowance[msg.sender][spender];
        require(value == 0 || current == 0, ERC20InsufficientAllowance(spender, current, value));

        allowance[msg.sender][spender] = value;

        emit Approval(msg.sender, spender, value);
    }

    /// @notice Sends from the caller.
    function transfer(address to, uint256 value) external {
        _move(msg.sender, to, value);
    }

    /// @notice Sends from somebody who allowed it.
    function transferFrom(address from, address to, uint256 value) external {
        uint256 current = allowance[from][msg.sender];
        require(current >= value, ERC20InsufficientAllowance(msg.sender, current, value));

        allowance[from][msg.sender] = current - value;

        _move(from, to, value);
    }

    function _move(address from, address to, uint256 value) private {
        uint256 balance = balanceOf[from];
        require(balance >= value, ERC20InsufficientBalance(from, balance, value));

        balanceOf[from] = balance - value;
        balanceOf[to] += value;

        emit Transfer(from, to, value);
    }
}
