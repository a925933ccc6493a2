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

    function testFuzzWhatACurrencyPaysAmongManyIsPaid(uint256 amount) external {
        SilentDollar token = new SilentDollar();
        token.mint(address(this), amount);

        vm.assertTrue(Money.tryPay(IERC20(address(token)), _PAYER, amount), "without return values");
        vm.assertEq(token.balanceOf(_PAYER), amount, "paid");
        vm.assertFalse(Money.tryPay(IERC20(address(token)), _PAYER, 1), "more than there is");
    }

    function testWhatIsNoCurrencyPaysNothing() external {
        vm.assertFalse(Money.tryPay(IERC20(address(0xC0FFEE)), _PAYER, 1), "no code");
        Answering answering = new Answering();
        for (uint256 answer = 0; answer < 4; answer++) {
            answering.set(answer, 32);
            vm.assertTrue(Money.tryPay(IERC20(address(answering)), _PAYER, 1) == (answer == 1), "one word");
        }
        answering.set(1, 31);
        vm.assertFalse(Money.tryPay(IERC20(address(answering)), _PAYER, 1), "less than a word");
        answering.set(1, 100_000);
        vm.assertTrue(Money.tryPay(IERC20(address(answering)), _PAYER, 1), "more than a word");
    }

    /// @dev Whatever the code does that a currency calls: what is left pays the others.
    function testCodeThatNeverEndsUsesUpNoMoreThanItsPart() external {
        Answering endless = new Answering();
        endless.set(1, type(uint256).max);
        uint256 before = gasleft();

        vm.assertFalse(Money.tryPay(IERC20(address(endless)), _PAYER, 1), "never paid");

        vm.assertLt(before - gasleft(), 220_000, "gas used");
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

/// @dev Answers everything with one word of any length; with the greatest length it never ends.
contract Answering {
    uint256 private _answer;
    uint256 private _length;

    function set(uint256 answer, uint256 length) external {
        (_answer, _length) = (answer, length);
    }

    fallback() external {
        (uint256 answer, uint256 length) = (_answer, _length);
        while (length == type(uint256).max) answer++;
        assembly ("memory-safe") {
            mstore(0x80, answer)
            return(0x80, length)
        }
    }
}
