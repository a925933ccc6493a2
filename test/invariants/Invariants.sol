// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title Invariants: what must hold after every call, numbered as in README.md
abstract contract Invariants is Ghosts {
    /// @notice 1: for each contract and currency, what is held is at least what is owed, less what the currency took.
    function requireHeldCoversOwed() external view {
        for (uint32 town = 1; town <= TOWNS; town++) {
            requireBalance(town, address(contributions), _owedToMembers(town), "1: members");
            requireBalance(town, address(treasury), fundOf[town] + officeOf[town], "1: treasury");
            requireBalance(town, address(splitter), keptIn(town), "1: splitter");
            requireBalance(town, address(releases), 0, "1: releases");
            requireBalance(town, address(division), _owedByDivision(town), "1: division");
            uint256 owed;
            for (uint256 id = 1; id < sales.length; id++) {
                bool here = sales[id].town == town;
                if (here) owed += _owedByEscrow(id);
                requireBalance(town, address(sales[id].token), here ? _owedToHolders(id) : 0, "1: dividends");
            }
            requireBalance(town, address(offerings), owed, "1: escrow");
            vm.assertEq(treasury.fundOf(town), fundOf[town], "1: fund of a town");
        }
        vm.assertEq(
            infinity.balanceOf(address(contributions)),
            _infinityOwed(1) + _infinityOwed(2) + givenInfinity,
            "1: INFINITY held covers what is unclaimed"
        );
    }

    /// @notice 2: INFINITY ever minted is 1e18 × the shifts of all finalised timesheets; supply is that less burnt.
    function requireInfinityIsShifts() external view {
        vm.assertEq(infinity.totalSupply(), minted - burnt, "2: supply is minted less burnt");
    }

    /// @notice 3: the balances of a share token sum to its supply, which is what was sold and not given back.
    function requireSharesAddUp() external view {
        for (uint256 id = 1; id < sales.length; id++) {
            IInvestorToken token = sales[id].token;
            uint256 sum;
            for (uint256 i = 0; i < people.length; i++) {
                uint256 balance = token.balanceOf(people[i]);
                vm.assertEq(balance, held[id][people[i]], "3: a balance is what was bought and received");
                sum += balance;
            }
            vm.assertEq(sum, token.totalSupply(), "3: balances sum to the supply");
            vm.assertEq(sum, sales[id].sold, "3: the supply is what was sold");
        }
    }

    /// @notice 4: cash of a timesheet never exceeds what was available, and less than one unit each is carried on.
    function requireCashFits() external view {
        for (uint32 town = 1; town <= TOWNS; town++) {
            Sheet[] storage sheets = hoursOf[town].sheets;
            vm.assertEq(contributions.poolOf(town).timesheets, sheets.length, "4: as many timesheets as finalised");
            vm.assertEq(contributions.poolOf(town).carry, hoursOf[town].carry, "4: the carry is what is left");
            for (uint256 i = sheets.length > 3 ? sheets.length - 3 : 0; i < sheets.length; i++) {
                uint256 given = contributions.timesheetAt(town, i).cashPerActive * sheets[i].active;
                vm.assertLe(given, sheets[i].available, "4: no more than what was available");
                if (sheets[i].active == 0) continue;
                vm.assertLt(sheets[i].available - given, sheets[i].active, "4: the rest is less than one unit each");
            }
        }
    }

    /// @notice 5: dividends credited and the remainder sum to what was deposited, whatever was transferred.
    function requireDividendsAddUp() external view {
        for (uint256 id = 1; id < sales.length; id++) {
            IInvestorToken token = sales[id].token;
            uint256 sum = token.ledger().remainder;
            if (sales[id].phase != Phase.Settled) {
                vm.assertEq(token.ledger().perShare + sum, 0, "5: locked shares have no dividends");
                continue;
            }
            for (uint256 i = 0; i < people.length; i++) {
                uint256 claimable = token.claimable(people[i]);
                uint256 paid = paidDividend[id][people[i]];
                vm.assertEq(claimable + paid, credited[id][people[i]], "5: a holder's credit is as each deposit gave");
                sum += claimable + paid;
            }
            vm.assertEq(sum, sales[id].deposited, "5: credited and remainder are what was deposited");
        }
    }

    /// @notice 6: a town's members are never paid more than was paid in for them, whatever another town has.
    function requirePaidWithinFunded() external view {
        for (uint32 town = 1; town <= TOWNS; town++) {
            Hours storage h = hoursOf[town];
            vm.assertLe(h.paid + h.surrendered, h.funded, "6: paid within funded");
        }
    }

    /// @notice 7: phases follow from time and shares sold, and nothing is sold above what is on offer.
    function requirePhasesFollow() external view {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            vm.assertEq(uint256(offerings.phaseOf(id)), uint256(s.phase), "7: the phase follows from time and sold");
            uint256 supply = s.token.totalSupply();
            vm.assertLe(supply, s.cap, "7: never above the cap");
            bool later = s.phase == Phase.Country || s.phase == Phase.World || s.scope > Tier.Local;
            if (later) vm.assertLe(supply, s.goal, "7: outsiders fill the shortfall, no more");
            if (s.scope != Tier.None) vm.assertGe(supply, s.goal, "7: a success reached its goal");
        }
    }

    /// @notice 8: everybody who holds a share was, when it came, near enough to the town.
    function requireHoldersWithinScope() external view {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            bool open = isLive(s.phase) || s.phase == Phase.Failed;
            Tier widest =
                !open
                    ? s.scope
                    : s.phase == Phase.Failed
                        ? Tier.World
                        : Tier(uint8(s.phase));
            for (uint256 i = 0; i < people.length; i++) {
                if (held[id][people[i]] == 0) continue; // its balance, by 3
                if (inherits[people[i]]) continue; // what a person left goes wherever the heir lives
                vm.assertTrue(bestTier(people[i], s.town) != Tier.None, "8: no stranger holds a share");
                vm.assertTrue(bestTier(people[i], s.town) <= widest, "8: nobody beyond the scope holds a share");
            }
        }
    }

    /// @notice 9: shares of a failed sale stay locked, unlocked shares are those of a settled one.
    function requireFailedStaysLocked() external view {
        for (uint256 id = 1; id < sales.length; id++) {
            Tier scope = sales[id].token.ledger().scope;
            vm.assertTrue(
                (scope != Tier.None) == (sales[id].phase == Phase.Settled),
                "9: unlocked exactly when settled"
            );
            vm.assertTrue(scope == Tier.None || scope == sales[id].scope, "9: unlocked within the scope of the phase");
        }
    }

    /// @notice 10: of every deposit members and fund get at least 6,000 basis points, investors at most 4,000.
    function requireCommunityFloor() external view {
        for (uint256 i = deposits.length > 3 ? deposits.length - 3 : 0; i < deposits.length; i++) {
            Deposit storage d = deposits[i];
            vm.assertGe(d.community * 10_000, d.amount * 6_000, "10: members and town fund");
            vm.assertLe(d.investors * 10_000, d.amount * 4_000, "10: investors");
        }
    }

    /// @dev To the members of a town: what is to come, what is unclaimed, what was refused.
    function _owedToMembers(uint32 town) private view returns (uint256 owed) {
        Hours storage h = hoursOf[town];
        owed = h.carry;
        for (uint256 i = 0; i < h.streams.length; i++) {
            owed += h.streams[i].perWeek * h.streams[i].left;
        }
        for (uint256 number = 1; number <= h.wallets.length; number++) {
            (, uint256 cash) = earned(town, number, cursor[town][number], h.sheets.length);
            owed += cash + keptCash[town][number];
        }
    }

    function _infinityOwed(uint32 town) private view returns (uint256 owed) {
        Hours storage h = hoursOf[town];
        for (uint256 number = 1; number <= h.wallets.length; number++) {
            (uint256 infinities, ) = earned(town, number, cursor[town][number], h.sheets.length);
            owed += infinities;
        }
    }

    /// @dev To those who worked last in a town: parts not claimed or refused, and what is left over for the next division.
    function _owedByDivision(uint32 town) private view returns (uint256 owed) {
        owed = divisionRest[town];
        uint256 numbers = hoursOf[town].wallets.length;
        for (uint256 number = 1; number <= numbers; number++) {
            owed += keptPart[town][number];
            for (uint256 id = 1; id < divisions.length; id++) {
                Parted storage d = divisions[id];
                if (d.town == town && wasActive(town, d.sheet, number) && !partPaid[id][number]) owed += d.each;
            }
        }
    }

    /// @dev To buyers while a sale may fail or has failed, to the business once it has succeeded.
    function _owedByEscrow(uint256 id) private view returns (uint256 owed) {
        Sale storage s = sales[id];
        if (s.phase == Phase.Succeeded || s.phase == Phase.Settled) return s.raised - s.released;
        for (uint256 i = 0; i < people.length; i++) {
            owed += held[id][people[i]] * s.price + keptRefund[id][people[i]];
        }
    }

    function _owedToHolders(uint256 id) private view returns (uint256 owed) {
        owed = sales[id].remainder;
        for (uint256 i = 0; i < people.length; i++) {
            owed += credited[id][people[i]] - paidDividend[id][people[i]];
        }
    }
}
