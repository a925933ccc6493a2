// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Document} from "../../contracts/lib/Document.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {ITownTreasury, SpendingState} from "../../contracts/profit/ITownTreasury.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title TreasuryHandler: funds are given to and spent, by two keys and the electors' silence
abstract contract TreasuryHandler is Ghosts {
    bytes32 private constant _OBJECTION = keccak256("Objection(uint32 town,uint16 number,uint256[] spendings)");

    function giveToFund(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        uint256 amount = 1 + roll(1e12);
        bool toOffice = roll(3) == 0;
        address giver = rollPerson();
        bytes4 foretold = whyNotPayIn(town, amount);
        bytes memory data =
            toOffice
                ? abi.encodeCall(ITownTreasury.donateToOffice, (town, amount))
                : abi.encodeCall(ITownTreasury.donate, (town, amount));
        requireOutcome(attemptToPay(giver, address(treasury), town, amount, data), foretold, "giveToFund");
        if (foretold != 0) return;

        if (toOffice) officeOf[town] += amount;
        else fundOf[town] += amount;
        fundIn += amount;
        succeed("giveToFund");
    }

    /// @dev A key proposes a spending, for its own town or office, to a payee who may not be fit to be paid.
    function proposeSpending(uint256 seed) external handler(seed) {
        Spending memory s = _rollProposal();
        if (s.proposer == address(0)) return;
        if (roll(4) == 0) s = _blockedBefore(s);

        bytes4 foretold = _whyNotPropose(s);
        ITownTreasury.Content memory c = _contentOf(s);
        bytes memory data = _proposing(c);
        requireOutcome(attempt(s.proposer, address(treasury), data), foretold, "26: proposeSpending");
        if (foretold != 0) return;

        s.again = blockedAt[keccak256(abi.encode(c))] != 0;
        spendings.push(s);
        if (s.again) reach("state: spending again");
        succeed("proposeSpending");
        if (roll(4) != 0) _approve(spendings.length - 1);
    }

    /// @dev The other key approves; also one that may not, one that proposed it, or something else. Now and then electors
    /// object at once.
    function approveSpending(uint256 seed) external handler(seed) {
        uint256 id = _rollSpending(SpendingState.Proposed);
        if (id != 0) _approve(id);
    }

    function _approve(uint256 id) private {
        Spending storage s = spendings[id];
        address approver = _approver(s);
        address by = roll(4) == 0 ? townKey(s.town) : approver;
        if (by == address(0)) return;
        ITownTreasury.Content memory content = spendingContent(id);
        bool other = roll(8) == 0;
        if (other) content.amount++;

        bytes4 foretold = _whyNotApprove(id, by, other);
        bytes memory data = abi.encodeCall(ITownTreasury.approve, (id, content));
        requireOutcome(attempt(by, address(treasury), data), foretold, "12: two keys approve");
        if (foretold != 0) return;

        s.state = SpendingState.Approved;
        (s.approver, s.payableFrom) = (by, block.timestamp + 7 days);
        (s.sheet, s.electors) = electorsOf(s.town);
        s.needed = _leastOf(s.electors, s.again ? 3 : 5);
        succeed("approveSpending");
        uint256 next = roll(3);
        if (next == 0) _objectAll(id);
        if (next == 1) _execute(id);
    }

    /// @dev Most members object, in person or by signature; also some who may not.
    function objectToSpending(uint256 seed) external handler(seed) {
        uint256 id = _rollOpenToObjection();
        if (id != 0) _objectAll(id);
    }

    function executeSpending(uint256 seed) external handler(seed) {
        uint256 id = _rollSpending(SpendingState.Approved);
        if (id != 0) _execute(id);
    }

    function _execute(uint256 id) private {
        mayPay();
        Spending storage s = spendings[id];
        if (block.timestamp < s.payableFrom && roll(4) != 0) vm.warp(s.payableFrom + (roll(3) / 2) * roll(35 days));
        uint256 held = s.fromOffice ? officeOf[s.town] : fundOf[s.town];
        uint256 before = currencyOf(s.town).balanceOf(s.payee);
        if (spendingState(id) == SpendingState.Lapsed) reach("state: spending lapsed");

        bytes4 foretold = _whyNotPayable(s.town, s.payee);
        if (spendingState(id) != SpendingState.Approved) foretold = ITownTreasury.TownTreasuryWrongState.selector;
        else if (block.timestamp < s.payableFrom) foretold = ITownTreasury.TownTreasuryNotPayable.selector;
        else if (foretold == 0 && held < s.amount) foretold = ITownTreasury.TownTreasuryNotCovered.selector;
        else if (foretold == 0) foretold = whyNotPayOut(s.town, address(treasury), s.payee, s.amount);
        bytes memory data = abi.encodeCall(ITownTreasury.execute, (id));
        requireOutcome(attempt(rollPerson(), address(treasury), data), foretold, "executeSpending");
        if (foretold != 0) return;

        s.state = SpendingState.Spent;
        if (s.fromOffice) officeOf[s.town] -= s.amount;
        else fundOf[s.town] -= s.amount;
        fundSpent += s.amount;
        uint256 paid = currencyOf(s.town).balanceOf(s.payee) - before;
        vm.assertEq(paid, arriving(s.town, s.amount), "16: the payee is paid what was approved");
        reach("state: spending spent");
        succeed("executeSpending");
    }

    function cancelSpending(uint256 seed) external handler(seed) {
        if (spendings.length == 1 || roll(3) != 0) return;
        uint256 id = 1 + roll(spendings.length - 1);
        Spending storage s = spendings[id];
        address proposing = s.fromOffice ? countryKey(s.town) : townKey(s.town);
        address by =
            roll(2) == 0
                ? s.proposer
                : roll(2) == 0
                    ? proposing
                    : _approver(s);
        if (by == address(0)) return;

        bytes4 foretold;
        bool open = s.state == SpendingState.Proposed || s.state == SpendingState.Approved;
        if (!open) foretold = ITownTreasury.TownTreasuryWrongState.selector;
        else if (by != proposing) foretold = ITownTreasury.TownTreasuryNotProposer.selector;
        bytes memory data = abi.encodeCall(ITownTreasury.cancel, (id));
        requireOutcome(attempt(by, address(treasury), data), foretold, "cancelSpending");
        if (foretold != 0) return;

        s.state = SpendingState.Cancelled;
        succeed("cancelSpending");
    }

    /// @dev Where a spending stands now, by the ghosts.
    function spendingState(uint256 id) internal view returns (SpendingState) {
        Spending storage s = spendings[id];
        if (s.state == SpendingState.Proposed) {
            return isAwaited(s.town, s.proposer, s.proposedAt) ? s.state : SpendingState.Lapsed;
        }
        bool late = s.state == SpendingState.Approved && block.timestamp >= s.payableFrom + 30 days;
        return late ? SpendingState.Lapsed : s.state;
    }

    /// @dev How many spendings of a fund are open, one by one.
    function openSpendings(uint32 town, bool fromOffice) internal view returns (uint256 open) {
        for (uint256 id = 1; id < spendings.length; id++) {
            if (spendings[id].town != town || spendings[id].fromOffice != fromOffice) continue;
            SpendingState state = spendingState(id);
            if (state == SpendingState.Proposed || state == SpendingState.Approved) open++;
        }
    }

    function _objectAll(uint256 id) private {
        uint256 numbers = hoursOf[spendings[id].town].wallets.length;
        for (uint256 number = 1; number <= numbers; number++) {
            if (roll(4) != 0) _objectTo(id, number);
        }
    }

    function _objectTo(uint256 id, uint256 number) private {
        Spending storage s = spendings[id];
        address wallet = hoursOf[s.town].wallets[number - 1];
        bool bySignature = roll(3) == 0;
        address by = roll(8) == 0 ? rollPerson() : wallet;

        bytes4 foretold = _whyNotObject(id, number, by == wallet, bySignature);
        bytes memory data = _objecting(s.town, uint16(number), id, bySignature ? by : address(0));
        requireOutcome(attempt(bySignature ? rollPerson() : by, address(treasury), data), foretold, "objectToSpending");
        if (foretold != 0) return;

        objected[id][number] = true;
        s.objections++;
        succeed("objectToSpending");
        if (s.state != SpendingState.Approved || s.objections < s.needed) return;
        s.state = SpendingState.Blocked;
        blockedAt[keccak256(abi.encode(spendingContent(id)))] = block.timestamp;
        reach("state: spending blocked");
    }

    /// @dev A key wants to pay somebody out of its own town's fund, or its office's.
    function _rollProposal() private returns (Spending memory s) {
        uint64 project = _rollProject();
        uint32 town = uint32(project >> 32);
        _ripen(town);
        bool fromOffice = roll(3) == 0;
        uint256 held = fromOffice ? officeOf[town] : fundOf[town];
        uint256 amount = roll(8) == 0 ? roll(held + 2) : 1 + held / (2 + roll(4));
        address payee = roll(4) == 0 ? rollPerson() : _rollPayee();
        return _proposal(project, fromOffice, amount, payee, fromOffice ? countryKey(town) : townKey(town));
    }

    /// @dev A business, rather one of a town that has electors.
    function _rollProject() private returns (uint64 project) {
        uint256 start = roll(businesses.length);
        for (uint256 i = 0; i < businesses.length; i++) {
            project = businesses[(start + i) % businesses.length];
            (, uint256 electors) = electorsOf(uint32(project >> 32));
            if (electors >= 4 && isActive(uint32(project >> 32))) return project;
        }
    }

    /// @dev Now and then time passes until those who worked lately are electors.
    function _ripen(uint32 town) private {
        Sheet[] storage sheets = hoursOf[town].sheets;
        (, uint256 electors) = electorsOf(town);
        if (electors >= 4 || sheets.length == 0 || !isActive(town) || sheets[sheets.length - 1].active < 4) return;
        uint256 decisive = (sheets[sheets.length - 1].week + 9) * 7 days + 4 days;
        if (decisive > block.timestamp && mayJump()) vm.warp(decisive);
    }

    /// @dev What is sent to object, by a signer or in person.
    function _objecting(uint32 town, uint16 number, uint256 id, address signer) private view returns (bytes memory) {
        uint256[] memory ids = new uint256[](1);
        ids[0] = id;
        if (signer == address(0)) return abi.encodeCall(ITownTreasury.object, (town, number, ids));
        bytes32 structHash = keccak256(abi.encode(_OBJECTION, town, number, keccak256(abi.encodePacked(ids))));
        bytes memory signature = signed(signer, address(treasury), "One Small Town treasury", structHash);
        return abi.encodeCall(ITownTreasury.objectWithSignature, (town, number, ids, signature));
    }

    function _proposing(ITownTreasury.Content memory c) private pure returns (bytes memory) {
        Document memory document = documentOf("invoice");
        if (c.fromOffice) {
            return abi.encodeCall(ITownTreasury.proposeFromOffice, (c.project, c.amount, c.payee, document));
        }
        return abi.encodeCall(ITownTreasury.propose, (c.project, c.amount, c.payee, document));
    }

    function _whyNotPropose(Spending memory s) private view returns (bytes4 why) {
        why = _whyNotPayable(s.town, s.payee);
        if (why != 0) return why;
        if (s.amount == 0) return ITownTreasury.TownTreasuryNoAmount.selector;
        if (_isBlockedLately(_contentOf(s))) return ITownTreasury.TownTreasuryBlockedLately.selector;
        bool full = openSpendings(s.town, s.fromOffice) >= 3;
        return full ? ITownTreasury.TownTreasuryTooManyOpen.selector : bytes4(0);
    }

    function _whyNotApprove(uint256 id, address by, bool other) private view returns (bytes4) {
        Spending storage s = spendings[id];
        if (spendingState(id) != SpendingState.Proposed) return ITownTreasury.TownTreasuryWrongState.selector;
        if (by != _approver(s)) return ITownTreasury.TownTreasuryNotApprover.selector;
        if (by == s.proposer) return ITownTreasury.TownTreasuryOwnSpending.selector;
        if (other) return ITownTreasury.TownTreasuryOtherContent.selector;
        if (_isBlockedLately(spendingContent(id))) return ITownTreasury.TownTreasuryBlockedLately.selector;
        bytes4 why = _whyNotPayable(s.town, s.payee);
        return why == 0 ? _whyNotAsked(s) : why;
    }

    /// @dev Who could object are too few.
    function _whyNotAsked(Spending storage s) private view returns (bytes4) {
        (uint256 sheet, uint256 electors) = electorsOf(s.town);
        if (s.fromOffice) {
            bool asked = paysSince[s.town] != 0 && electors >= 3;
            return asked ? bytes4(0) : ITownTreasury.TownTreasuryNobodyToAsk.selector;
        }
        uint256 own = known[s.proposer].town == s.town ? known[s.proposer].number : 0;
        uint256 others = electors;
        if (sheet != 0 && wasActive(s.town, sheet - 1, own)) others--;
        bool enough = others >= 3 && electors * 3 >= _mostActive(s.town);
        return enough ? bytes4(0) : ITownTreasury.TownTreasuryTooFewElectors.selector;
    }

    function _whyNotObject(uint256 id, uint256 number, bool byOwner, bool bySignature) private view returns (bytes4) {
        Spending storage s = spendings[id];
        if (!byOwner && bySignature) return ITownTreasury.TownTreasuryNotSigned.selector;
        if (!byOwner) return ITownTreasury.TownTreasuryNotMember.selector;
        if (s.payableFrom == 0) return ITownTreasury.TownTreasuryWrongState.selector;
        if (block.timestamp >= s.payableFrom) return ITownTreasury.TownTreasuryObjectionsOver.selector;
        if (!wasActive(s.town, s.sheet - 1, number)) return ITownTreasury.TownTreasuryNotElector.selector;
        return objected[id][number] ? ITownTreasury.TownTreasuryObjectedAlready.selector : bytes4(0);
    }

    function _whyNotPayable(uint32 town, address payee) private view returns (bytes4) {
        if (!isActive(town)) return ITownRegistry.TownRegistryDormant.selector;
        bool fit = payee != address(0) && !holdsKey(payee) && !projects.isOurs(payee);
        return fit ? bytes4(0) : ITownTreasury.TownTreasuryBadPayee.selector;
    }

    function _isBlockedLately(ITownTreasury.Content memory content) private view returns (bool) {
        uint256 last = blockedAt[keccak256(abi.encode(content))];
        return last != 0 && block.timestamp < last + 30 days;
    }

    /// @dev Another proposal of what was blocked, if anything was in that fund.
    function _blockedBefore(Spending memory s) private view returns (Spending memory) {
        for (uint256 id = spendings.length - 1; id > 0; id--) {
            Spending storage old = spendings[id];
            if (old.state != SpendingState.Blocked || old.town != s.town || old.fromOffice != s.fromOffice) continue;
            return _proposal(old.project, old.fromOffice, old.amount, old.payee, s.proposer);
        }
        return s;
    }

    /// @dev The most who were active in any of a town's four latest timesheets.
    function _mostActive(uint32 town) private view returns (uint256 most) {
        Sheet[] storage sheets = hoursOf[town].sheets;
        for (uint256 i = sheets.length > 4 ? sheets.length - 4 : 0; i < sheets.length; i++) {
            if (sheets[i].active > most) most = sheets[i].active;
        }
    }

    function _proposal(
        uint64 project,
        bool fromOffice,
        uint256 amount,
        address payee,
        address by
    ) private view returns (Spending memory s) {
        (s.project, s.town, s.fromOffice) = (project, uint32(project >> 32), fromOffice);
        (s.amount, s.payee, s.proposer) = (amount, payee, by);
        (s.state, s.proposedAt) = (SpendingState.Proposed, block.timestamp);
    }

    function _contentOf(Spending memory s) private pure returns (ITownTreasury.Content memory) {
        return
            ITownTreasury.Content({
                project: s.project,
                fromOffice: s.fromOffice,
                payee: s.payee,
                amount: uint96(s.amount),
                document: documentOf("invoice").hash
            });
    }

    /// @dev A fifth or a third of them, three at least.
    function _leastOf(uint256 electors, uint256 part) private pure returns (uint256 least) {
        while (least < 3 || least * part < electors) least++;
    }

    function _approver(Spending storage s) private view returns (address) {
        return s.fromOffice ? headOffice : countryKey(s.town);
    }

    function _rollPayee() private returns (address) {
        return officers[rollTown()].payout;
    }

    /// @dev An approved spending that is not payable yet; any other when there is none.
    function _rollOpenToObjection() private returns (uint256) {
        for (uint256 id = spendings.length - 1; id > 0 && roll(8) != 0; id--) {
            Spending storage s = spendings[id];
            if (s.state == SpendingState.Approved && block.timestamp < s.payableFrom) return id;
        }
        return _rollSpending(SpendingState.Approved);
    }

    /// @dev A spending last written down in a state; any other when there is none.
    function _rollSpending(SpendingState state) private returns (uint256 id) {
        if (spendings.length == 1) return 0;
        uint256 start = roll(spendings.length - 1);
        for (uint256 i = 0; i < spendings.length - 1; i++) {
            id = 1 + ((start + i) % (spendings.length - 1));
            if (spendings[id].state == state) return id;
        }
    }
}
