// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {Kind} from "../../contracts/projects/IProjectRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IReleases} from "../../contracts/shares/IReleases.sol";
import {IShareOffering, Phase} from "../../contracts/shares/IShareOffering.sol";
import {Dollar} from "../support/Dollar.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title SaleHandler: shares are sold, given back, refunded, unlocked, sent; escrow is released
abstract contract SaleHandler is Ghosts {
    uint256 private constant _MOST_SALES = 12;

    /// @dev Both ambassadors open a sale of a business that has none, or only failed ones; of a new one if need be.
    function openSale(uint256 seed) external handler(seed) {
        if (sales.length > _MOST_SALES) return;

        _open(_rollOfferable());
        succeed("openSale");
    }

    /// @dev Up to four purchases, by people who may and people who may not.
    function buy(uint256 seed) external handler(seed) {
        uint256 offering = _rollSale(Phase.Local, Phase.World);
        for (uint256 i = 0; i < 4 && offering != 0; i++) {
            _buy(offering, roll(4) == 0 ? rollPerson() : _rollBuyer(offering));
        }
    }

    function cancel(uint256 seed) external handler(seed) {
        (uint256 offering, address holder) = _rollHolding(Phase.Local, Phase.World);
        if (holder == address(0)) return;
        Sale storage s = sales[offering];
        uint256 shares = roll(held[offering][holder] + 2);
        uint256 before = dollar.balanceOf(holder);

        bytes4 foretold;
        if (block.timestamp < s.opens) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (block.timestamp >= s.ends[uint256(s.phase)] - 7 days)
            foretold = IShareOffering.ShareOfferingTooLateToCancel.selector;
        else if (shares == 0) foretold = IShareOffering.ShareOfferingNoShares.selector;
        else if (shares > held[offering][holder]) foretold = IERC20Errors.ERC20InsufficientBalance.selector;
        else if (dollar.refuses(holder)) foretold = Dollar.DollarRefused.selector;

        bytes memory data = abi.encodeCall(IShareOffering.cancel, (offering, uint32(shares)));
        requireOutcome(attempt(holder, address(offerings), data), foretold, "cancel");
        if (foretold != 0) return;

        held[offering][holder] -= shares;
        s.sold -= shares;
        vm.assertEq(dollar.balanceOf(holder) - before, shares * s.price, "1: cancelled for exactly what was paid");
        succeed("cancel");
    }

    /// @dev One of both ambassadors agrees to call a sale off, or both do; not too often, or none would ever succeed.
    function callOff(uint256 seed) external handler(seed) {
        uint256 offering = _rollSale(Phase.Local, Phase.Settled);
        if (offering == 0 || roll(3) == 0) return;
        uint256 first = roll(2);

        _callOff(offering, first == 0);
        if (roll(3) == 0) _callOff(offering, first != 0);
    }

    /// @dev Anyone refunds anybody of any sale, with repetitions: it must work exactly when the sale has failed.
    function refund(uint256 seed) external handler(seed) {
        (uint256 offering, ) = _rollHolding(Phase.Failed, Phase.Failed);
        if (offering == 0 || roll(4) == 0) offering = _rollSale(Phase.Local, Phase.Settled);
        if (offering == 0) return;
        address[] memory holders = new address[](1 + roll(4));
        for (uint256 i = 0; i < holders.length; i++) {
            address holder = _rollHolder(offering);
            holders[i] = holder == address(0) || roll(4) == 0 ? rollPerson() : holder;
        }
        bool failed = sales[offering].phase == Phase.Failed;
        if (roll(4) == 0) refusePerson(holders[0]);

        bytes4 foretold = failed ? bytes4(0) : IShareOffering.ShareOfferingNotFailed.selector;
        bytes memory data = abi.encodeCall(IShareOffering.refund, (offering, holders));
        uint256[] memory before = _dollarsOf(holders);
        requireOutcome(attempt(rollPerson(), address(offerings), data), foretold, "9: refunds exactly when failed");
        if (!failed) return;

        for (uint256 i = 0; i < holders.length; i++) {
            _refundGhost(offering, holders[i], before[i]);
        }
    }

    /// @dev A currency accepts a holder again, and a kept refund is paid.
    function claimKeptRefund(uint256 seed) external handler(seed) {
        for (uint256 id = 1; id < sales.length; id++) {
            for (uint256 i = 0; i < people.length; i++) {
                if (keptRefund[id][people[i]] == 0 || roll(2) == 0) continue;

                _claimKept(id, people[i]);
                return;
            }
        }
    }

    function settle(uint256 seed) external handler(seed) {
        uint256 offering = _rollSale(Phase.Succeeded, Phase.Succeeded);
        if (offering == 0) offering = _rollSale(Phase.Local, Phase.Settled);
        if (offering == 0) return;
        bool succeeded = sales[offering].phase == Phase.Succeeded;

        bytes4 foretold = succeeded ? bytes4(0) : IShareOffering.ShareOfferingNotSucceeded.selector;
        bytes memory data = abi.encodeCall(IShareOffering.settle, (offering));
        requireOutcome(attempt(rollPerson(), address(offerings), data), foretold, "settle");
        if (!succeeded) return;

        sales[offering].phase = Phase.Settled;
        succeed("settle");
    }

    /// @dev A holder sends shares to anybody, also to contracts; only those within the holder scope may receive them.
    function transferShares(uint256 seed) external handler(seed) {
        Phase nearest = roll(4) == 0 ? Phase.Local : Phase.Settled;
        (uint256 offering, address from) = _rollHolding(nearest, Phase.Settled);
        if (from == address(0)) return;
        Sale storage s = sales[offering];
        address to = _rollReceiver(s);
        uint256 shares = roll(held[offering][from] + 2);
        Tier tier = tierNow(to, s.town);

        bytes4 foretold;
        if (s.phase != Phase.Settled) foretold = IInvestorToken.InvestorTokenLocked.selector;
        else if (tier == Tier.None || tier > s.scope) foretold = IInvestorToken.InvestorTokenMayNotHold.selector;
        else if (shares > held[offering][from]) foretold = IERC20Errors.ERC20InsufficientBalance.selector;

        bytes memory data = abi.encodeCall(s.token.transfer, (to, shares));
        requireOutcome(attempt(from, address(s.token), data), foretold, "8: only who may hold receives");
        if (foretold != 0) return;

        held[offering][from] -= shares;
        held[offering][to] += shares;
        if (from != to && shares > 0) succeed("transferShares");
    }

    /// @dev The next step of the next tranche: asked for, approved, waited for, paid.
    function release(uint256 seed) external handler(seed) {
        uint256 offering = _rollSale(Phase.Settled, Phase.Settled);
        if (offering == 0) return;
        Sale storage s = sales[offering];
        Officers memory o = officers[s.town];
        bytes32 evidence = keccak256(abi.encode(offering, s.next));

        if (!s.requested) {
            bytes4 foretold = s.next < s.tranches.length ? bytes4(0) : IReleases.ReleasesAllReleased.selector;
            bytes memory data = abi.encodeCall(IReleases.request, (offering, evidence, ""));
            requireOutcome(attempt(o.manager, address(releases), data), foretold, "requestRelease");
            s.requested = foretold == 0;
            return;
        }
        if (s.payableFrom == 0) {
            vm.prank(o.countryAmbassador);
            releases.approve(offering, evidence);
            s.payableFrom = block.timestamp + 7 days;
            return;
        }
        _release(offering, o.payout);
    }

    function _open(uint64 business) private {
        IShareOffering.Terms memory t = plainTerms(business, uint32(1 + roll(40)), 0);
        t.deed = deedNow(business);
        t.price = uint96(1 + roll(roll(2) == 0 ? 10 : 50e6));
        t.cap = uint32(t.goal + roll(40));
        t.limitLocal = uint32(1 + roll(t.cap));
        t.limitLater = uint32(1 + roll(t.cap));
        t.opens = uint40(block.timestamp + roll(2) * roll(2 days));
        t.localEnds = uint40(t.opens + 14 days + roll(4 days));
        t.countryEnds = roll(4) == 0 ? 0 : uint40(t.localEnds + 7 days + roll(2 days));
        uint256 secondEnds = t.countryEnds == 0 ? t.localEnds : t.countryEnds;
        t.worldEnds = roll(4) == 0 ? 0 : uint40(secondEnds + 7 days + roll(2 days));
        t.tranches = _rollTranches();

        uint256 offering = openOffering(t);

        Sale storage s = sales.push();
        s.business = business;
        s.town = uint32(business >> 32);
        s.token = offerings.assetOf(offering).token;
        s.price = t.price;
        (s.goal, s.cap, s.limitLocal, s.limitLater) = (t.goal, t.cap, t.limitLocal, t.limitLater);
        s.opens = t.opens;
        s.ends = [0, t.localEnds, secondEnds, t.worldEnds == 0 ? secondEnds : t.worldEnds];
        s.tranches = t.tranches;
        s.phase = Phase.Local;
        agreements[business].deed = t.deed;
        agreements[business].comingFrom = 0;
        agreements[business].isSealed = true;
        latest[business] = sales.length - 1;
        vm.assertEq(offering, sales.length - 1, "offerings are numbered");
    }

    function _buy(uint256 offering, address buyer) private {
        Sale storage s = sales[offering];
        if (block.timestamp < s.opens && roll(2) == 0) vm.warp(s.opens);
        if (!isLive(s.phase)) return;
        bool local = s.phase == Phase.Local;
        uint256 limit = local ? s.limitLocal : s.limitLater;
        uint256 offered = local ? s.cap : s.goal;
        uint256 shares = _rollShares(offering, buyer, limit, offered);
        dollar.mintAndAllow(buyer, address(offerings), shares * s.price);
        Tier tier = tierNow(buyer, s.town);

        bytes4 foretold;
        if (block.timestamp < s.opens) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (tier == Tier.None || uint8(tier) > uint8(s.phase))
            foretold = IShareOffering.ShareOfferingNotInPhase.selector;
        else if (held[offering][buyer] + shares > limit)
            foretold = IShareOffering.ShareOfferingOverPersonalLimit.selector;
        else if (s.sold + shares > offered) foretold = IShareOffering.ShareOfferingSoldOut.selector;
        else if (buyer == officers[s.town].manager || buyer == officers[s.town].payout)
            foretold = IShareOffering.ShareOfferingInsider.selector;
        else if (shares == 0) foretold = IShareOffering.ShareOfferingNoShares.selector;

        bytes memory data = abi.encodeCall(IShareOffering.buy, (offering, uint32(shares)));
        requireOutcome(attempt(buyer, address(offerings), data), foretold, "7, 8: who may buy how much, when");
        if (foretold != 0) return;

        held[offering][buyer] += shares;
        s.sold += shares;
        succeed("buy");
        if (!local) succeed("buy in a later phase");
    }

    function _callOff(uint256 offering, bool town) private {
        Sale storage s = sales[offering];

        bytes4 foretold;
        if (!isLive(s.phase)) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (town ? s.townAgrees : s.countryAgrees) foretold = IShareOffering.ShareOfferingAgreed.selector;

        address caller = town ? officers[s.town].townAmbassador : officers[s.town].countryAmbassador;
        bytes memory data = abi.encodeCall(IShareOffering.callOff, (offering));
        requireOutcome(attempt(caller, address(offerings), data), foretold, "callOff");
        if (foretold != 0) return;

        if (town) s.townAgrees = true;
        else s.countryAgrees = true;
        if (s.townAgrees && s.countryAgrees) s.phase = Phase.Failed;
        succeed("callOff");
    }

    function _claimKept(uint256 offering, address holder) private {
        uint256 amount = keptRefund[offering][holder];
        dollar.setRefused(holder, false);
        uint256 before = dollar.balanceOf(holder);

        offerings.claimKept(offering, holder);

        keptRefund[offering][holder] = 0;
        vm.assertEq(dollar.balanceOf(holder) - before, amount, "1: what was kept is paid");
        succeed("claimKeptRefund");
    }

    function _refundGhost(uint256 offering, address holder, uint256 before) private {
        Sale storage s = sales[offering];
        uint256 amount = held[offering][holder] * s.price;
        s.sold -= held[offering][holder];
        held[offering][holder] = 0;
        if (amount == 0) return;

        if (dollar.refuses(holder)) keptRefund[offering][holder] += amount;
        else vm.assertEq(dollar.balanceOf(holder) - before, amount, "9: refunded what was paid");
        succeed("refund");
    }

    function _release(uint256 offering, address payout) private {
        Sale storage s = sales[offering];
        if (block.timestamp < s.payableFrom && roll(2) == 0) vm.warp(s.payableFrom);
        bytes4 foretold;
        if (block.timestamp < s.payableFrom) foretold = IReleases.ReleasesNotPayable.selector;
        else if (dollar.refuses(payout)) foretold = Dollar.DollarRefused.selector;
        bool last = s.next + 1 == s.tranches.length;
        uint256 amount = last ? s.raised - s.released : (s.raised * s.tranches[s.next]) / 10_000;
        uint256 before = dollar.balanceOf(payout);

        bytes memory data = abi.encodeCall(IReleases.release, (offering));
        requireOutcome(attempt(rollPerson(), address(releases), data), foretold, "release");
        if (foretold != 0) return;

        s.released += amount;
        s.next++;
        s.requested = false;
        s.payableFrom = 0;
        vm.assertEq(dollar.balanceOf(payout) - before, amount, "1: a tranche is its part of what was raised");
        succeed("release");
    }

    function _rollOfferable() private returns (uint64 business) {
        uint256 start = roll(businesses.length);
        for (uint256 i = 0; i < businesses.length; i++) {
            business = businesses[(start + i) % businesses.length];
            uint256 before = latest[business];
            bool offerable = before == 0 || sales[before].phase == Phase.Failed;
            if (offerable && business != neverOffered) return business;
        }
        return addBusiness(uint32(1 + roll(TOWNS)), Kind(2 + roll(2)));
    }

    /// @dev A sale between two phases, by the ghosts; 0 when there is none.
    function _rollSale(Phase from, Phase to) private returns (uint256) {
        uint256 start = roll(sales.length);
        for (uint256 i = 0; i < sales.length; i++) {
            uint256 id = (start + i) % sales.length;
            if (id != 0 && sales[id].phase >= from && sales[id].phase <= to) return id;
        }
        return 0;
    }

    /// @dev A sale between two phases and somebody with shares of it; zero when there is none.
    function _rollHolding(Phase from, Phase to) private returns (uint256 offering, address holder) {
        uint256 start = roll(sales.length);
        for (uint256 i = 0; i < sales.length; i++) {
            offering = (start + i) % sales.length;
            Sale storage s = sales[offering];
            if (s.sold > 0 && s.phase >= from && s.phase <= to) return (offering, _rollHolder(offering));
        }
        return (0, address(0));
    }

    /// @dev Somebody with shares of a sale; zero when nobody has any.
    function _rollHolder(uint256 offering) private returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            address wallet = people[(start + i) % people.length];
            if (held[offering][wallet] > 0) return wallet;
        }
        return address(0);
    }

    function _rollBuyer(uint256 offering) private returns (address wallet) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            wallet = people[(start + i) % people.length];
            Tier tier = tierNow(wallet, sales[offering].town);
            if (tier != Tier.None && uint8(tier) <= uint8(sales[offering].phase)) return wallet;
        }
    }

    function _rollReceiver(Sale storage s) private returns (address) {
        uint256 choice = roll(8);
        if (choice == 0) return address(offerings);
        if (choice == 1) return address(s.token);
        return rollPerson();
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
        if (choice < 4) return missing < most ? missing : most;
        return roll(most + 1);
    }

    function _rollTranches() private returns (uint16[] memory tranches) {
        tranches = new uint16[](1 + roll(3));
        uint256 left = 10_000;
        for (uint256 i = 0; i + 1 < tranches.length; i++) {
            tranches[i] = uint16(1 + roll(left - 10));
            left -= tranches[i];
        }
        tranches[tranches.length - 1] = uint16(left);
    }

    function _dollarsOf(address[] memory wallets) private view returns (uint256[] memory amounts) {
        amounts = new uint256[](wallets.length);
        for (uint256 i = 0; i < wallets.length; i++) {
            amounts[i] = dollar.balanceOf(wallets[i]);
        }
    }
}
