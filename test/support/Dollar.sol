// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {TestDollar} from "../../contracts/mocks/TestDollar.sol";

/// @title Dollar: a currency whose issuer can, all in one and at any time, refuse payments to a wallet, take a fee, say
/// false, or take away what somebody has
contract Dollar is TestDollar {
    mapping(address wallet => bool) public refuses;

    /// @notice Units that the issuer has taken away from a holder, and not given back.
    mapping(address holder => uint256) public taken;

    /// @notice Units that a transfer delivers too few; a smaller one delivers nothing.
    uint256 public fee;

    /// @notice Whether transfers move nothing and say false.
    bool public fails;

    error DollarRefused(address wallet);

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

    /// @notice Takes away one part of so many that somebody has, as a currency that rebases does from everybody.
    function shrink(address holder, uint256 parts) external {
        uint256 amount = balanceOf(holder) / parts;
        taken[holder] += amount;
        _burn(holder, amount);
    }

    /// @notice Gives back all that was taken away from somebody.
    function makeGood(address holder) external {
        _mint(holder, taken[holder]);
        delete taken[holder];
    }

    /// @notice Burns what somebody has.
    function burn(address holder, uint256 amount) external {
        _burn(holder, amount);
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

    function _update(address from, address to, uint256 value) internal override {
        require(from == address(0) || !refuses[to], DollarRefused(to));
        super._update(from, to, value);
        if (fee > 0 && from != address(0) && to != address(0)) _burn(to, Math.min(fee, value));
    }

    /// @dev As in ERC-3009, or nothing at all, which says nothing.
    function _transferWithAuthorization(
        address from,
        address to,
        uint256 value,
        uint256 validAfter,
        uint256 validBefore,
        bytes32 nonce
    ) internal override {
        if (!fails) super._transferWithAuthorization(from, to, value, validAfter, validBefore, nonce);
    }
}
