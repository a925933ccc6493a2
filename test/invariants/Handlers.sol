// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {HoursHandler} from "./HoursHandler.sol";
import {Invariants} from "./Invariants.sol";
import {OutsideHandler} from "./OutsideHandler.sol";
import {ProfitHandler} from "./ProfitHandler.sol";
import {SaleHandler} from "./SaleHandler.sol";

/// @title Handlers: everything that can happen in two towns, and what must hold whatever happens
abstract contract Handlers is SaleHandler, HoursHandler, ProfitHandler, OutsideHandler, Invariants {
    string[] private _names = [
        "openSale",
        "buy",
        "buy in a later phase",
        "cancel",
        "callOff",
        "refund",
        "claimKeptRefund",
        "settle",
        "transferShares",
        "release",
        "admit",
        "submit",
        "reject",
        "finalise",
        "fund",
        "claimHours",
        "claimKeptCash",
        "burnInfinity",
        "sendInfinity",
        "agreeDeed",
        "deposit to shares",
        "deposit without shares",
        "claimDividend",
        "passTime",
        "donate",
        "refuse",
        "attack",
        "abuse"
    ];

    /// @notice Whom the runner calls; those that stand here more often are called more often.
    function selectors() external view returns (bytes4[] memory list) {
        bytes4[36] memory weighted = [
            this.openSale.selector,
            this.openSale.selector,
            this.buy.selector,
            this.buy.selector,
            this.buy.selector,
            this.buy.selector,
            this.cancel.selector,
            this.cancel.selector,
            this.callOff.selector,
            this.refund.selector,
            this.refund.selector,
            this.claimKeptRefund.selector,
            this.settle.selector,
            this.transferShares.selector,
            this.transferShares.selector,
            this.release.selector,
            this.release.selector,
            this.admit.selector,
            this.submit.selector,
            this.reject.selector,
            this.finalise.selector,
            this.finalise.selector,
            this.fund.selector,
            this.claimHours.selector,
            this.claimHours.selector,
            this.claimKeptCash.selector,
            this.burnInfinity.selector,
            this.sendInfinity.selector,
            this.agreeDeed.selector,
            this.deposit.selector,
            this.claimDividend.selector,
            this.passTime.selector,
            this.donate.selector,
            this.refuse.selector,
            this.attack.selector,
            this.abuse.selector
        ];
        list = new bytes4[](weighted.length);
        for (uint256 i = 0; i < weighted.length; i++) {
            list[i] = weighted[i];
        }
    }

    /// @notice What is counted.
    function names() external view returns (string[] memory) {
        return _names;
    }
}
