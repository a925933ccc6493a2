// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Authorization} from "../../contracts/lib/Authorization.sol";
import {Deed} from "../../contracts/lib/Deed.sol";
import {Document} from "../../contracts/lib/Document.sol";
import {Permit} from "../../contracts/lib/Permit.sol";
import {IProfitSplitter} from "../../contracts/profit/IProfitSplitter.sol";
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

    /// @dev Somebody deposits profit, in one of three ways.
    function deposit(uint256 seed) external handler(seed) {
        uint64 business = _rollBusiness();
        uint32 town = uint32(business >> 32);
        uint256 amount = 1 + roll(roll(2) == 0 ? 50 : 1e12);
        uint16 weeks_ = uint16(4 + roll(49));
        Sale storage s = sales[latest[business]];
        uint256[4] memory before = _receivers(town, s.token);
        Payment memory p = rollPayment(town, rollPerson(), address(splitter), amount);

        bytes memory data = _depositing(p, business, weeks_);
        bytes4 foretold = whyNotPay(p);
        requireOutcome(pay(p, data), foretold, "deposit");
        if (foretold != 0) return;
        requireOnce(p, data);

        if (s.phase == Phase.Succeeded) s.phase = Phase.Settled; // a deposit settles first
        bool issued = s.phase == Phase.Settled;
        uint256[4] memory afterwards = _receivers(town, s.token);
        uint256[4] memory got;
        for (uint256 i = 0; i < 4; i++) {
            got[i] = afterwards[i] - before[i];
        }
        deposits.push(Deposit({amount: amount, community: got[1] + got[2], investors: got[0]}));
        _depositGhost(business, town, amount, weeks_, issued);
        countPayment(p, "deposit");
        succeed(issued ? "deposit to shares" : "deposit without shares");
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

    function _depositGhost(uint64 business, uint32 town, uint256 amount, uint256 weeks_, bool issued) private {
        Deed memory deed = deedNow(business);
        uint256 investors = (amount * deed.investors) / 10_000;
        uint256 membersPart = (amount * deed.members) / 10_000;
        uint256 country = (amount * deed.country) / 10_000;
        fundOf[town] += amount - investors - membersPart - country;
        officeOf[town] += country;
        if (country > 0 && paysSince[town] == 0) paysSince[town] = block.timestamp;
        fundIn += amount - investors - membersPart;
        fundGhost(town, issued ? membersPart : membersPart + investors, weeks_);
        if (!issued) return;

        creditDividend(latest[business], investors);
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
