// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Authorization} from "../../contracts/lib/Authorization.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {IShareOffering, Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Payments} from "./Payments.sol";

/// @title BuyHandler: shares are bought, in each of three ways to pay
abstract contract BuyHandler is Payments {
    /// @dev Up to twelve purchases, by people who may and people who may not.
    function buy(uint256 seed) external handler(seed) {
        mayPay();
        uint256 offering = rollSale(Phase.Local, Phase.World);
        for (uint256 i = 0; i < 12 && offering != 0; i++) {
            _buy(offering, roll(8) == 0 ? rollPerson() : _rollBuyer(offering));
        }
    }

    /// @dev A sale between two phases, by the ghosts; 0 when there is none.
    function rollSale(Phase from, Phase to) internal returns (uint256) {
        uint256 start = roll(sales.length);
        for (uint256 i = 0; i < sales.length; i++) {
            uint256 id = (start + i) % sales.length;
            if (id != 0 && sales[id].phase >= from && sales[id].phase <= to) return id;
        }
        return 0;
    }

    function _buy(uint256 offering, address buyer) private {
        Sale storage s = sales[offering];
        if (block.timestamp < s.opens && roll(2) == 0) vm.warp(s.opens);
        if (!isLive(s.phase)) return;
        bool local = s.phase == Phase.Local;
        uint256 limit = local ? s.limitLocal : s.limitLater;
        uint256 offered = local ? s.cap : s.goal;
        uint256 shares = _rollShares(offering, buyer, limit, offered);
        Payment memory p = rollPayment(s.town, buyer, address(offerings), shares * s.price);

        bytes memory data = _buying(p, offering, uint32(shares));
        bytes4 foretold = _whyNotBuy(offering, buyer, shares);
        if (foretold == 0) foretold = whyNotPay(p);
        requireOutcome(pay(p, data), foretold, "7, 8: who may buy how much, when");
        if (foretold != 0) return;
        requireOnce(p, data);

        held[offering][buyer] += shares;
        s.sold += shares;
        countPayment(p, "buy");
        if (!local) succeed("buy in a later phase");
    }

    function _buying(Payment memory p, uint256 offering, uint32 shares) private returns (bytes memory) {
        if (p.way == Way.Allowance) return abi.encodeCall(IShareOffering.buy, (offering, shares));
        if (p.way == Way.Permit) return abi.encodeCall(IShareOffering.buyWithPermit, (offering, shares, permitFor(p)));
        Sale storage s = sales[offering];
        bytes32 arguments = keccak256(abi.encode(s.business, s.price, offering, shares));
        Authorization memory a = authorizationFor(p, IShareOffering.buyWithAuthorization.selector, arguments);
        return abi.encodeCall(IShareOffering.buyWithAuthorization, (offering, shares, a));
    }

    /// @dev The error that stands against buying, whatever the payment.
    function _whyNotBuy(uint256 offering, address buyer, uint256 shares) private view returns (bytes4 foretold) {
        Sale storage s = sales[offering];
        bool local = s.phase == Phase.Local;
        uint256 limit = local ? s.limitLocal : s.limitLater;
        uint256 offered = local ? s.cap : s.goal;
        Tier tier = tierNow(buyer, s.town);
        if (block.timestamp < s.opens) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (tier == Tier.None || uint8(tier) > uint8(s.phase))
            foretold = IShareOffering.ShareOfferingNotInPhase.selector;
        else if (held[offering][buyer] + shares > limit)
            foretold = IShareOffering.ShareOfferingOverPersonalLimit.selector;
        else if (s.sold + shares > offered) foretold = IShareOffering.ShareOfferingSoldOut.selector;
        else if (isInsider(s.business, buyer)) foretold = IShareOffering.ShareOfferingInsider.selector;
        else if (shares == 0) foretold = IShareOffering.ShareOfferingNoShares.selector;
    }

    /// @dev Somebody who may buy, if there is anybody.
    function _rollBuyer(uint256 offering) private returns (address wallet) {
        Sale storage s = sales[offering];
        uint256 limit = s.phase == Phase.Local ? s.limitLocal : s.limitLater;
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            wallet = people[(start + i) % people.length];
            if (held[offering][wallet] >= limit || isInsider(s.business, wallet)) continue;
            Tier tier = tierNow(wallet, s.town);
            if (tier != Tier.None && uint8(tier) <= uint8(s.phase)) return wallet;
        }
    }

    /// @dev As much as fits, what is missing to the goal, a little, or a little too much.
    function _rollShares(uint256 offering, address buyer, uint256 limit, uint256 offered) private returns (uint256) {
        Sale storage s = sales[offering];
        uint256 mine = limit > held[offering][buyer] ? limit - held[offering][buyer] : 0;
        uint256 left = offered > s.sold ? offered - s.sold : 0;
        uint256 most = mine < left ? mine : left;
        uint256 missing = s.goal > s.sold ? s.goal - s.sold : 0;
        uint256 choice = roll(8);
        if (choice == 0) return most + 1;
        if (choice == 1) return roll(s.cap + 2);
        if (choice < 6) return missing < most ? missing : most;
        return roll(most + 1);
    }
}
