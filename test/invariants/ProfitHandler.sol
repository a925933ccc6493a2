// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Authorization} from "../../contracts/lib/Authorization.sol";
import {Deed} from "../../contracts/lib/Deed.sol";
import {Document} from "../../contracts/lib/Document.sol";
import {Money} from "../../contracts/lib/Money.sol";
import {Permit} from "../../contracts/lib/Permit.sol";
import {IProfitSplitter, Receiver} from "../../contracts/profit/IProfitSplitter.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Payments} from "./Payments.sol";

/// @title ProfitHandler: deeds are agreed, profit is deposited, dividends are claimed
abstract contract ProfitHandler is Payments {
    string private constant _PERIOD = "a month";

    /// @dev Both ambassadors agree to a deed; one out of bounds, or before the last is in force, cannot be proposed.
    function agreeDeed(uint256 seed) external handler(seed) {
        uint256 start = roll(businesses.length);
        while (isSealed(businesses[start])) start = (start + 1) % businesses.length;
        uint64 business = businesses[start];
        Agreement storage a = agreements[business];
        uint32 town = uint32(business >> 32);
        if (townKey(town) == address(0)) return;
        bool withinBounds = roll(4) != 0;
        Deed memory deed = _rollDeed(withinBounds, isCornerstone[business]);

        bytes memory data = abi.encodeCall(IProfitSplitter.proposeDeed, (business, deed));
        bytes4 refusal = attempt(townKey(town), address(splitter), data);
        bool agreed = block.timestamp < a.comingFrom;
        vm.assertTrue((refusal == 0) == (withinBounds && !agreed), "10: deeds stay within their bounds");
        if (refusal != 0) return;

        a.deed = deedNow(business);
        a.coming = deed;
        a.comingFrom = 0;
        if (roll(4) == 0 || countryKey(town) == address(0)) return;

        vm.prank(countryKey(town));
        splitter.approveDeed(business, deed);
        a.comingFrom = block.timestamp + 7 days;
        succeed("agreeDeed");
    }

    /// @dev Somebody deposits profit, in one of three ways; now and then the currency refuses one of its receivers meanwhile.
    function deposit(uint256 seed) external handler(seed) {
        uint64 business = _rollBusiness();
        uint32 town = uint32(business >> 32);
        uint256 amount = 1 + roll(roll(2) == 0 ? 50 : 1e12);
        uint16 weeks_ = uint16(4 + roll(49));
        Sale storage s = sales[latest[business]];
        uint256[4] memory before = _receivers(town, s.token);
        Payment memory p = rollPayment(town, rollPerson(), address(splitter), amount);
        address refused = roll(4) == 0 ? _receiverOf(Receiver(roll(3)), s.token) : address(0);

        bytes memory data = _depositing(p, business, weeks_);
        bytes4 foretold = whyNotPay(p);
        if (refused != address(0)) currencyOf(town).setRefused(refused, true);
        requireOutcome(pay(p, data), foretold, "deposit");
        if (refused != address(0)) currencyOf(town).setRefused(refused, false);
        if (foretold != 0) return;
        requireOnce(p, data);

        if (s.phase == Phase.Succeeded) s.phase = Phase.Settled; // a deposit settles first
        bool issued = s.phase == Phase.Settled;
        uint256 kept = _depositGhost(business, amount, weeks_, refused);
        _noteDeposit(amount, kept, before, _receivers(town, s.token));
        countPayment(p, "deposit");
        succeed(issued ? "deposit to shares" : "deposit without shares");
    }

    /// @dev Anyone passes on what was kept, more often than not of what waits; now and then its receiver is still refused.
    function passOn(uint256 seed) external handler(seed) {
        uint256 kept = _rollKept();
        Part storage part = keptParts[kept];
        uint32 town = uint32(part.business >> 32);
        address receiver = _receiverOf(part.receiver, sales[part.offering].token);
        bool isRefused = part.business != 0 && roll(4) == 0;

        bytes4 foretold = IProfitSplitter.ProfitSplitterNothingKept.selector;
        if (isRefused) currencyOf(town).setRefused(receiver, true);
        if (part.business != 0 && !passedOn[kept]) foretold = _whyNotPassOn(town, receiver, part);
        bytes memory data = abi.encodeCall(IProfitSplitter.passOn, (kept));
        requireOutcome(attempt(rollPerson(), address(splitter), data), foretold, "passOn");
        if (isRefused) currencyOf(town).setRefused(receiver, false);
        if (foretold != 0) return;

        passedOn[kept] = true;
        creditPart(part);
        succeed("passOn");
    }

    function claimDividend(uint256 seed) external handler(seed) {
        mayPay();
        if (sales.length == 1) return;
        (uint256 offering, address holder) = _rollClaim();
        uint256 amount = credited[offering][holder] - paidDividend[offering][holder];
        uint32 town = sales[offering].town;
        address token = address(sales[offering].token);
        address by = roll(4) == 0 ? holder : rollPerson();
        address to = by == holder ? holder : presentWallet(holder);
        uint256 before = currencyOf(town).balanceOf(to);

        bytes4 foretold;
        if (amount > 0) foretold = whyNotPayOut(town, token, to, amount);
        bytes memory data = abi.encodeCall(IInvestorToken.claim, (holder));
        requireOutcome(attempt(by, token, data), foretold, "claimDividend");
        if (foretold != 0) return;

        paidDividend[offering][holder] += amount;
        uint256 paid = currencyOf(town).balanceOf(to) - before;
        vm.assertEq(paid, arriving(town, amount), "5: a holder is paid what was credited");
        if (amount > 0) succeed("claimDividend");
    }

    function _depositing(Payment memory p, uint64 business, uint16 weeks_) private returns (bytes memory) {
        uint256 amount = p.amount;
        Document memory accounts = documentOf("accounts");
        if (p.way == Way.Allowance) {
            return abi.encodeCall(IProfitSplitter.deposit, (business, amount, weeks_, _PERIOD, accounts));
        }
        if (p.way == Way.Permit) {
            Permit memory permit = permitFor(p);
            return
                abi.encodeCall(
                    IProfitSplitter.depositWithPermit,
                    (business, amount, weeks_, _PERIOD, accounts, permit)
                );
        }
        bytes32 arguments = keccak256(abi.encode(business, amount, weeks_, _PERIOD, accounts));
        bytes4 selector = IProfitSplitter.depositWithAuthorization.selector;
        Authorization memory a = authorizationFor(p, selector, arguments);
        return
            abi.encodeCall(IProfitSplitter.depositWithAuthorization, (business, amount, weeks_, _PERIOD, accounts, a));
    }

    /// @dev Divides it by the deed in force. @return kept the id of the part whose receiver is refused; zero for none.
    function _depositGhost(
        uint64 business,
        uint256 amount,
        uint256 weeks_,
        address refused
    ) private returns (uint256 kept) {
        Deed memory deed = deedNow(business);
        Part[3] memory parts;
        uint256 left = amount;
        for (uint256 i = 0; i < 3; i++) {
            (parts[i].receiver, parts[i].business, parts[i].weeks_) = (Receiver(i), business, weeks_);
            parts[i].offering = latest[business];
        }
        left -= parts[0].amount = (amount * deed.investors) / 10_000;
        left -= parts[1].amount = (amount * deed.members) / 10_000;
        left -= parts[2].toOffice = (amount * deed.country) / 10_000;
        parts[2].amount = left;
        if (sales[latest[business]].phase != Phase.Settled) {
            (parts[0].amount, parts[1].amount) = (0, parts[0].amount + parts[1].amount);
        }
        for (uint256 i = 0; i < 3; i++) {
            if (parts[i].amount + parts[i].toOffice == 0) continue;
            bool isKept = refused != address(0) && refused == _receiverOf(Receiver(i), sales[latest[business]].token);
            if (isKept) kept = _keep(parts[i]);
            else creditPart(parts[i]);
        }
    }

    function _keep(Part memory part) private returns (uint256 kept) {
        kept = keptParts.length;
        keptParts.push(part);
        reach("state: a part was kept");
    }

    /// @dev Counts what each received, and what is kept for one of them, as the contracts say.
    function _noteDeposit(
        uint256 amount,
        uint256 kept,
        uint256[4] memory before,
        uint256[4] memory afterwards
    ) private {
        vm.assertEq(splitter.keptCount(), keptParts.length - 1, "1: kept is what a receiver could not take");
        IProfitSplitter.Part memory part = splitter.keptOf(kept);
        bool ofHolders = part.receiver == Receiver.Holders;
        deposits.push(
            Deposit({
                amount: amount,
                community: afterwards[1] + afterwards[2] - before[1] - before[2] + (ofHolders ? 0 : part.amount),
                investors: afterwards[0] - before[0] + (ofHolders ? part.amount : 0)
            })
        );
    }

    /// @dev The error with which a part is not passed on.
    function _whyNotPassOn(uint32 town, address receiver, Part storage part) private returns (bytes4 why) {
        why = whyNotPayOut(town, address(splitter), receiver, part.amount + part.toOffice);
        if (why == 0 && currencyOf(town).fee() > 0) why = Money.MoneyNotReceivedInFull.selector;
    }

    /// @dev The contract through which a part goes.
    function _receiverOf(Receiver receiver, IInvestorToken token) private view returns (address) {
        if (receiver == Receiver.Holders) return address(token);
        return receiver == Receiver.Members ? address(contributions) : address(treasury);
    }

    /// @dev What holders, members, town fund and country office have.
    function _receivers(uint32 town, IInvestorToken token) private view returns (uint256[4] memory) {
        return
            [
                currencyOf(town).balanceOf(address(token)),
                currencyOf(town).balanceOf(address(contributions)),
                treasury.fundOf(town),
                treasury.officeOf(towns.countryOf(town), towns.currencyOf(town))
            ];
    }

    function _rollDeed(bool withinBounds, bool cornerstone) private returns (Deed memory deed) {
        uint256 community = withinBounds ? 6_000 + roll(4_001) : 6_000 - (1 + roll(roll(2) == 0 ? 2 : 5_999));
        uint256 country = cornerstone ? roll(10_001 - community) : 0;
        deed.members = uint16(1 + roll(community));
        deed.fund = uint16(community - deed.members);
        deed.country = uint16(country);
        deed.investors = uint16(10_000 - community - country);
    }

    /// @dev Any business, or rather one whose sale has succeeded.
    function _rollBusiness() private returns (uint64 business) {
        uint256 start = roll(businesses.length);
        if (roll(2) == 0) return businesses[start];
        for (uint256 i = 0; i < businesses.length; i++) {
            business = businesses[(start + i) % businesses.length];
            Phase phase = sales[latest[business]].phase;
            if (phase == Phase.Succeeded || phase == Phase.Settled) return business;
        }
    }

    /// @dev A part that waits, if there is one; now and then one that does not.
    function _rollKept() private returns (uint256) {
        uint256 first = roll(keptParts.length);
        for (uint256 i = 0; i < keptParts.length && roll(8) != 0; i++) {
            uint256 id = (first + i) % keptParts.length;
            if (id != 0 && !passedOn[id]) return id;
        }
        return first;
    }

    /// @dev Somebody with a dividend to claim, if anybody has one.
    function _rollClaim() private returns (uint256 offering, address holder) {
        uint256 first = roll(sales.length - 1);
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < (sales.length - 1) * people.length; i++) {
            offering = 1 + ((first + i / people.length) % (sales.length - 1));
            holder = people[(start + i) % people.length];
            if (credited[offering][holder] > paidDividend[offering][holder]) return (offering, holder);
        }
    }
}
