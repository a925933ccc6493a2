// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AbuseHandler} from "./AbuseHandler.sol";
import {CurrencyHandler} from "./CurrencyHandler.sol";
import {Drain} from "./Drain.sol";
import {EscrowHandler} from "./EscrowHandler.sol";
import {FurtherInvariants} from "./FurtherInvariants.sol";
import {HoursHandler} from "./HoursHandler.sol";
import {Invariants} from "./Invariants.sol";
import {OfficeHandler} from "./OfficeHandler.sol";
import {PeopleHandler} from "./PeopleHandler.sol";
import {ProfitHandler} from "./ProfitHandler.sol";
import {SaleHandler} from "./SaleHandler.sol";
import {SuccessionHandler} from "./SuccessionHandler.sol";

/// @title Handlers: everything that can happen in two towns, and what must hold whatever happens
abstract contract Handlers is
    OfficeHandler,
    PeopleHandler,
    SuccessionHandler,
    HoursHandler,
    SaleHandler,
    EscrowHandler,
    ProfitHandler,
    CurrencyHandler,
    AbuseHandler,
    Drain,
    Invariants,
    FurtherInvariants
{
    /// @notice What is counted: handlers that succeeded, and states that were reached.
    function names() external pure returns (string[] memory list_) {
        string[84] memory all = [
            "openSale",
            "buy",
            "buy in a later phase",
            "cancel",
            "callOff",
            "refund",
            "claimKeptRefund",
            "settle",
            "transferShares",
            "requestRelease",
            "approveRelease",
            "release",
            "revokeRelease",
            "objectToRelease",
            "voteWindUp",
            "withdrawVotes",
            "agreeWindUp",
            "payWindUp",
            "setNominee",
            "moveShares",
            "divide",
            "claimPart",
            "removeAmbassador",
            "appointAmbassador",
            "appointSupport",
            "passDormancy",
            "attest",
            "admit",
            "attestOutsider",
            "leave",
            "moveHouse",
            "reinstate",
            "submit",
            "amend",
            "setReviewWindow",
            "reject",
            "finalise",
            "fund",
            "claimHours",
            "claimKeptCash",
            "burnInfinity",
            "sendInfinity",
            "listBenefit",
            "endBenefit",
            "redeem",
            "agreeDeed",
            "deposit to shares",
            "deposit without shares",
            "claimDividend",
            "giveToFund",
            "proposeSpending",
            "approveSpending",
            "objectToSpending",
            "cancelSpending",
            "passTime",
            "donate",
            "refuse",
            "misbehave",
            "attack",
            "abuse",
            "phase: Country",
            "phase: World",
            "phase: Failed",
            "phase: Succeeded",
            "phase: Settled",
            "state: dormant",
            "state: head office stands in",
            "state: called off",
            "state: blocked release",
            "state: winding up",
            "state: wound up",
            "state: moved wallet",
            "state: moved wallet of an outsider",
            "state: objected to a new wallet",
            "state: closed record",
            "state: spending blocked",
            "state: suspended",
            "state: left and came back",
            "state: moved house",
            "state: spending spent",
            "state: spending lapsed",
            "refused: hours of who was away",
            "refused: own hours",
            "refused: benefit above entitlement"
        ];
        list_ = new string[](all.length);
        for (uint256 i = 0; i < all.length; i++) {
            list_[i] = all[i];
        }
    }

    /// @notice Whom the runner calls; those that stand here more often are called more often.
    function selectors() external pure returns (bytes4[] memory list_) {
        bytes4[81] memory weighted = [
            this.openSale.selector,
            this.openSale.selector,
            this.buy.selector,
            this.buy.selector,
            this.buy.selector,
            this.buy.selector,
            this.buy.selector,
            this.cancel.selector,
            this.callOff.selector,
            this.refund.selector,
            this.refund.selector,
            this.claimKeptRefund.selector,
            this.settle.selector,
            this.transferShares.selector,
            this.transferShares.selector,
            this.requestRelease.selector,
            this.requestRelease.selector,
            this.approveRelease.selector,
            this.approveRelease.selector,
            this.release.selector,
            this.release.selector,
            this.revokeRelease.selector,
            this.objectToRelease.selector,
            this.objectToRelease.selector,
            this.voteWindUp.selector,
            this.withdrawVotes.selector,
            this.agreeWindUp.selector,
            this.windUpStalled.selector,
            this.payWindUp.selector,
            this.setNominee.selector,
            this.followWallet.selector,
            this.followWallet.selector,
            this.moveShares.selector,
            this.divide.selector,
            this.claimPart.selector,
            this.claimPart.selector,
            this.removeAmbassador.selector,
            this.appointAmbassador.selector,
            this.appointAmbassador.selector,
            this.divide.selector,
            this.appointSupport.selector,
            this.passDormancy.selector,
            this.attest.selector,
            this.attest.selector,
            this.attest.selector,
            this.attestOutsider.selector,
            this.leave.selector,
            this.moveHouse.selector,
            this.suspend.selector,
            this.reinstate.selector,
            this.submit.selector,
            this.submit.selector,
            this.amend.selector,
            this.amend.selector,
            this.setReviewWindow.selector,
            this.reject.selector,
            this.finalise.selector,
            this.finalise.selector,
            this.fund.selector,
            this.claimHours.selector,
            this.claimHours.selector,
            this.claimKeptCash.selector,
            this.burnInfinity.selector,
            this.sendInfinity.selector,
            this.listBenefit.selector,
            this.endBenefit.selector,
            this.redeem.selector,
            this.redeem.selector,
            this.agreeDeed.selector,
            this.deposit.selector,
            this.deposit.selector,
            this.claimDividend.selector,
            this.giveToFund.selector,
            this.proposeSpending.selector,
            this.approveSpending.selector,
            this.objectToSpending.selector,
            this.objectToSpending.selector,
            this.objectToSpending.selector,
            this.executeSpending.selector,
            this.cancelSpending.selector,
            this.passTime.selector
        ];
        bytes4[5] memory outside = [
            this.donate.selector,
            this.refuse.selector,
            this.misbehave.selector,
            this.attack.selector,
            this.abuse.selector
        ];
        list_ = new bytes4[](weighted.length + outside.length);
        for (uint256 i = 0; i < weighted.length; i++) {
            list_[i] = weighted[i];
        }
        for (uint256 i = 0; i < outside.length; i++) {
            list_[weighted.length + i] = outside[i];
        }
    }
}
