// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {Kind} from "../../contracts/projects/IProjectRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IShareOffering, Phase} from "../../contracts/shares/IShareOffering.sol";
import {Dollar} from "../support/Dollar.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title SaleHandler: shares are sold, given back, refunded, unlocked, sent
abstract contract SaleHandler is Ghosts {
    uint256 private constant _MOST_SALES = 12;

    /// @dev Both ambassadors open a sale of a business that has none, or only failed ones; of a new one if need be.
    function openSale(uint256 seed) external handler(seed) {
        if (sales.length > _MOST_SALES) return;
        uint64 business = _rollOfferable();
        if (business == 0) return;
        if (!isActive(uint32(business >> 32))) return _openDormant(business);

        _open(business);
        succeed("openSale");
    }

    /// @dev Up to four purchases, by people who may and people who may not.
    function buy(uint256 seed) external handler(seed) {
        mayPay();
        uint256 offering = _rollSale(Phase.Local, Phase.World);
        for (uint256 i = 0; i < 4 && offering != 0; i++) {
            _buy(offering, roll(4) == 0 ? rollPerson() : _rollBuyer(offering));
        }
    }

    function cancel(uint256 seed) external handler(seed) {
        mayPay();
        (uint256 offering, address holder) = _rollHolding(Phase.Local, Phase.World);
        if (holder == address(0)) return;
        Sale storage s = sales[offering];
        uint256 shares = roll(held[offering][holder] + 2);
        address wallet = presentWallet(holder);
        uint256 before = dollar.balanceOf(wallet);

        bytes4 foretold;
        if (block.timestamp < s.opens) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (block.timestamp >= s.ends[uint256(s.phase)] - 7 days)
            foretold = IShareOffering.ShareOfferingTooLateToCancel.selector;
        else if (shares == 0) foretold = IShareOffering.ShareOfferingNoShares.selector;
        else if (shares > held[offering][holder]) foretold = IERC20Errors.ERC20InsufficientBalance.selector;
        else if (dollar.refuses(wallet)) foretold = Dollar.DollarRefused.selector;

        bytes memory data = abi.encodeCall(IShareOffering.cancel, (offering, uint32(shares)));
        requireOutcome(attempt(holder, address(offerings), data), foretold, "cancel");
        if (foretold != 0) return;

        held[offering][holder] -= shares;
        s.sold -= shares;
        vm.assertEq(dollar.balanceOf(wallet) - before, shares * s.price, "1: cancelled for exactly what was paid");
        succeed("cancel");
    }

    /// @dev One of both keys agrees to call a sale off, or both do; not too often, or none would ever succeed.
    function callOff(uint256 seed) external handler(seed) {
        uint256 offering = _rollSale(Phase.Local, Phase.Settled);
        if (offering == 0 || roll(3) == 0) return;
        uint256 first = roll(2);

        _callOff(offering, first == 0);
        if (roll(3) == 0) _callOff(offering, first != 0);
    }

    /// @dev Anyone refunds anybody of any sale, with repetitions: it must work exactly when the sale has failed.
    function refund(uint256 seed) external handler(seed) {
        mayPay();
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
        address[] memory wallets = _presentWallets(holders);
        uint256[] memory due = new uint256[](wallets.length);
        uint256[] memory before = dollarsOf(wallets);
        requireOutcome(attempt(rollPerson(), address(offerings), data), foretold, "9: refunds exactly when failed");
        if (!failed) return;

        for (uint256 i = 0; i < holders.length; i++) {
            _refundGhost(offering, holders[i], wallets, due);
        }
        uint256[] memory afterwards = dollarsOf(wallets);
        for (uint256 i = 0; i < wallets.length; i++) {
            vm.assertEq(afterwards[i] - before[i], due[i], "9: refunded what was paid, to the present wallet");
        }
    }

    /// @dev A currency accepts a holder again, and a kept refund is paid.
    function claimKeptRefund(uint256 seed) external handler(seed) {
        mayPay();
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
        else if (isPledged(offering, from)) foretold = IInvestorToken.InvestorTokenPledged.selector;
        else if (shares > held[offering][from]) foretold = IERC20Errors.ERC20InsufficientBalance.selector;

        bytes memory data = abi.encodeCall(s.token.transfer, (to, shares));
        requireOutcome(attempt(from, address(s.token), data), foretold, "8: only who may hold receives");
        if (foretold != 0) return;

        held[offering][from] -= shares;
        held[offering][to] += shares;
        if (from != to && shares > 0) succeed("transferShares");
    }

    /// @dev Nothing is offered in a dormant town.
    function _openDormant(uint64 business) private {
        uint32 town = uint32(business >> 32);
        if (townKey(town) == address(0)) return;
        IShareOffering.Terms memory t = plainTerms(business, 1, 1);
        bytes memory data = abi.encodeCall(IShareOffering.propose, (t));
        bytes4 dormant = ITownRegistry.TownRegistryDormant.selector;
        requireOutcome(attempt(townKey(town), address(offerings), data), dormant, "dormant");
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

        vm.prank(townKey(uint32(business >> 32)));
        offerings.propose(t);
        vm.prank(countryKey(uint32(business >> 32)));
        uint256 offering = offerings.approve(t);

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
        else if (_isInsider(buyer, s.town)) foretold = IShareOffering.ShareOfferingInsider.selector;
        else if (shares == 0) foretold = IShareOffering.ShareOfferingNoShares.selector;

        bytes memory data = abi.encodeCall(IShareOffering.buy, (offering, uint32(shares)));
        requireOutcome(attempt(buyer, address(offerings), data), foretold, "7, 8: who may buy how much, when");
        if (foretold != 0) return;

        held[offering][buyer] += shares;
        s.sold += shares;
        succeed("buy");
        if (!local) succeed("buy in a later phase");
    }

    function _callOff(uint256 offering, bool byTown) private {
        Sale storage s = sales[offering];
        address caller = byTown ? townKey(s.town) : countryKey(s.town);
        if (caller == address(0)) return;

        bytes4 foretold;
        if (!isLive(s.phase)) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (s.callsOff == caller) foretold = IShareOffering.ShareOfferingAgreed.selector;

        bytes memory data = abi.encodeCall(IShareOffering.callOff, (offering));
        requireOutcome(attempt(caller, address(offerings), data), foretold, "callOff");
        if (foretold != 0) return;

        address before = s.callsOff;
        s.callsOff = caller;
        succeed("callOff");
        // Somebody who has left office does not agree any more.
        if (before == address(0) || (before != townKey(s.town) && before != countryKey(s.town))) return;
        s.phase = Phase.Failed;
        reach("state: called off");
    }

    function _isInsider(address wallet, uint32 town) private view returns (bool) {
        return wallet == officers[town].manager || wallet == officers[town].payout;
    }

    function _claimKept(uint256 offering, address holder) private {
        uint256 amount = keptRefund[offering][holder];
        address wallet = presentWallet(holder);
        dollar.setRefused(wallet, false);
        uint256 before = dollar.balanceOf(wallet);

        offerings.claimKept(offering, holder);

        keptRefund[offering][holder] = 0;
        vm.assertEq(dollar.balanceOf(wallet) - before, amount, "1: what was kept is paid");
        succeed("claimKeptRefund");
    }

    function _refundGhost(uint256 offering, address holder, address[] memory wallets, uint256[] memory due) private {
        Sale storage s = sales[offering];
        uint256 amount = held[offering][holder] * s.price;
        s.sold -= held[offering][holder];
        held[offering][holder] = 0;
        if (amount == 0) return;

        address wallet = presentWallet(holder);
        if (dollar.refuses(wallet)) keptRefund[offering][holder] += amount;
        for (uint256 i = 0; i < wallets.length; i++) {
            if (wallets[i] == wallet && !dollar.refuses(wallet)) due[i] += amount;
        }
        succeed("refund");
    }

    function _presentWallets(address[] memory holders) private view returns (address[] memory wallets) {
        wallets = new address[](holders.length);
        for (uint256 i = 0; i < holders.length; i++) {
            wallets[i] = presentWallet(holders[i]);
        }
    }

    function _rollOfferable() private returns (uint64 business) {
        uint256 start = roll(businesses.length);
        for (uint256 i = 0; i < businesses.length; i++) {
            business = businesses[(start + i) % businesses.length];
            uint256 before = latest[business];
            bool offerable = before == 0 || sales[before].phase == Phase.Failed;
            if (offerable && business != neverOffered) return business;
        }
        uint32 town = rollTown();
        return canAddBusiness(town) ? addBusiness(town, Kind(2 + roll(2))) : 0;
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
}
