// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title HoursHandler: people join, hours are submitted, finalised and claimed, money comes in for members
abstract contract HoursHandler is Ghosts {
    /// @dev The registrar attests a resident anew, who joins with it if they have not yet.
    function admit(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        address[] storage waiting = joiners[town];
        if (waiting.length == 0) return;
        address wallet = waiting[waiting.length - 1];
        waiting.pop();
        uint256 until = block.timestamp + 1 days + roll(60 days);

        attestResident(town, wallet, uint40(until), true);

        known[wallet].until = until;
        join(wallet, town);
        succeed("admit");
    }

    function submit(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        Hours storage h = hoursOf[town];
        if (h.reviewEnds != 0) return;
        uint256 week = _rollOpenWeek(town);
        bytes memory quarters = _rollQuarters(h, week);

        submitTimesheet(town, uint16(week), quarters);

        h.pending = quarters;
        h.pendingWeek = week;
        h.reviewEnds = block.timestamp + 2 days;
        succeed("submit");
    }

    /// @dev An ambassador rejects; not too often, or no timesheet would ever be finalised.
    function reject(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        Hours storage h = hoursOf[town];
        if (h.reviewEnds != 0 && roll(2) == 0) return;

        bytes4 foretold;
        if (h.reviewEnds == 0) foretold = IContributions.ContributionsNothingPending.selector;
        else if (block.timestamp >= h.reviewEnds) foretold = IContributions.ContributionsReviewOver.selector;

        address caller = roll(2) == 0 ? officers[town].townAmbassador : officers[town].countryAmbassador;
        bytes memory data = abi.encodeCall(IContributions.reject, (town, bytes32("reason")));
        requireOutcome(attempt(caller, address(contributions), data), foretold, "reject");
        if (foretold != 0) return;

        h.reviewEnds = 0;
        succeed("reject");
    }

    function finalise(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        Hours storage h = hoursOf[town];
        if (block.timestamp < h.reviewEnds && roll(4) != 0) vm.warp(h.reviewEnds);

        bytes4 foretold;
        if (h.reviewEnds == 0) foretold = IContributions.ContributionsNothingPending.selector;
        else if (block.timestamp < h.reviewEnds) foretold = IContributions.ContributionsReviewRuns.selector;

        bytes memory data = abi.encodeCall(IContributions.finalise, (town));
        requireOutcome(attempt(rollPerson(), address(contributions), data), foretold, "finalise");
        if (foretold != 0) return;

        _finaliseGhost(town);
        succeed("finalise");
    }

    function fund(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        uint16 weeks_ = uint16(1 + roll(roll(2) == 0 ? 4 : 52));
        uint256 amount = roll(roll(2) == 0 ? 100 : 1e12);

        fundMembers(town, rollPerson(), amount, weeks_);

        fundGhost(town, amount, weeks_);
        succeed("fund");
    }

    /// @dev Anyone claims for anybody, with repetitions and numbers that were never given.
    function claimHours(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        uint256 sheets = hoursOf[town].sheets.length;
        uint16 upTo = uint16(roll(4) == 0 ? roll(sheets + 2) : sheets);
        uint16[] memory numbers = new uint16[](1 + roll(6));
        for (uint256 i = 0; i < numbers.length; i++) {
            numbers[i] = uint16(roll(hoursOf[town].wallets.length + 2));
        }
        bool given = numbers[0] > 0 && numbers[0] <= hoursOf[town].wallets.length;
        if (given && roll(4) == 0) refusePerson(hoursOf[town].wallets[numbers[0] - 1]);
        (uint256[] memory dollars, uint256[] memory infinities) = _balances(town);

        bytes4 foretold;
        if (upTo > sheets) foretold = IContributions.ContributionsNoSuchTimesheet.selector;
        bytes memory data = abi.encodeCall(IContributions.claim, (town, numbers, upTo));
        requireOutcome(attempt(rollPerson(), address(contributions), data), foretold, "claimHours");
        if (foretold != 0) return;

        for (uint256 i = 0; i < numbers.length; i++) {
            _claimGhost(town, numbers[i], upTo, dollars, infinities);
        }
        _requireBalances(town, dollars, infinities);
    }

    /// @dev The currency accepts a member again, and kept cash is paid.
    function claimKeptCash(uint256 seed) external handler(seed) {
        uint32 town = _rollTown();
        Hours storage h = hoursOf[town];
        for (uint256 number = 1; number <= h.wallets.length; number++) {
            uint256 amount = keptCash[town][number];
            if (amount == 0) continue;
            address wallet = h.wallets[number - 1];
            dollar.setRefused(wallet, false);
            uint256 before = dollar.balanceOf(wallet);

            contributions.claimKept(town, uint16(number));

            keptCash[town][number] = 0;
            h.paid += amount;
            vm.assertEq(dollar.balanceOf(wallet) - before, amount, "1: what was kept is paid");
            succeed("claimKeptCash");
            return;
        }
    }

    /// @dev Members burn some of their INFINITY.
    function burnInfinity(uint256 seed) external handler(seed) {
        address holder = _rollInfinityHolder();
        if (holder == address(0)) return;
        uint256 amount = 1 + roll(infinity.balanceOf(holder));

        bytes memory data = abi.encodeWithSignature("burn(uint256)", amount);
        requireOutcome(attempt(holder, address(infinity), data), 0, "burnInfinity");

        burnt += amount;
        succeed("burnInfinity");
    }

    /// @dev Members send INFINITY to others, and some by mistake to Contributions.
    function sendInfinity(uint256 seed) external handler(seed) {
        address holder = _rollInfinityHolder();
        if (holder == address(0)) return;
        uint256 amount = roll(infinity.balanceOf(holder));
        address to = roll(3) == 0 ? address(contributions) : rollPerson();

        vm.prank(holder);
        infinity.transfer(to, amount);

        if (to == address(contributions)) givenInfinity += amount;
        succeed("sendInfinity");
    }

    function _finaliseGhost(uint32 town) private {
        Hours storage h = hoursOf[town];
        uint256 active;
        for (uint256 i = 0; i < h.pending.length; i++) {
            uint256 quarters = uint8(h.pending[i]);
            minted += (quarters / 12) * 1e18;
            if (quarters >= 12) active++;
        }
        uint256 available = h.carry;
        for (uint256 i = 0; i < h.streams.length; i++) {
            if (h.streams[i].left == 0) continue;
            h.streams[i].left--;
            available += h.streams[i].perWeek;
        }
        uint256 cashPerActive = active == 0 ? 0 : available / active;
        h.carry = available - cashPerActive * active;
        h.sheets.push(Sheet({quarters: h.pending, available: available, active: active, cashPerActive: cashPerActive}));
        h.reviewEnds = 0;
        done[town][h.pendingWeek] = true;
    }

    /// @dev What one number of a claim must change, added to the balances from before.
    function _claimGhost(
        uint32 town,
        uint256 number,
        uint256 upTo,
        uint256[] memory dollars,
        uint256[] memory infinities
    ) private {
        Hours storage h = hoursOf[town];
        if (number == 0 || number > h.wallets.length || cursor[town][number] >= upTo) return;
        (uint256 infinities_, uint256 cash) = earned(town, number, cursor[town][number], upTo);
        cursor[town][number] = upTo;

        infinities[number - 1] += infinities_;
        if (dollar.refuses(h.wallets[number - 1])) {
            keptCash[town][number] += cash;
        } else {
            dollars[number - 1] += cash;
            h.paid += cash;
        }
        if (infinities_ > 0) succeed("claimHours");
    }

    function _balances(uint32 town) private view returns (uint256[] memory dollars, uint256[] memory infinities) {
        address[] memory wallets = hoursOf[town].wallets;
        dollars = new uint256[](wallets.length);
        infinities = new uint256[](wallets.length);
        for (uint256 i = 0; i < wallets.length; i++) {
            dollars[i] = dollar.balanceOf(wallets[i]);
            infinities[i] = infinity.balanceOf(wallets[i]);
        }
    }

    function _requireBalances(uint32 town, uint256[] memory dollars, uint256[] memory infinities) private view {
        (uint256[] memory dollarsNow, uint256[] memory infinitiesNow) = _balances(town);
        for (uint256 i = 0; i < dollars.length; i++) {
            vm.assertEq(dollarsNow[i], dollars[i], "1: each member is paid exactly the cash earned");
            vm.assertEq(infinitiesNow[i], infinities[i], "2: each member is paid exactly the INFINITY earned");
        }
    }

    function _rollTown() internal returns (uint32) {
        return uint32(1 + roll(TOWNS));
    }

    /// @dev A week that may be submitted; time passes until there is one.
    function _rollOpenWeek(uint32 town) private returns (uint256) {
        uint256 start = roll(8);
        for (uint256 i = 0; i < 8; i++) {
            uint256 week = currentWeek() - 1 - ((start + i) % 8);
            // Weeks before anybody joined are open too, but only rarely worth a timesheet.
            bool early = week < hoursOf[town].joinedIn[0];
            if (!done[town][week] && (!early || roll(16) == 0)) return week;
        }
        uint256 next = currentWeek();
        vm.warp((next + 1) * 7 days + 4 days);
        return next;
    }

    /// @dev Random hours of those who had joined, many of them around three hours; the coordinator, number 1, has none.
    function _rollQuarters(Hours storage h, uint256 week) private returns (bytes memory quarters) {
        uint256 last;
        while (last < h.joinedIn.length && h.joinedIn[last] <= week) last++;
        quarters = new bytes(
            last == 0
                ? roll(3)
                : roll(8) == 0
                    ? roll(last + 1)
                    : last + roll(3)
        );
        for (uint256 i = 1; i < quarters.length && i < last; i++) {
            quarters[i] = bytes1(uint8(roll(2) == 0 ? 10 + roll(4) : roll(256)));
        }
    }

    function _rollInfinityHolder() private returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            address wallet = people[(start + i) % people.length];
            if (infinity.balanceOf(wallet) > 0) return wallet;
        }
        return address(0);
    }
}
