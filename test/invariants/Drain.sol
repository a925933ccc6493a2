// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITownTreasury} from "../../contracts/profit/ITownTreasury.sol";
import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {DivisionHandler} from "./DivisionHandler.sol";
import {EscrowHandler} from "./EscrowHandler.sol";

/// @title Drain: at the end of a run everybody takes what is theirs, without a single ambassador
/// @dev Invariant 19. The town's currency accepts everybody again and gives back what it took, time passes, ambassadors
/// are gone; the rest anybody can do. One town goes first, while the other's currency lets nothing through.
abstract contract Drain is DivisionHandler, EscrowHandler {
    /// @notice Plays the end, and requires that nothing is left but what is named in README.md.
    function drain() external {
        uint32 first = uint32(1 + (calls % TOWNS));
        currencyOf(3 - first).setFails(true);
        _drain(first);
        _drain(3 - first);
        vm.assertEq(infinity.balanceOf(address(contributions)), givenInfinity, "19: nothing is locked, INFINITY");
    }

    function _drain(uint32 town) private {
        _makeFriendly(town);
        vm.warp(block.timestamp + 440 days); // the latest sale has ended a year ago
        judgeAll();
        _endSales(town);
        _endWindUps(town);
        _passOnKept(town);
        if (hoursOf[town].reviewEnds != 0) contributions.finalise(town);
        _endTown(town);
        _endOffices(town);
        _claimEverything(town);
        _requireNothingLocked(town);
    }

    function _makeFriendly(uint32 town) private {
        currencyOf(town).setFails(false);
        currencyOf(town).setFee(0);
        for (uint256 i = 0; i < people.length; i++) {
            currencyOf(town).setRefused(people[i], false);
        }
        address[] memory holders = moneyHolders();
        for (uint256 i = 0; i < holders.length; i++) {
            currencyOf(town).makeGood(holders[i]);
        }
    }

    function _endSales(uint32 town) private {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            if (s.town != town) continue;
            if (s.phase == Phase.Succeeded) offerings.settle(id);
            bool succeeded = s.phase == Phase.Succeeded || s.phase == Phase.Settled;
            if (succeeded && s.windUpFrom == 0 && s.raised > s.released) releases.windUp(id);
            if (s.phase == Phase.Failed) offerings.refund(id, people);
            for (uint256 i = 0; i < people.length; i++) {
                offerings.claimKept(id, people[i]);
            }
        }
    }

    function _endWindUps(uint32 town) private {
        vm.warp(block.timestamp + 14 days);
        for (uint256 id = 1; id < sales.length; id++) {
            if (sales[id].town == town && sales[id].raised > sales[id].released) releases.payWindUp(id);
        }
    }

    /// @dev Parts of profits that were kept reach their receivers.
    function _passOnKept(uint32 town) private {
        for (uint256 id = 1; id < keptParts.length; id++) {
            if (uint32(keptParts[id].business >> 32) == town && !passedOn[id]) splitter.passOn(id);
        }
    }

    /// @dev The ambassadors are gone, and nobody follows: what the town has is divided.
    function _endTown(uint32 town) private {
        bool hadBoth = dormantSince(town) == 0;
        vm.startPrank(headOffice);
        while (towns.townAmbassadorOf(town) != address(0)) towns.removeTownAmbassador(town);
        bytes32 country = Roles.countryAmbassador(countryOf(town));
        for (uint256 i = 0; i < 2; i++) {
            (address holder, ) = authority.ambassadorOf(country);
            if (holder != address(0)) towns.removeCountryAmbassador(countryOf(town));
        }
        vm.stopPrank();
        vm.warp(block.timestamp + 365 days - 1);
        bytes memory data = abi.encodeCall(IFinalDivision.divide, (town));
        bytes4 early = IFinalDivision.FinalDivisionTooEarly.selector;
        if (hadBoth) requireOutcome(attempt(address(this), address(division), data), early, "18: too early");
        vm.warp(block.timestamp + 1);
        (, uint256 active) = contributions.electorsOf(town);
        if (active > 0 && _dividable(town) >= active) division.divide(town);
    }

    /// @dev What is left in the treasury is for new ambassadors to spend, with head office: country offices outlive towns.
    function _endOffices(uint32 town) private {
        address resident = personNamed(string.concat("last resident ", vm.toString(uint256(town))));
        address country = personNamed(string.concat("last country ambassador ", vm.toString(uint256(town))));
        vm.startPrank(headOffice);
        towns.appointNominee(
            town,
            ITownRegistry.Nominee(resident, uint40(block.timestamp + 365 days), personIdOf(resident)),
            accepted(Roles.townAmbassador(town), resident)
        );
        bytes32 role = Roles.countryAmbassador(countryOf(town));
        towns.appointCountryAmbassador(countryOf(town), country, accepted(role, country));
        vm.stopPrank();
        vm.warp(block.timestamp + 7 days);
        uint256 ofOffice = _agreeOn(town, true);
        uint256 ofTown = _agreeOn(town, false);
        vm.warp(block.timestamp + 7 days);
        if (ofOffice != 0) treasury.execute(ofOffice);
        if (ofTown != 0) treasury.execute(ofTown);
    }

    function _agreeOn(uint32 town, bool fromOffice) private returns (uint256 spending) {
        uint256 amount =
            fromOffice ? treasury.officeOf(countryOf(town), towns.currencyOf(town)) : treasury.fundOf(town);
        if (amount == 0 || !_isAsked(town, fromOffice)) return 0;
        (address townKey_, address countryKey_) = (towns.townKeyOf(town), towns.countryKeyOf(town));
        uint64 project = (uint64(town) << 32) | 1;
        address payee = personNamed("last payee");
        vm.prank(fromOffice ? countryKey_ : townKey_);
        spending =
            fromOffice
                ? treasury.proposeFromOffice(project, uint96(amount), payee, documentOf("last"))
                : treasury.propose(project, uint96(amount), payee, documentOf("last"));
        vm.prank(fromOffice ? headOffice : countryKey_);
        treasury.approve(
            spending,
            ITownTreasury.Content({
                project: project,
                fromOffice: fromOffice,
                payee: payee,
                amount: uint96(amount),
                document: documentOf("last").hash
            })
        );
    }

    /// @dev Whether there are electors enough to approve anything, who for an office are those of a town that paid.
    function _isAsked(uint32 town, bool fromOffice) private view returns (bool) {
        (, uint256 electors) = contributions.electorsOf(town);
        return electors >= 3 && (!fromOffice || treasury.paysSince(town) != 0);
    }

    function _claimEverything(uint32 town) private {
        uint16[] memory numbers = new uint16[](members.memberCount(town));
        for (uint256 i = 0; i < numbers.length; i++) {
            numbers[i] = uint16(i + 1);
        }
        contributions.claim(town, numbers, contributions.poolOf(town).timesheets);
        for (uint256 id = 1; id <= division.divisionCount(); id++) {
            if (division.divisionOf(id).town == town) division.claim(id, numbers);
        }
        for (uint256 i = 0; i < numbers.length; i++) {
            contributions.claimKept(town, numbers[i]);
            division.claimKept(town, numbers[i]);
        }
        for (uint256 id = 1; id < sales.length; id++) {
            if (sales[id].town == town) _claimDividends(sales[id].token);
        }
    }

    /// @dev What wallets held that others follow goes to them first; three passes, for lines of followers.
    function _claimDividends(IInvestorToken token) private {
        for (uint256 i = 0; i < 3 * people.length; i++) {
            address wallet = people[i % people.length];
            if (successorOf[wallet] != address(0)) token.moveToSuccessor(wallet);
        }
        for (uint256 i = 0; i < people.length; i++) {
            token.claim(people[i]);
        }
    }

    /// @dev Each contract holds what was sent to it by mistake, and less than one unit for each who shares.
    function _requireNothingLocked(uint32 town) private view {
        (, uint256 active) = contributions.electorsOf(town);
        uint256 left = _dividable(town);
        // Where nobody ever worked, money for members waits for the first who do.
        vm.assertTrue(active == 0 || left < active, "19: a division leaves less than a unit each");
        address ofHours = address(contributions);
        uint256 heldForHours = _heldBeyondGiven(town, ofHours) + _heldBeyondGiven(town, address(division));
        vm.assertEq(heldForHours, left - treasury.fundOf(town), "19: nothing is locked, members");
        vm.assertEq(_heldBeyondGiven(town, address(offerings)), 0, "19: nothing is locked, escrow");
        vm.assertEq(_heldBeyondGiven(town, address(treasury)), _waiting(town), "19: nothing is locked, treasury");
        vm.assertEq(_heldBeyondGiven(town, address(splitter)), 0, "19: nothing is locked, splitter");
        vm.assertEq(_heldBeyondGiven(town, address(releases)), 0, "19: nothing is locked, releases");
        for (uint256 id = 1; id < sales.length; id++) {
            if (sales[id].town != town) continue;
            uint256 remainder = sales[id].token.ledger().remainder;
            uint256 dividends = _heldBeyondGiven(town, address(sales[id].token));
            vm.assertEq(dividends, remainder, "19: nothing is locked, dividends");
            uint256 supply = sales[id].token.totalSupply();
            vm.assertTrue(remainder == 0 || remainder < supply, "19: dividends leave less than a unit a share");
        }
    }

    /// @dev What waits in the treasury until there are enough electors to be asked.
    function _waiting(uint32 town) private view returns (uint256 amount) {
        if (!_isAsked(town, false)) amount += treasury.fundOf(town);
        if (!_isAsked(town, true)) amount += treasury.officeOf(countryOf(town), towns.currencyOf(town));
    }

    function _heldBeyondGiven(uint32 town, address holder) private view returns (uint256) {
        return currencyOf(town).balanceOf(holder) - givenTo[town][holder];
    }

    /// @dev What a division of a town would share out now.
    function _dividable(uint32 town) private view returns (uint256 amount) {
        amount = contributions.poolOf(town).undivided + treasury.fundOf(town) + division.remainderOf(town);
    }
}
