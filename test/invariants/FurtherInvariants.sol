// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {ITownTreasury, SpendingState} from "../../contracts/profit/ITownTreasury.sol";
import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {IReleases} from "../../contracts/shares/IReleases.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {BenefitHandler} from "./BenefitHandler.sol";
import {TreasuryHandler} from "./TreasuryHandler.sol";

/// @title FurtherInvariants: what must hold after every call, numbered 11 and above as in README.md
abstract contract FurtherInvariants is BenefitHandler, TreasuryHandler {
    /// @notice 11: what a member has been paid for is every week up to their cursor, once, at each week's full share.
    function requireWeeksPaidOnce() external view {
        uint32 town = _sampleTown();
        Hours storage h = hoursOf[town];
        for (uint256 number = 1; number <= h.wallets.length; number++) {
            uint256 cursor_ = contributions.claimedUpTo(town, number);
            vm.assertGe(cursor_, cursor[town][number], "11: nobody is behind what they were paid for");
            for (uint256 i = h.sheets.length > 3 ? h.sheets.length - 3 : 0; i < h.sheets.length; i++) {
                bool paid = paidFor[town][number][h.sheets[i].week];
                vm.assertTrue(!paid || cursor_ > i, "11: what is paid cannot be paid again");
                bool lost = cursor_ > i && !paid && wasActive(town, i, number);
                vm.assertFalse(lost, "11: what was worked is not passed over");
            }
        }
    }

    /// @notice 12: a town's two keys are two wallets, and each is held by whom head office put there, or by head office.
    function requireTwoKeys() external view {
        for (uint32 town = 1; town <= TOWNS; town++) {
            address townKey_ = towns.townKeyOf(town);
            address countryKey_ = towns.countryKeyOf(town);
            vm.assertEq(townKey_, townKey(town), "12: the town's key");
            vm.assertEq(countryKey_, countryKey(town), "12: the country's key");
            vm.assertTrue(townKey_ == address(0) || townKey_ != countryKey_, "12: two keys are two wallets");
            vm.assertEq(towns.dormantSince(town), dormantSince(town), "12: a town is dormant by its older vacancy");
        }
        for (uint256 i = calls % 4; i < people.length; i += 4) {
            vm.assertTrue(authority.holdsKey(people[i]) == holdsKey(people[i]), "12: who holds a key");
        }
        vm.assertEq(authority.headOffice(), headOffice, "12: head office");
        uint64 business = businesses[calls % businesses.length];
        vm.assertEq(projects.projectOf(business).manager, managementOf[business].manager, "12: who manages");
        vm.assertEq(projects.projectOf(business).payout, managementOf[business].payout, "12: who is paid");
    }

    /// @notice 13: one person, one record, one wallet; a number stays with its person, and its present wallet.
    function requireOneRecordEach() external view {
        for (uint256 i = calls % 4; i < people.length; i += 4) {
            _requireRecord(people[i]);
        }
        for (uint32 town = 1; town <= TOWNS; town++) {
            address[] storage wallets = hoursOf[town].wallets;
            vm.assertEq(members.memberCount(town), wallets.length, "13: numbers are given once");
            for (uint256 number = 1; number <= wallets.length; number++) {
                (address wallet, uint16 joinedIn) = members.memberAt(town, number);
                vm.assertEq(wallet, wallets[number - 1], "13: a number belongs to its member's present wallet");
                vm.assertEq(joinedIn, hoursOf[town].joinedIn[number - 1], "13: nobody joined earlier than they did");
            }
        }
    }

    /// @notice 14: no finalised timesheet has hours of somebody who was not a member yet, or away.
    function requireHoursOfThosePresent() external view {
        uint32 town = _sampleTown();
        Sheet[] storage sheets = hoursOf[town].sheets;
        if (sheets.length == 0) return;
        uint256 index = calls % sheets.length;
        uint256 week = sheets[index].week;
        uint256[] storage joinedIn = hoursOf[town].joinedIn;
        for (uint256 number = 1; number <= joinedIn.length; number++) {
            uint256 quarters = contributions.quartersAt(town, index, number);
            if (quarters == 0) continue;
            vm.assertLe(joinedIn[number - 1], week, "14: hours of no member yet");
            vm.assertFalse(wasAway(town, number, week), "14: hours of who was away");
        }
        vm.assertEq(contributions.timesheetOf(town, uint16(week)), index + 1, "14: a week has one timesheet");
    }

    /// @notice 21: a town's electors are those of the busiest of four weeks, all of them members for eight full weeks.
    function requireElectorsAreNotNew() external view {
        uint32 town = _sampleTown();
        (uint256 timesheet, uint256 active) = contributions.electorsOf(town);
        (uint256 foretold, uint256 foretoldActive) = electorsOf(town);
        vm.assertTrue(timesheet == foretold && active == foretoldActive, "21: who worked in the busiest of four weeks");
        if (timesheet == 0) return;
        uint256[] storage joinedIn = hoursOf[town].joinedIn;
        for (uint256 number = 1; number <= joinedIn.length; number++) {
            if (contributions.quartersAt(town, timesheet - 1, number) < 12) continue;
            active--;
            vm.assertLt(joinedIn[number - 1] + 8, currentWeek(), "21: nobody new decides");
        }
        vm.assertEq(active, 0, "21: as many electors as were active");
    }

    /// @notice 15: nothing was handed out above what a week entitles to, or that its member has not signed for.
    function requireBenefitsWithinEntitlement() external view {
        for (uint256 i = redemptions.length > 5 ? redemptions.length - 5 : 0; i < redemptions.length; i++) {
            Redeemed storage r = redemptions[i];
            uint256 units = benefits.redeemedOf(r.benefit, r.week, r.number);
            vm.assertEq(units, redeemed[r.benefit][r.week][r.number], "15: handed out is what was signed for");
            vm.assertLe(units, entitlement(r.benefit, r.week, r.number), "15: never above the entitlement");
        }
    }

    /// @notice 16: what came into funds and offices is spent, held or surrendered to a division.
    function requireFundsAddUp() external view {
        uint256 heldNow;
        for (uint32 town = 1; town <= TOWNS; town++) {
            heldNow += treasury.fundOf(town) + treasury.officeOf(countryOf(town), towns.currencyOf(town));
        }
        vm.assertEq(fundIn, fundSpent + fundSurrendered + heldNow, "16: in is spent, held and surrendered");
        for (uint256 id = spendings.length > 5 ? spendings.length - 5 : 1; id < spendings.length; id++) {
            SpendingState state = treasury.stateOf(id);
            vm.assertEq(
                uint256(state),
                uint256(spendingState(id)),
                "16: a spending stands where its steps have led it"
            );
        }
    }

    /// @notice 26: of each fund three spendings at most are open, and each was approved where enough could object.
    function requireFewSpendingsOpen() external view {
        uint32 town = _sampleTown();
        vm.assertEq(treasury.openOf(town).length, openSpendings(town, false), "26: what is open of the town's fund");
        vm.assertEq(
            treasury.openOfOffice(countryOf(town), towns.currencyOf(town)).length,
            openSpendings(town, true),
            "26: what is open of the office's fund"
        );
        for (uint256 id = spendings.length > 5 ? spendings.length - 5 : 1; id < spendings.length; id++) {
            Spending storage s = spendings[id];
            ITownTreasury.Vote memory vote = treasury.voteOf(id, s.town);
            if (s.payableFrom == 0) continue;
            vm.assertEq(vote.objections, s.objections, "26: each objection counts once");
            vm.assertEq(vote.timesheet, s.sheet, "26: electors are those of the approval");
            vm.assertEq(vote.needed, s.needed, "26: so many block it");
            vm.assertGe(vote.electors, 3, "26: nothing is approved where too few could object");
        }
    }

    /// @notice 17: once a wind-up has begun nothing is asked for or released, and what is paid goes to the holders.
    function requireEscrowGoesToHolders() external view {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            vm.assertEq(releases.progressOf(id).windUpFrom, s.windUpFrom, "17: when a wind-up began");
            vm.assertEq(releases.progressOf(id).next, s.next, "17: tranches are released one by one");
            vm.assertEq(offerings.releasedOf(id), s.released, "17: what has left escrow was released or wound up");
            if (s.windUpFrom != 0) vm.assertEq(releases.requestOf(id).id, 0, "17: nothing is asked for any more");
        }
    }

    /// @notice 18: a town's money is divided after 365 days without one of its ambassadors, equally, once each.
    function requireEqualDivisions() external view {
        vm.assertEq(division.divisionCount(), divisions.length - 1, "18: no other division");
        for (uint256 id = divisions.length > 2 ? divisions.length - 2 : 1; id < divisions.length; id++) {
            Parted storage d = divisions[id];
            IFinalDivision.Division memory made = division.divisionOf(id);
            vm.assertEq(made.cashPerActive, d.each, "18: equal parts");
            vm.assertEq(made.timesheet, d.sheet, "18: to the electors");
            uint256 numbers = hoursOf[d.town].wallets.length;
            for (uint256 number = 1; number <= numbers; number++) {
                vm.assertTrue(division.isPaid(id, uint16(number)) == partPaid[id][number], "18: once each");
            }
        }
    }

    /// @notice 24: who asks for a business's money, is paid it or approves it bought none of its shares, and has no vote.
    /// @notice 25: what is said of a tranche stands for it, with each share once, and keeps the shares where they are.
    function requireVoicesAddUp() external view {
        if (sales.length == 1) return;
        uint256 id = 1 + (calls % (sales.length - 1));
        Sale storage s = sales[id];
        IReleases.Progress memory progress = releases.progressOf(id);
        (uint256 objecting, uint256 windingUp) = (0, 0);
        for (uint256 i = 0; i < people.length; i++) {
            address holder = people[i];
            if (isObjecting(id, holder)) objecting += votes[id][holder].objecting;
            windingUp += votes[id][holder].windingUp;
            bool holds = isHeld(id, holder);
            if (latest[s.business] == id)
                vm.assertTrue(releases.isHeld(s.business, holder) == holds, "25: what stands");
            if (holds)
                vm.assertLe(votes[id][holder].windingUp, held[id][holder], "25: nobody votes with what they lack");
            bool insider = isInsider(s.business, holder);
            vm.assertTrue(offerings.isInsider(s.business, holder) == insider, "24: who is an insider");
        }
        vm.assertEq(progress.objecting, objecting, "25: all that object to the next tranche");
        vm.assertEq(progress.windingUp, windingUp, "25: all that want to wind up");
        vm.assertEq(progress.askableFrom, s.askableFrom, "25: when a blocked tranche can be asked for again");
        if (s.phase != Phase.Settled) return;
        IReleases.Tally memory tally = releases.tallyOf(id);
        Count memory c = countVotes(id);
        bool counted = tally.objecting == c.objecting && tally.windingUp == c.windingUp;
        vm.assertTrue(counted && tally.votable == c.votable, "24: insiders count on neither side");
        vm.assertEq(tally.blockingPart, c.part, "25: a third from the second time on");
    }

    /// @notice 20: a key is held by whom head office appointed, or both ambassadors gave it to, each with their word; by
    /// nobody else, and by nobody after the successor has taken over.
    function requireKeysAccepted() external view {
        for (uint256 i = calls % 4; i < people.length; i += 4) {
            bytes32 key = keyNow(people[i]);
            vm.assertEq(authority.keyOf(people[i]), key, "20: who holds which key");
            if (key == 0 || key == Roles.HEAD_OFFICE) continue;
            vm.assertTrue(authority.hasRole(key, people[i]), "20: a key is a role");
        }
        for (uint32 town = 1; town <= TOWNS; town++) {
            Named memory n = namedIn[town];
            if (n.wallet == address(0)) continue;
            vm.assertTrue(authority.isNamed(n.role, n.wallet) == isNamedNow(town), "20: what waits for a confirmation");
        }
    }

    function _requireRecord(address wallet) private view {
        Known storage k = known[wallet];
        IMemberRegistry.Person memory person = members.personOf(wallet);
        vm.assertEq(person.country, k.country, "13: country");
        vm.assertEq(person.town, k.town, "13: town");
        vm.assertEq(person.number, k.number, "13: number");
        vm.assertTrue(person.left == k.left && person.suspended == k.suspended, "13: left and suspended");
        if (k.country != 0) vm.assertEq(members.walletOf(k.idCountry, k.id), wallet, "13: one person, one wallet");
        for (uint32 town = 1; town <= TOWNS; town++) {
            vm.assertEq(uint256(members.tierOf(wallet, town)), uint256(tierNow(wallet, town)), "13: how near they are");
        }
    }

    function _sampleTown() private view returns (uint32) {
        return uint32(1 + (calls % TOWNS));
    }
}
