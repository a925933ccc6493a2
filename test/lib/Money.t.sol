// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Money} from "../../contracts/lib/Money.sol";
import {FalseDollar} from "../../contracts/mocks/FalseDollar.sol";
import {FeeDollar} from "../../contracts/mocks/FeeDollar.sol";
import {SilentDollar} from "../../contracts/mocks/SilentDollar.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title MoneyTest
/// @dev Money comes in in full, or not at all. This contract is the one that takes it.
contract MoneyTest {
    address private constant _PAYER = address(0xA11CE);

    function testFuzzAFeeOnTransferIsRefused(uint256 amount, uint256 fee, uint256 before) external {
        amount = within(amount, 1, type(uint128).max);
        fee = within(fee, 1, amount);
        before = within(before, 0, type(uint128).max);
        FeeDollar token = _fundedDollar(amount, before);
        token.setFee(int256(fee));

        vm.expectRevert(
            abi.encodeWithSelector(Money.MoneyNotReceivedInFull.selector, token, amount, before, before + amount - fee)
        );
        this.pull(IERC20(address(token)), amount);
    }

    function testFuzzATransferThatAddsIsRefused(uint256 amount, uint256 extra, uint256 before) external {
        amount = within(amount, 0, type(uint128).max);
        extra = within(extra, 1, type(uint128).max);
        before = within(before, 0, type(uint128).max);
        FeeDollar token = _fundedDollar(amount, before);
        token.setFee(-int256(extra));

        vm.expectRevert(
            abi.encodeWithSelector(
                Money.MoneyNotReceivedInFull.selector,
                token,
                amount,
                before,
                before + amount + extra
            )
        );
        this.pull(IERC20(address(token)), amount);
    }

    function testFuzzWithoutFeeAllOfItArrives(uint256 amount, uint256 before) external {
        amount = within(amount, 0, type(uint128).max);
        before = within(before, 0, type(uint128).max);
        FeeDollar token = _fundedDollar(amount, before);

        this.pull(IERC20(address(token)), amount);

        vm.assertEq(token.balanceOf(address(this)), before + amount, "here");
        vm.assertEq(token.balanceOf(_PAYER), 0, "at the payer's");
    }

    function testFuzzAFeeSwitchedOnLaterIsRefused(uint256 amount) external {
        amount = within(amount, 1, type(uint64).max);
        FeeDollar token = _fundedDollar(2 * amount, 0);
        this.pull(IERC20(address(token)), amount);
        token.setFee(1);

        vm.expectPartialRevert(Money.MoneyNotReceivedInFull.selector);
        this.pull(IERC20(address(token)), amount);
    }

    function testFuzzACurrencyWithoutReturnValuesWorks(uint256 amount) external {
        amount = within(amount, 0, type(uint128).max);
        SilentDollar token = new SilentDollar();
        token.mint(_PAYER, amount);
        vm.prank(_PAYER);
        token.approve(address(this), amount);

        this.pull(IERC20(address(token)), amount);

        vm.assertEq(token.balanceOf(address(this)), amount, "here");
    }

    function testFuzzACurrencyThatSaysFalseIsRefused(uint256 amount) external {
        FalseDollar token = new FalseDollar();
        token.mint(_PAYER, amount);
        token.setFails(true);

        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token));
        this.pull(IERC20(address(token)), amount);
    }

    function testFuzzWithoutAllowanceNothingMoves(uint256 amount) external {
        amount = within(amount, 1, type(uint128).max);
        FeeDollar token = new FeeDollar();
        token.mint(_PAYER, amount);

        vm.expectRevert();
        this.pull(IERC20(address(token)), amount);

        vm.assertEq(token.balanceOf(_PAYER), amount, "at the payer's");
    }

    function pull(IERC20 currency, uint256 amount) external {
        Money.pull(currency, _PAYER, amount);
    }

    function _fundedDollar(uint256 amount, uint256 before) private returns (FeeDollar token) {
        token = new FeeDollar();
        token.mint(address(this), before);
        token.mint(_PAYER, amount);
        vm.prank(_PAYER);
        token.approve(address(this), amount);
    }
}
