// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {Authorization} from "../../contracts/lib/Authorization.sol";
import {Money} from "../../contracts/lib/Money.sol";
import {Permit} from "../../contracts/lib/Permit.sol";
import {Dollar} from "../support/Dollar.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title Payments: the three ways to pay in, and how each ends
abstract contract Payments is Ghosts {
    enum Way {
        Allowance,
        Permit,
        Authorization
    }

    /// @dev A payment that is about to be made. One that is forged somebody else has signed.
    struct Payment {
        Way way;
        uint32 town;
        address payer;
        address target;
        uint256 amount;
        bool forged;
    }

    string private constant _DOMAIN = "Test Dollar";
    bytes32 private constant _PERMIT = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _RECEIVE = keccak256(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
    );

    /// @dev The payer gets the money for it.
    function rollPayment(
        uint32 town,
        address payer,
        address target,
        uint256 amount
    ) internal returns (Payment memory p) {
        p = Payment(Way(roll(3)), town, payer, target, amount, false);
        p.forged = p.way != Way.Allowance && roll(8) == 0;
        if (p.way == Way.Allowance) currencyOf(town).mintAndAllow(payer, target, amount);
        else currencyOf(town).mint(payer, amount);
    }

    /// @dev Makes it; money that is refused the payer loses again.
    function pay(Payment memory p, bytes memory data) internal returns (bytes4 refusal) {
        refusal = attempt(p.way == Way.Authorization ? rollPerson() : p.payer, p.target, data);
        if (refusal != 0) currencyOf(p.town).burn(p.payer, p.amount);
    }

    /// @dev What the payer signs, or somebody else in their name; now and then it is used before it is sent.
    function permitFor(Payment memory p) internal returns (Permit memory permit) {
        Dollar currency = currencyOf(p.town);
        permit.deadline = block.timestamp + roll(2);
        bytes32 hash = keccak256(
            abi.encode(_PERMIT, p.payer, p.target, p.amount, currency.nonces(p.payer), permit.deadline)
        );
        address signer = p.forged ? rollOther(p.payer) : p.payer;
        (permit.v, permit.r, permit.s) = signedParts(signer, address(currency), _DOMAIN, hash);
        if (p.forged || roll(4) != 0) return permit;

        currency.permit(p.payer, p.target, p.amount, permit.deadline, permit.v, permit.r, permit.s);
        reach("state: a permit was used before it was sent");
    }

    /// @dev What the payer signs for one function and its arguments, or somebody else in their name.
    function authorizationFor(
        Payment memory p,
        bytes4 selector,
        bytes32 arguments
    ) internal returns (Authorization memory a) {
        address currency = address(currencyOf(p.town));
        (a.payer, a.salt) = (p.payer, keccak256(abi.encode(calls, roll(type(uint256).max))));
        (a.validAfter, a.validBefore) = (block.timestamp - 1, block.timestamp + 1 days);
        bytes32 nonce = keccak256(abi.encode(block.chainid, p.target, selector, arguments, p.payer, a.salt));
        bytes32 hash = keccak256(abi.encode(_RECEIVE, p.payer, p.target, p.amount, a.validAfter, a.validBefore, nonce));
        (a.v, a.r, a.s) = signedParts(p.forged ? rollOther(p.payer) : p.payer, currency, _DOMAIN, hash);
    }

    /// @dev The error with which it ends.
    function whyNotPay(Payment memory p) internal view returns (bytes4) {
        if (p.way == Way.Authorization) {
            if (p.forged) return ERC3009.ERC3009InvalidSignature.selector;
            return isHostile(p.town) ? Money.MoneyNotReceivedInFull.selector : bytes4(0);
        }
        bool allowed = !p.forged || currencyOf(p.town).allowance(p.payer, p.target) >= p.amount;
        if (!allowed && !currencyOf(p.town).fails()) return IERC20Errors.ERC20InsufficientAllowance.selector;
        return whyNotPayIn(p.town, p.amount);
    }

    /// @dev An authorisation pays once, however much money its payer has.
    function requireOnce(Payment memory p, bytes memory data) internal {
        if (p.way != Way.Authorization) return;
        currencyOf(p.town).mint(p.payer, p.amount);
        vm.assertTrue(attempt(rollPerson(), p.target, data) != 0, "12: an authorisation pays once");
        currencyOf(p.town).burn(p.payer, p.amount);
    }

    function countPayment(Payment memory p, string memory what) internal {
        succeed(what);
        if (p.way == Way.Permit) succeed(string.concat(what, " by permit"));
        if (p.way == Way.Authorization) succeed(string.concat(what, " by authorization"));
    }
}
