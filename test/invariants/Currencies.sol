// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Money} from "../../contracts/lib/Money.sol";
import {Dollar} from "../support/Dollar.sol";
import {vm} from "../support/Vm.sol";
import {Play} from "./Play.sol";

/// @title Currencies: each of the two towns has its own, and how a payment in it ends
/// @dev Nothing of this asks our contracts: only the currencies, and those are the handlers' own.
abstract contract Currencies is Play {
    uint32 internal constant TOWNS = 2;
    uint256 private constant _MOST_REFUSED = 8;

    Dollar private immutable _POUND = new Dollar(); // the second town's

    mapping(uint32 town => mapping(address holder => uint256)) internal givenTo; // to contracts, by mistake
    mapping(uint32 town => address[]) private _refused;

    function currencyOf(uint32 town) internal view override returns (Dollar) {
        return town == 2 ? _POUND : dollar;
    }

    /// @dev The issuer of a town's currency refuses payments to somebody; to at most eight at a time.
    function refusePerson(uint32 town, address wallet) internal {
        address[] storage refused = _refused[town];
        if (refused.length == _MOST_REFUSED) {
            currencyOf(town).setRefused(refused[0], false);
            refused[0] = refused[_MOST_REFUSED - 1];
            refused.pop();
        }
        currencyOf(town).setRefused(wallet, true);
        refused.push(wallet);
    }

    function isHostile(uint32 town) internal view returns (bool) {
        return currencyOf(town).fails() || currencyOf(town).fee() > 0;
    }

    /// @dev Pays in with money that the payer gets for it, and loses again when it is refused.
    function attemptToPay(
        address payer,
        address target,
        uint32 town,
        uint256 amount,
        bytes memory data
    ) internal returns (bytes4 refusal) {
        currencyOf(town).mintAndAllow(payer, target, amount);
        refusal = attempt(payer, target, data);
        if (refusal != 0) currencyOf(town).burn(payer, amount);
    }

    /// @dev The error with which a payment to one of our contracts ends, made by somebody who has and allowed the amount.
    function whyNotPayIn(uint32 town, uint256 amount) internal view returns (bytes4) {
        if (currencyOf(town).fails()) return SafeERC20.SafeERC20FailedOperation.selector;
        bool tooFew = currencyOf(town).fee() > 0 && amount > 0;
        return tooFew ? Money.MoneyNotReceivedInFull.selector : bytes4(0);
    }

    /// @dev The error with which a payment out of one of our contracts ends.
    function whyNotPayOut(uint32 town, address from, address to, uint256 amount) internal returns (bytes4) {
        if (currencyOf(town).fails()) return SafeERC20.SafeERC20FailedOperation.selector;
        if (currencyOf(town).refuses(to)) return Dollar.DollarRefused.selector;
        if (currencyOf(town).balanceOf(from) >= amount) return 0;
        reach("state: a currency took what was owed");
        return IERC20Errors.ERC20InsufficientBalance.selector;
    }

    /// @dev Whether one of several payments arrives, when the contract has so much left.
    function isPayable(uint32 town, address to, uint256 amount, uint256 left) internal returns (bool) {
        if (left < amount) reach("state: a currency took what was owed");
        return !currencyOf(town).fails() && !currencyOf(town).refuses(to) && left >= amount;
    }

    /// @dev What arrives of a payment, after the currency's fee.
    function arriving(uint32 town, uint256 amount) internal view returns (uint256) {
        uint256 fee = currencyOf(town).fee();
        return amount > fee ? amount - fee : 0;
    }

    /// @dev What wallets have of a town's currency.
    function balancesOf(uint32 town, address[] memory wallets) internal view returns (uint256[] memory amounts) {
        amounts = new uint256[](wallets.length);
        for (uint256 i = 0; i < wallets.length; i++) {
            amounts[i] = currencyOf(town).balanceOf(wallets[i]);
        }
    }

    /// @dev Invariant 1: a contract holds what it owes and was given by mistake, less what the currency itself took away.
    function requireBalance(uint32 town, address holder, uint256 owed, string memory what) internal view {
        uint256 untouched = currencyOf(town).balanceOf(holder) + currencyOf(town).taken(holder);
        vm.assertGe(untouched, owed, string.concat(what, ", held covers owed"));
        vm.assertEq(untouched, owed + givenTo[town][holder], string.concat(what, ", nothing is lost"));
    }
}
