// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title HoursHandler: hours are submitted, amended, finalised and claimed, money comes in for members
abstract contract HoursHandler is Ghosts {
    /// @dev What members have after a claim, and what is left for those who come later in it.
    struct Claim {
        uint256[] money;
        uint256[] infinities;
        uint256 left;
    }

    /// @dev A coordinator submits a week: mostly right, now and then one that is closed, or with somebody's hours that
    /// cannot be.
    function submit(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        Hours storage h = hoursOf[town];
        address by = roll(3) == 0 ? assistant[town] : officers[town].coordinator;
        if (h.reviewEnds != 0 || by == address(0)) return;
        uint256 week = _rollWeekToSubmit(town);
        bytes memory quarters = _rollQuarters(town, week, by);

        bytes4 foretold = _whyNot(town, week, by, quarters);
        bytes memory data = abi.encodeCall(
            IContributions.submit,
            (town, uint16(week), quarters, documentOf("evidence"))
        );
        requireOutcome(attempt(by, address(contributions), data), foretold, "14: hours of who was there");
        _countRefusal(foretold);
        if (foretold != 0) return;

        bool passedOver = passesOver(town, week);
        (h.pendingWeek, h.submitter, h.writer) = (week, _ownNumber(town, by), by);
        h.jumpSince = passedOver ? block.timestamp : 0;
        _reviewGhost(town, quarters, 4 days);
        if (passedOver && h.sheets.length > 0) reach("state: weeks passed over");
        succeed("submit");
    }

    /// @dev The other coordinator writes other hours for a few members, or the Town Ambassador those of who submitted.
    function amend(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        Hours storage h = hoursOf[town];
        address by = officers[town].coordinator;
        if (h.writer == by ? roll(4) != 0 : roll(4) == 0) by = assistant[town];
        bool asAmbassador = roll(3) == 0;
        if (asAmbassador) by = townKey(town);
        if (by == address(0)) return;
        uint16[] memory numbers = new uint16[](1 + roll(2));
        numbers[0] = uint16(1 + roll(h.wallets.length));
        if (asAmbassador && h.submitter != 0 && roll(4) != 0) numbers[0] = uint16(h.submitter);
        if (numbers.length == 2) numbers[1] = uint16(numbers[0] + 1 + roll(2));
        bytes memory quarters = new bytes(numbers.length);
        for (uint256 i = 0; i < quarters.length; i++) {
            quarters[i] = bytes1(uint8(roll(30)));
        }
        bytes memory sheet = _amended(h.pending, numbers, quarters);

        bytes4 foretold = _whyNotAmend(town, by, numbers, sheet);
        bytes memory data = abi.encodeCall(IContributions.amend, (town, numbers, quarters));
        requireOutcome(attempt(by, address(contributions), data), foretold, "14: nobody writes their own hours");
        _countRefusal(foretold);
        if (foretold != 0) return;

        if (!asAmbassador) h.writer = by;
        _reviewGhost(town, sheet, 3 days);
        succeed(asAmbassador ? "amend as Town Ambassador" : "amend");
    }

    /// @dev An ambassador or head office rejects; not too often, or no timesheet would ever be finalised.
    function reject(uint256 seed) external handler(seed) {
        uint32 town = _rollReviewed();
        Hours storage h = hoursOf[town];
        address[3] memory callers = [townKey(town), countryKey(town), headOffice];
        address caller = callers[roll(3)];
        if (caller == address(0) || (h.reviewEnds != 0 && roll(2) == 0)) return;

        bytes4 foretold;
        if (h.reviewEnds == 0) foretold = IContributions.ContributionsNothingPending.selector;
        else if (block.timestamp >= h.reviewEnds) foretold = IContributions.ContributionsReviewOver.selector;

        bytes memory data = abi.encodeCall(IContributions.reject, (town, bytes32("reason")));
        requireOutcome(attempt(caller, address(contributions), data), foretold, "reject");
        if (foretold != 0) return;

        h.reviewEnds = 0;
        openUntil[town][h.pendingWeek] = block.timestamp + 7 days;
        if (!isActive(town)) reach("state: rejected while dormant");
        succeed("reject");
    }

    function finalise(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
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
        uint32 town = rollTown();
        uint16 weeks_ = uint16(1 + roll(roll(2) == 0 ? 4 : 52));
        uint256 amount = roll(roll(2) == 0 ? 100 : 1e12);

        vm.assertEq(contributions.fundedFrom(town), fundedFrom(town), "22: money begins after the open weeks");
        bytes4 foretold = whyNotPayIn(town, amount);
        bytes memory data = abi.encodeCall(IContributions.fund, (town, amount, weeks_));
        address target = address(contributions);
        requireOutcome(attemptToPay(rollPerson(), target, town, amount, data), foretold, "fund");
        if (foretold != 0) return;

        fundGhost(town, amount, weeks_);
        succeed("fund");
    }

    /// @dev Anyone claims for anybody, with repetitions and numbers that were never given.
    function claimHours(uint256 seed) external handler(seed) {
        mayPay();
        uint32 town = rollTown();
        uint256 sheets = hoursOf[town].sheets.length;
        uint16 upTo = uint16(roll(4) == 0 ? roll(sheets + 2) : sheets);
        uint16[] memory numbers = new uint16[](1 + roll(6));
        for (uint256 i = 0; i < numbers.length; i++) {
            numbers[i] = uint16(roll(hoursOf[town].wallets.length + 2));
        }
        uint256 earner = roll(2) == 0 ? _rollEarner(town) : 0;
        if (earner != 0) numbers[0] = uint16(earner);
        if (earner != 0 && roll(2) == 0) refusePerson(town, hoursOf[town].wallets[earner - 1]);
        Claim memory c = _balances(town);

        bytes4 foretold;
        if (upTo > sheets) foretold = IContributions.ContributionsNoSuchTimesheet.selector;
        bytes memory data = abi.encodeCall(IContributions.claim, (town, numbers, upTo));
        requireOutcome(attempt(rollPerson(), address(contributions), data), foretold, "claimHours");
        if (foretold != 0) return;

        for (uint256 i = 0; i < numbers.length; i++) {
            _claimGhost(town, numbers[i], upTo, c);
        }
        _requireBalances(town, c);
    }

    /// @dev The currency accepts a member again, and kept cash is paid.
    function claimKeptCash(uint256 seed) external handler(seed) {
        mayPay();
        uint32 town = rollTown();
        for (uint256 number = 1; number <= hoursOf[town].wallets.length; number++) {
            uint256 amount = keptCash[town][number];
            if (amount == 0) continue;
            _claimKept(town, number, amount);
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

    function _claimKept(uint32 town, uint256 number, uint256 amount) private {
        address wallet = hoursOf[town].wallets[number - 1];
        currencyOf(town).setRefused(wallet, false);
        uint256 before = currencyOf(town).balanceOf(wallet);

        bytes4 foretold = whyNotPayOut(town, address(contributions), wallet, amount);
        bytes memory data = abi.encodeCall(IContributions.claimKept, (town, uint16(number)));
        requireOutcome(attempt(rollPerson(), address(contributions), data), foretold, "1: kept cash stays kept");
        if (foretold != 0) return;

        keptCash[town][number] = 0;
        hoursOf[town].paid += amount;
        uint256 paid = currencyOf(town).balanceOf(wallet) - before;
        vm.assertEq(paid, arriving(town, amount), "1: what was kept is paid");
        succeed("claimKeptCash");
    }

    /// @dev The review of what was written just now lasts `least` from now, and seven days from when it first was a jump.
    function _reviewGhost(uint32 town, bytes memory sheet, uint256 least) private {
        Hours storage h = hoursOf[town];
        h.pending = sheet;
        (, uint256 electors) = electorsOf(town);
        bool jump = activeIn(sheet) * 4 > electors * 5 + 40;
        if (jump && h.jumpSince == 0) {
            h.jumpSince = block.timestamp;
            reach("state: a jump");
        }
        uint256 ends = block.timestamp + least;
        if (h.jumpSince != 0 && h.jumpSince + 7 days > ends) ends = h.jumpSince + 7 days;
        if (ends > h.reviewEnds) h.reviewEnds = ends;
    }

    function _finaliseGhost(uint32 town) private {
        Hours storage h = hoursOf[town];
        h.reviewEnds = 0;
        h.lastWeek = h.pendingWeek;
        uint256 active = activeIn(h.pending);
        if (active == 0) {
            reach("state: a week without anybody");
            return;
        }
        for (uint256 i = 0; i < h.pending.length; i++) {
            minted += (uint256(uint8(h.pending[i])) / 12) * 1e18;
        }
        uint256 available = h.carry + _streamed(h);
        uint256 cashPerActive = available / active;
        h.carry = available - cashPerActive * active;
        h.sheets.push(
            Sheet({
                week: h.pendingWeek,
                quarters: h.pending,
                available: available,
                active: active,
                cashPerActive: cashPerActive
            })
        );
        done[town][h.pendingWeek] = true;
    }

    /// @dev What the streams that have begun add to the timesheet finalised now. Invariant 22: none came in when its week
    /// had ended.
    function _streamed(Hours storage h) private returns (uint256 amount) {
        for (uint256 i = 0; i < h.streams.length; i++) {
            Stream storage s = h.streams[i];
            if (s.left == 0 || h.sheets.length < s.from) continue;
            vm.assertGe(h.pendingWeek, s.cameIn, "22: no money reaches a week that had ended when it came in");
            s.left--;
            amount += s.perWeek;
        }
    }

    /// @dev What one number of a claim must change, added to the balances from before.
    function _claimGhost(uint32 town, uint256 number, uint256 upTo, Claim memory c) private {
        Hours storage h = hoursOf[town];
        if (number == 0 || number > h.wallets.length || cursor[town][number] >= upTo) return;
        (uint256 infinities_, uint256 cash) = earned(town, number, cursor[town][number], upTo);
        _markPaid(town, number, cursor[town][number], upTo);
        cursor[town][number] = upTo;

        _addTo(c.infinities, h.wallets, number, infinities_);
        if (isPayable(town, h.wallets[number - 1], cash, c.left)) {
            _addTo(c.money, h.wallets, number, arriving(town, cash));
            c.left -= cash;
            h.paid += cash;
        } else {
            keptCash[town][number] += cash;
        }
        if (infinities_ > 0) succeed("claimHours");
    }

    /// @dev Invariant 11, first half: nobody is paid for a week of theirs again.
    function _markPaid(uint32 town, uint256 number, uint256 from, uint256 upTo) private {
        for (uint256 i = from; i < upTo; i++) {
            uint256 week = hoursOf[town].sheets[i].week;
            vm.assertFalse(paidFor[town][number][week], "11: a member's week is paid once");
            paidFor[town][number][week] = true;
        }
    }

    /// @dev A wallet may have several numbers of a town, its own and those it inherited.
    function _addTo(uint256[] memory amounts, address[] storage wallets, uint256 number, uint256 amount) private view {
        for (uint256 i = 0; i < amounts.length; i++) {
            if (wallets[i] == wallets[number - 1]) amounts[i] += amount;
        }
    }

    function _amended(
        bytes memory sheet,
        uint16[] memory numbers,
        bytes memory quarters
    ) private pure returns (bytes memory) {
        uint256 last = numbers[numbers.length - 1];
        bytes memory longer = new bytes(last > sheet.length ? last : sheet.length);
        for (uint256 i = 0; i < sheet.length; i++) {
            longer[i] = sheet[i];
        }
        for (uint256 i = 0; i < numbers.length; i++) {
            longer[numbers[i] - 1] = quarters[i];
        }
        return longer;
    }

    /// @dev The error that stands against amending what is pending.
    function _whyNotAmend(
        uint32 town,
        address by,
        uint16[] memory numbers,
        bytes memory sheet
    ) private view returns (bytes4) {
        Hours storage h = hoursOf[town];
        bool asAmbassador = by == townKey(town);
        if (!asAmbassador && !_somebodyInPower(town)) return IContributions.ContributionsNobodyInPower.selector;
        if (h.reviewEnds == 0) return IContributions.ContributionsNothingPending.selector;
        if (block.timestamp >= h.reviewEnds) return IContributions.ContributionsReviewOver.selector;
        if (h.pendingWeek + 16 < currentWeek()) return IContributions.ContributionsWeekNotOpen.selector;
        uint256 own = _ownNumber(town, by);
        for (uint256 i = 0; i < numbers.length; i++) {
            if (numbers[i] == own) return IContributions.ContributionsOwnHours.selector;
        }
        bool alone = h.submitter != 0 && numbers.length == 1 && numbers[0] == h.submitter;
        if (asAmbassador && !alone) return IContributions.ContributionsNotSubmittersHours.selector;
        if (!asAmbassador && h.writer == by) return IContributions.ContributionsSameCoordinator.selector;
        return _whyNotHours(town, h.pendingWeek, sheet);
    }

    /// @dev The error that stands against submitting a timesheet.
    function _whyNot(uint32 town, uint256 week, address by, bytes memory quarters) private view returns (bytes4 why) {
        if (!_somebodyInPower(town)) return IContributions.ContributionsNobodyInPower.selector;
        if (week <= hoursOf[town].lastWeek) return IContributions.ContributionsWeekClosed.selector;
        if (!isOpenWeek(town, week)) return IContributions.ContributionsWeekNotOpen.selector;
        uint256 own = _ownNumber(town, by);
        if (own > 0 && own <= quarters.length && quarters[own - 1] != 0) {
            return IContributions.ContributionsOwnHours.selector;
        }
        return _whyNotHours(town, week, quarters);
    }

    function _somebodyInPower(uint32 town) private view returns (bool) {
        return townKey(town) != address(0) || countryKey(town) != address(0);
    }

    function _ownNumber(uint32 town, address by) private view returns (uint256) {
        return known[by].town == town ? known[by].number : 0;
    }

    /// @dev Invariant 14: hours of one who was not a member yet, then of one who was away.
    function _whyNotHours(uint32 town, uint256 week, bytes memory quarters) private view returns (bytes4 why) {
        uint256[] storage joinedIn = hoursOf[town].joinedIn;
        for (uint256 number = quarters.length; number > 0; number--) {
            if (quarters[number - 1] == 0) continue;
            if (number > joinedIn.length || joinedIn[number - 1] > week) {
                return IContributions.ContributionsNotYetMember.selector;
            }
            if (wasAway(town, number, week)) why = IContributions.ContributionsAway.selector;
        }
    }

    function _countRefusal(bytes4 foretold) private {
        if (foretold == IContributions.ContributionsAway.selector) reach("refused: hours of who was away");
        if (foretold == IContributions.ContributionsNotYetMember.selector) reach("refused: hours of no member yet");
        if (foretold == IContributions.ContributionsOwnHours.selector) reach("refused: own hours");
        if (foretold == IContributions.ContributionsWeekClosed.selector)
            reach("refused: a week before the last final one");
    }

    function _balances(uint32 town) private view returns (Claim memory c) {
        address[] memory wallets = hoursOf[town].wallets;
        c.money = balancesOf(town, wallets);
        c.infinities = new uint256[](wallets.length);
        for (uint256 i = 0; i < wallets.length; i++) {
            c.infinities[i] = infinity.balanceOf(wallets[i]);
        }
        c.left = currencyOf(town).balanceOf(address(contributions));
    }

    function _requireBalances(uint32 town, Claim memory c) private view {
        Claim memory now_ = _balances(town);
        for (uint256 i = 0; i < c.money.length; i++) {
            vm.assertEq(now_.money[i], c.money[i], "1: each member is paid exactly the cash earned");
            vm.assertEq(now_.infinities[i], c.infinities[i], "2: each member is paid exactly the INFINITY earned");
        }
    }

    /// @dev Mostly a dormant town whose hours are under review, if there is one.
    function _rollReviewed() private returns (uint32 town) {
        town = rollTown();
        bool found = !isActive(town) && block.timestamp < hoursOf[town].reviewEnds;
        return found || roll(4) == 0 ? town : 3 - town;
    }

    /// @dev Mostly the first open week, now and then a later or a closed one; time passes until there is one.
    function _rollWeekToSubmit(uint32 town) private returns (uint256) {
        uint256 current = currentWeek();
        if (roll(12) == 0) return current - roll(12);
        bool passOver = roll(6) == 0;
        // Weeks before anybody joined are open too, but only rarely worth a timesheet.
        uint256 first = roll(16) == 0 ? 0 : hoursOf[town].joinedIn[0];
        uint256 found;
        for (uint256 week = current - 16; week < current; week++) {
            if (week < first || !isOpenWeek(town, week)) continue;
            found = week;
            if (!passOver) break;
        }
        if (found != 0) return found;
        vm.warp((current + 1) * 7 days + 4 days);
        return current;
    }

    /// @dev Random hours of those who were there, many around three hours; now and then one of anybody.
    function _rollQuarters(uint32 town, uint256 week, address by) private returns (bytes memory quarters) {
        uint256[] storage joinedIn = hoursOf[town].joinedIn;
        uint256 last;
        while (last < joinedIn.length && joinedIn[last] <= week) last++;
        uint256 own = _ownNumber(town, by);
        quarters = new bytes(
            last == 0
                ? roll(3)
                : roll(8) == 0
                    ? roll(last + 1)
                    : last + roll(3)
        );
        for (uint256 i = 0; i < quarters.length && i < last; i++) {
            if (i + 1 == own || wasAway(town, i + 1, week)) continue;
            quarters[i] = bytes1(uint8(roll(2) == 0 ? 10 + roll(4) : roll(256)));
        }
        if (quarters.length > 0 && roll(4) == 0) quarters[roll(quarters.length)] = bytes1(uint8(1 + roll(20)));
    }

    /// @dev A number with cash to claim; 0 when there is none.
    function _rollEarner(uint32 town) private returns (uint256 number) {
        uint256 numbers = hoursOf[town].wallets.length;
        uint256 start = roll(numbers);
        for (uint256 i = 0; i < numbers; i++) {
            number = 1 + ((start + i) % numbers);
            (, uint256 cash) = earned(town, number, cursor[town][number], hoursOf[town].sheets.length);
            if (cash > 0) return number;
        }
        return 0;
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
