// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IShareOffering, Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {BuyHandler} from "./BuyHandler.sol";

/// @title SaleHandler: sales are opened, shares given back, refunded, unlocked, sent
abstract contract SaleHandler is BuyHandler {
    /// @dev What refunds must have paid to wallets, and what is left for those who come later among them.
    struct Refund {
        address[] wallets;
        uint256[] due;
        uint256 left;
    }

    uint256 private constant _MOST_SALES = 12;
    bytes32 private constant _CANCELLATION = keccak256(
        "Cancellation(uint256 offering,uint64 business,uint96 price,uint32 shares,address holder,uint256 nonce,uint256 deadline)"
    );

    /// @dev Both ambassadors open a sale of a business that has none, or only failed ones; of a new one if need be.
    function openSale(uint256 seed) external handler(seed) {
        if (sales.length > _MOST_SALES) return;
        uint64 business = _rollOfferable();
        if (business == 0) return;
        if (!isActive(uint32(business >> 32))) return _openDormant(business);

        if (roll(6) == 0) _withdrawProposal(business);
        if (roll(6) == 0) _proposeTakenName(business);
        _open(business);
        succeed("openSale");
    }

    /// @dev A holder gives shares back, in person or by signature.
    function cancel(uint256 seed) external handler(seed) {
        mayPay();
        (uint256 offering, address holder) = _rollHolding(Phase.Local, Phase.World);
        if (holder == address(0)) return;
        Sale storage s = sales[offering];
        uint256 shares = roll(held[offering][holder] + 2);
        address wallet = presentWallet(holder);
        uint256 before = currencyOf(s.town).balanceOf(wallet);

        bool bySignature = roll(2) == 0;
        bytes4 foretold;
        if (bySignature) {
            foretold = _cancelWithSignature(offering, holder, shares);
        } else {
            foretold = _whyNotCancel(offering, holder, shares);
            bytes memory data = abi.encodeCall(IShareOffering.cancel, (offering, uint32(shares)));
            requireOutcome(attempt(holder, address(offerings), data), foretold, "cancel");
        }
        if (foretold != 0) return;

        held[offering][holder] -= shares;
        s.sold -= shares;
        uint256 paid = currencyOf(s.town).balanceOf(wallet) - before;
        vm.assertEq(paid, arriving(s.town, shares * s.price), "1: cancelled for exactly what was paid");
        succeed(bySignature ? "cancel by signature" : "cancel");
    }

    /// @dev One of both keys agrees to call a sale off, or both do; not too often, or none would ever succeed.
    function callOff(uint256 seed) external handler(seed) {
        uint256 offering = rollSale(Phase.Local, Phase.Settled);
        if (offering == 0 || roll(3) == 0) return;
        uint256 first = roll(2);

        _callOff(offering, first == 0);
        if (roll(3) == 0) _withdrawCallOff(offering);
        if (roll(3) == 0) _callOff(offering, first != 0);
    }

    /// @dev Anyone refunds anybody of any sale, with repetitions: it must work exactly when the sale has failed.
    function refund(uint256 seed) external handler(seed) {
        mayPay();
        (uint256 offering, ) = _rollHolding(Phase.Failed, Phase.Failed);
        if (offering == 0 || roll(4) == 0) offering = rollSale(Phase.Local, Phase.Settled);
        if (offering == 0) return;
        address[] memory holders = new address[](1 + roll(4));
        for (uint256 i = 0; i < holders.length; i++) {
            address holder = _rollHolder(offering);
            holders[i] = holder == address(0) || roll(4) == 0 ? rollPerson() : holder;
        }
        bool failed = sales[offering].phase == Phase.Failed;
        uint32 town = sales[offering].town;
        if (roll(4) == 0) refusePerson(town, holders[0]);

        bytes4 foretold = failed ? bytes4(0) : IShareOffering.ShareOfferingNotFailed.selector;
        bytes memory data = abi.encodeCall(IShareOffering.refund, (offering, holders));
        Refund memory r;
        r.wallets = _presentWallets(holders);
        r.due = balancesOf(town, r.wallets);
        r.left = currencyOf(town).balanceOf(address(offerings));
        requireOutcome(attempt(rollPerson(), address(offerings), data), foretold, "9: refunds exactly when failed");
        if (!failed) return;

        for (uint256 i = 0; i < holders.length; i++) {
            _refundGhost(offering, holders[i], r);
        }
        uint256[] memory afterwards = balancesOf(town, r.wallets);
        for (uint256 i = 0; i < afterwards.length; i++) {
            vm.assertEq(afterwards[i], r.due[i], "9: refunded what was paid, to the present wallet");
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
        uint256 offering = rollSale(Phase.Succeeded, Phase.Succeeded);
        if (offering == 0) offering = rollSale(Phase.Local, Phase.Settled);
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
        else if (isHeld(offering, from)) foretold = IInvestorToken.InvestorTokenPledged.selector;
        else if (shares > held[offering][from]) foretold = IERC20Errors.ERC20InsufficientBalance.selector;

        bytes memory data = abi.encodeCall(s.token.transfer, (to, shares));
        requireOutcome(attempt(from, address(s.token), data), foretold, "8: only who may hold receives");
        if (foretold != 0) return;

        votes[offering][from].pledged = false; // what they said has ended
        held[offering][from] -= shares;
        held[offering][to] += shares;
        if (from != to && shares > 0) succeed("transferShares");
    }

    /// @dev Nothing is offered in a dormant town.
    function _openDormant(uint64 business) private {
        uint32 town = uint32(business >> 32);
        if (townKey(town) == address(0)) return;
        bytes memory data = abi.encodeCall(IShareOffering.propose, (plainTerms(business, 6, 6)));
        bytes4 dormant = ITownRegistry.TownRegistryDormant.selector;
        requireOutcome(attempt(townKey(town), address(offerings), data), dormant, "dormant");
    }

    /// @dev What was proposed is taken back: nobody can approve it any more.
    function _withdrawProposal(uint64 business) private {
        IShareOffering.Terms memory t = plainTerms(business, 6, 6);
        t.deed = deedNow(business);
        uint32 town = uint32(business >> 32);
        vm.startPrank(townKey(town));
        offerings.propose(t);
        offerings.withdrawProposal(business);
        vm.stopPrank();
        bytes memory data = abi.encodeCall(IShareOffering.approve, (business, keccak256(abi.encode(t))));
        bytes4 gone = IShareOffering.ShareOfferingNotProposed.selector;
        requireOutcome(attempt(countryKey(town), address(offerings), data), gone, "12: taken back is not approved");
        succeed("withdrawProposal");
    }

    /// @dev The name of another business's shares, in other capitals.
    function _proposeTakenName(uint64 business) private {
        uint64 other = businesses[roll(businesses.length)];
        if (other == business || latest[other] == 0) return;
        IShareOffering.Terms memory t = plainTerms(business, 6, 6);
        t.deed = deedNow(business);
        t.name = string.concat("SHARES ", vm.toString(uint256(other)));
        bytes memory data = abi.encodeCall(IShareOffering.propose, (t));
        bytes4 taken = IShareOffering.ShareOfferingNameTaken.selector;
        requireOutcome(attempt(townKey(uint32(business >> 32)), address(offerings), data), taken, "names are unique");
        succeed("refused: the name of another business");
    }

    function _open(uint64 business) private {
        IShareOffering.Terms memory t = plainTerms(business, uint32(6 + roll(40)), 0);
        t.deed = deedNow(business);
        t.price = uint96(1 + roll(roll(2) == 0 ? 10 : 50e6));
        t.cap = uint32(t.goal + roll(40));
        uint32 most = (t.goal - 1) / 5;
        t.limitLocal = roll(4) == 0 ? uint32(1 + roll(most)) : most;
        t.limitLater = roll(4) == 0 ? uint32(1 + roll(most)) : most;
        t.opens = uint40(block.timestamp + 7 days + roll(2) * roll(2 days));
        t.localEnds = uint40(t.opens + 14 days + roll(4 days));
        t.countryEnds = roll(4) == 0 ? 0 : uint40(t.localEnds + 14 days + roll(2 days));
        uint256 secondEnds = t.countryEnds == 0 ? t.localEnds : t.countryEnds;
        t.worldEnds = roll(4) == 0 ? 0 : uint40(secondEnds + 14 days + roll(2 days));
        t.tranches = _rollTranches();

        vm.prank(townKey(uint32(business >> 32)));
        offerings.propose(t);
        vm.prank(countryKey(uint32(business >> 32)));
        uint256 offering = offerings.approve(business, keccak256(abi.encode(t)));

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
        latest[business] = sales.length - 1;
        vm.assertEq(offering, sales.length - 1, "offerings are numbered");
    }

    /// @dev Anyone sends it; now and then too late, signed by somebody else, or with another nonce. It is good once.
    function _cancelWithSignature(uint256 offering, address holder, uint256 shares) private returns (bytes4 foretold) {
        IShareOffering.Cancellation memory c = IShareOffering.Cancellation({
            offering: offering,
            business: sales[offering].business,
            price: uint96(sales[offering].price),
            shares: uint32(shares),
            holder: holder,
            nonce: cancelNonces[holder] + (roll(12) == 0 ? 1 : 0),
            deadline: block.timestamp - (roll(12) == 0 ? 1 : 0)
        });
        address signer = roll(12) == 0 ? rollOther(holder) : holder;
        bytes32 hash = keccak256(abi.encode(_CANCELLATION, c));
        bytes memory signature = signed(signer, address(offerings), "One Small Town shares", hash);
        bytes memory data = abi.encodeCall(IShareOffering.cancelWithSignature, (c, signature));

        if (block.timestamp > c.deadline) foretold = IShareOffering.ShareOfferingExpired.selector;
        else if (signer != holder) foretold = IShareOffering.ShareOfferingBadSignature.selector;
        else if (c.nonce != cancelNonces[holder]) foretold = Nonces.InvalidAccountNonce.selector;
        else foretold = _whyNotCancel(offering, holder, shares);
        requireOutcome(attempt(rollPerson(), address(offerings), data), foretold, "cancelWithSignature");
        if (foretold != 0) return foretold;

        cancelNonces[holder]++;
        bytes4 again = attempt(rollPerson(), address(offerings), data);
        requireOutcome(again, Nonces.InvalidAccountNonce.selector, "12: a signature cancels once");
    }

    /// @dev The error that stands against giving shares back.
    function _whyNotCancel(uint256 offering, address holder, uint256 shares) private returns (bytes4) {
        Sale storage s = sales[offering];
        if (block.timestamp < s.opens) return IShareOffering.ShareOfferingNotOpen.selector;
        if (block.timestamp >= s.ends[uint256(s.phase)] - 7 days) {
            return IShareOffering.ShareOfferingTooLateToCancel.selector;
        }
        if (shares == 0) return IShareOffering.ShareOfferingNoShares.selector;
        if (shares > held[offering][holder]) return IERC20Errors.ERC20InsufficientBalance.selector;
        return whyNotPayOut(s.town, address(offerings), presentWallet(holder), shares * s.price);
    }

    function _callOff(uint256 offering, bool byTown) private {
        Sale storage s = sales[offering];
        address caller = byTown ? townKey(s.town) : countryKey(s.town);
        if (caller == address(0)) return;

        bytes4 foretold;
        if (!isLive(s.phase)) foretold = IShareOffering.ShareOfferingNotOpen.selector;
        else if (s.callsOff == caller && block.timestamp < s.callsOffUntil)
            foretold = IShareOffering.ShareOfferingAgreed.selector;

        bytes memory data = abi.encodeCall(IShareOffering.callOff, (offering));
        requireOutcome(attempt(caller, address(offerings), data), foretold, "callOff");
        if (foretold != 0) return;

        address before = block.timestamp < s.callsOffUntil ? s.callsOff : address(0);
        (s.callsOff, s.callsOffUntil) = (caller, block.timestamp + 7 days);
        succeed("callOff");
        // Somebody who has left office, or agreed more than a week ago, does not agree any more.
        if (before == address(0) || (before != townKey(s.town) && before != countryKey(s.town))) return;
        s.phase = Phase.Failed;
        reach("state: called off");
    }

    /// @dev Who agreed last takes it back; nobody else can.
    function _withdrawCallOff(uint256 offering) private {
        Sale storage s = sales[offering];
        address caller = roll(4) == 0 || s.callsOff == address(0) ? rollPerson() : s.callsOff;
        bytes4 foretold = caller == s.callsOff ? bytes4(0) : IShareOffering.ShareOfferingNotAgreed.selector;
        bytes memory data = abi.encodeCall(IShareOffering.withdrawCallOff, (offering));
        requireOutcome(attempt(caller, address(offerings), data), foretold, "withdrawCallOff");
        if (foretold != 0) return;

        (s.callsOff, s.callsOffUntil) = (address(0), 0);
        succeed("withdrawCallOff");
    }

    function _claimKept(uint256 offering, address holder) private {
        uint256 amount = keptRefund[offering][holder];
        uint32 town = sales[offering].town;
        address wallet = presentWallet(holder);
        currencyOf(town).setRefused(wallet, false);
        uint256 before = currencyOf(town).balanceOf(wallet);

        bytes4 foretold = whyNotPayOut(town, address(offerings), wallet, amount);
        bytes memory data = abi.encodeCall(IShareOffering.claimKept, (offering, holder));
        requireOutcome(attempt(rollPerson(), address(offerings), data), foretold, "1: a kept refund stays kept");
        if (foretold != 0) return;

        keptRefund[offering][holder] = 0;
        uint256 paid = currencyOf(town).balanceOf(wallet) - before;
        vm.assertEq(paid, arriving(town, amount), "1: what was kept is paid");
        succeed("claimKeptRefund");
    }

    function _refundGhost(uint256 offering, address holder, Refund memory r) private {
        Sale storage s = sales[offering];
        uint256 amount = held[offering][holder] * s.price;
        s.sold -= held[offering][holder];
        held[offering][holder] = 0;
        if (amount == 0) return;

        address wallet = presentWallet(holder);
        succeed("refund");
        if (!isPayable(s.town, wallet, amount, r.left)) {
            keptRefund[offering][holder] += amount;
            return;
        }
        r.left -= amount;
        for (uint256 i = 0; i < r.wallets.length; i++) {
            if (r.wallets[i] == wallet) r.due[i] += arriving(s.town, amount);
        }
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
        return canAddBusiness(town) ? addBusiness(town, ProjectKind(2 + roll(2))) : 0;
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

    function _rollReceiver(Sale storage s) private returns (address) {
        uint256 choice = roll(8);
        if (choice == 0) return address(offerings);
        if (choice == 1) return address(s.token);
        return rollPerson();
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
