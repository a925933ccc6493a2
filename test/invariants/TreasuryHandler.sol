// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {ITownTreasury, SpendingState} from "../../contracts/profit/ITownTreasury.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title TreasuryHandler: funds are given to and spent, by two keys and the members' silence
abstract contract TreasuryHandler is Ghosts {
    bytes32 private constant _OBJECTION = keccak256("Objection(uint256 spending,uint16 number)");

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
        uint64 project = businesses[roll(businesses.length)];
        uint32 town = uint32(project >> 32);
        bool fromOffice = roll(3) == 0;
        address by = fromOffice ? countryKey(town) : townKey(town);
        if (by == address(0)) return;
        uint256 held = fromOffice ? officeOf[town] : fundOf[town];
        uint256 amount = roll(8) == 0 ? roll(held + 2) : 1 + held / (2 + roll(4));
        address payee = roll(4) == 0 ? rollPerson() : _rollPayee();

        bytes4 foretold = _whyNotPayable(town, payee);
        if (foretold == 0 && amount == 0) foretold = ITownTreasury.TownTreasuryNoAmount.selector;
        bytes memory data =
            fromOffice
                ? abi.encodeCall(ITownTreasury.proposeFromOffice, (project, amount, payee, documentOf("invoice")))
                : abi.encodeCall(ITownTreasury.propose, (project, amount, payee, documentOf("invoice")));
        requireOutcome(attempt(by, address(treasury), data), foretold, "proposeSpending");
        if (foretold != 0) return;

        Spending storage s = spendings.push();
        (s.town, s.fromOffice, s.amount, s.payee, s.proposer) = (town, fromOffice, amount, payee, by);
        (s.state, s.lapsesAt) = (SpendingState.Proposed, block.timestamp + 30 days);
        s.sheet = hoursOf[town].lastWorked;
        s.active = s.sheet == 0 ? 0 : hoursOf[town].sheets[s.sheet - 1].active;
        succeed("proposeSpending");
    }

    /// @dev The other key approves; also one that may not, or one that proposed it. Now and then members object at once.
    function approveSpending(uint256 seed) external handler(seed) {
        uint256 id = _rollSpending(SpendingState.Proposed);
        if (id == 0) return;
        Spending storage s = spendings[id];
        address approver = _approver(s);
        address by = roll(4) == 0 ? townKey(s.town) : approver;
        if (by == address(0)) return;

        bytes4 foretold = _whyNotPayable(s.town, s.payee);
        if (spendingState(id) != SpendingState.Proposed) foretold = ITownTreasury.TownTreasuryWrongState.selector;
        else if (by != approver) foretold = ITownTreasury.TownTreasuryNotApprover.selector;
        else if (by == s.proposer) foretold = ITownTreasury.TownTreasuryOwnSpending.selector;
        bytes memory data = abi.encodeCall(ITownTreasury.approve, (id));
        requireOutcome(attempt(by, address(treasury), data), foretold, "12: two keys approve");
        if (foretold != 0) return;

        s.state = SpendingState.Approved;
        (s.approver, s.payableFrom, s.lapsesAt) = (by, block.timestamp + 7 days, block.timestamp + 37 days);
        succeed("approveSpending");
        if (roll(s.active > 2 ? 2 : 4) == 0) _objectAll(id);
    }

    /// @dev Most members object, in person or by signature; also some who may not.
    function objectToSpending(uint256 seed) external handler(seed) {
        uint256 id = _rollOpenToObjection();
        if (id != 0) _objectAll(id);
    }

    function executeSpending(uint256 seed) external handler(seed) {
        mayPay();
        uint256 id = _rollSpending(SpendingState.Approved);
        if (id == 0) return;
        Spending storage s = spendings[id];
        if (block.timestamp < s.payableFrom && roll(4) != 0) vm.warp(s.payableFrom + roll(2) * roll(35 days));
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
        else if (by != s.proposer && by != proposing) foretold = ITownTreasury.TownTreasuryNotProposer.selector;
        bytes memory data = abi.encodeCall(ITownTreasury.cancel, (id));
        requireOutcome(attempt(by, address(treasury), data), foretold, "cancelSpending");
        if (foretold != 0) return;

        s.state = SpendingState.Cancelled;
        succeed("cancelSpending");
    }

    /// @dev Where a spending stands now, by the ghosts.
    function spendingState(uint256 id) internal view returns (SpendingState) {
        Spending storage s = spendings[id];
        if (s.state != SpendingState.Proposed && s.state != SpendingState.Approved) return s.state;
        if (s.proposer != (s.fromOffice ? countryKey(s.town) : townKey(s.town))) return SpendingState.Lapsed;
        if (block.timestamp >= s.lapsesAt) return SpendingState.Lapsed;
        if (s.state == SpendingState.Proposed) return s.state;
        return s.approver != _approver(s) ? SpendingState.Lapsed : s.state;
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
        bytes memory data =
            bySignature
                ? abi.encodeCall(
                    ITownTreasury.objectWithSignature,
                    (id, uint16(number), signed(by, address(treasury), "One Small Town treasury", _hashOf(id, number)))
                )
                : abi.encodeCall(ITownTreasury.object, (id, uint16(number)));
        requireOutcome(attempt(bySignature ? rollPerson() : by, address(treasury), data), foretold, "objectToSpending");
        if (foretold != 0) return;

        objected[id][number] = true;
        s.objections++;
        succeed("objectToSpending");
        if (s.objections < 3 || s.objections * 5 < s.active) return;
        s.state = SpendingState.Blocked;
        reach("state: spending blocked");
    }

    function _whyNotObject(uint256 id, uint256 number, bool byOwner, bool bySignature) private view returns (bytes4) {
        Spending storage s = spendings[id];
        if (s.state != SpendingState.Approved) return ITownTreasury.TownTreasuryWrongState.selector;
        if (block.timestamp >= s.payableFrom) return ITownTreasury.TownTreasuryObjectionsOver.selector;
        if (!byOwner && bySignature) return ITownTreasury.TownTreasuryNotSigned.selector;
        if (!byOwner) return ITownTreasury.TownTreasuryNotMember.selector;
        if (s.sheet == 0 || !wasActive(s.town, s.sheet - 1, number)) {
            return ITownTreasury.TownTreasuryNotActive.selector;
        }
        return objected[id][number] ? ITownTreasury.TownTreasuryObjectedAlready.selector : bytes4(0);
    }

    function _whyNotPayable(uint32 town, address payee) private view returns (bytes4) {
        if (!isActive(town)) return ITownRegistry.TownRegistryDormant.selector;
        bool fit = payee != address(0) && payee != address(treasury) && !holdsKey(payee);
        return fit ? bytes4(0) : ITownTreasury.TownTreasuryBadPayee.selector;
    }

    function _hashOf(uint256 id, uint256 number) private pure returns (bytes32) {
        return keccak256(abi.encode(_OBJECTION, id, number));
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
