// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {Money} from "../../contracts/lib/Money.sol";
import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title DivisionHandler: what a town without keys leaves goes to its electors
abstract contract DivisionHandler is Ghosts {
    /// @dev Anyone divides, and some claim at once; time may pass first to exactly when that becomes possible.
    function divide(uint256 seed) external handler(seed) {
        mayPay();
        uint32 town = rollTown();
        uint256 since = _lostSince(town);
        bool ready = hoursOf[town].sheets.length != 0 && hoursOf[town].reviewEnds == 0;
        if (ready && since != 0 && block.timestamp < since + 365 days && mayJump()) {
            vm.warp(since + 365 days - roll(3) / 2);
        }
        uint256 before = divisions.length;
        tryToDivide(town, rollPerson());
        if (divisions.length > before) _claimSome(before);
    }

    /// @dev Anyone claims for a few numbers, with repetitions and numbers that have no part.
    function claimPart(uint256 seed) external handler(seed) {
        mayPay();
        if (divisions.length == 1) return;
        _claimSome(1 + roll(divisions.length - 1));
    }

    function tryToDivide(uint32 town, address by) internal {
        Hours storage h = hoursOf[town];
        uint256 since = _lostSince(town);
        uint256 fromPool = _poolOf(h);
        uint256 amount = fromPool + fundOf[town] + divisionRest[town];
        (uint256 sheet, uint256 active) = electorsOf(town);

        bytes4 foretold;
        if (since == 0 || block.timestamp < since + 365 days) foretold = IFinalDivision.FinalDivisionTooEarly.selector;
        else if (active == 0) foretold = IFinalDivision.FinalDivisionNoElectors.selector;
        else if (h.reviewEnds != 0) foretold = IContributions.ContributionsPending.selector;
        else foretold = _whyNotCollect(town, fromPool);
        if (foretold == 0 && amount < active) foretold = IFinalDivision.FinalDivisionTooLittle.selector;
        bytes memory data = abi.encodeCall(IFinalDivision.divide, (town));
        requireOutcome(attempt(by, address(division), data), foretold, "18: divided after 365 dormant days");
        if (foretold != 0) return;

        divisions.push(Parted({town: town, sheet: sheet - 1, each: amount / active}));
        divisionRest[town] = amount % active;
        dividedAt[town] = block.timestamp;
        fundSurrendered += fundOf[town];
        fundOf[town] = 0;
        h.surrendered += fromPool;
        h.carry = 0;
        delete h.streams;
        succeed("divide");
    }

    function tryToClaimPart(uint256 id, uint256 number) internal {
        Parted memory d = divisions[id];
        uint16[] memory numbers = new uint16[](1);
        numbers[0] = uint16(number);
        bool known_ = number <= hoursOf[d.town].wallets.length;
        address wallet = known_ ? hoursOf[d.town].wallets[number - 1] : address(0);
        uint256 before = currencyOf(d.town).balanceOf(wallet);
        uint256 left = currencyOf(d.town).balanceOf(address(division));
        bool due = known_ && wasActive(d.town, d.sheet, number) && !partPaid[id][number];

        division.claim(id, numbers);

        bool kept = due && !isPayable(d.town, wallet, d.each, left);
        uint256 paid = currencyOf(d.town).balanceOf(wallet) - before;
        vm.assertEq(paid, due && !kept ? arriving(d.town, d.each) : 0, "18: an equal part, once each");
        if (!due) return;

        partPaid[id][number] = true;
        if (kept) keptPart[d.town][number] += d.each;
        succeed("claimPart");
    }

    function _claimSome(uint256 id) private {
        uint256 numbers = hoursOf[divisions[id].town].wallets.length;
        for (uint256 i = 0; i < 6; i++) {
            tryToClaimPart(id, 1 + roll(numbers + 1));
        }
    }

    /// @dev Since when a town has lacked a key, or was divided last, whichever is later; 0 when it has both keys.
    function _lostSince(uint32 town) private view returns (uint256 since) {
        since = dormantSince(town);
        if (since != 0 && dividedAt[town] > since) since = dividedAt[town];
    }

    /// @dev The error with which collecting a town's money ends, by its currency alone.
    function _whyNotCollect(uint32 town, uint256 fromPool) private returns (bytes4 why) {
        address to = address(division);
        if (fromPool > 0) why = whyNotPayOut(town, address(contributions), to, fromPool);
        if (why == 0 && fundOf[town] > 0) why = whyNotPayOut(town, address(treasury), to, fundOf[town]);
        if (why != 0 || fromPool + fundOf[town] == 0) return why;
        if (currencyOf(town).fee() > 0) return Money.MoneyNotReceivedInFull.selector;
    }

    /// @dev What is meant for the members of a town and not divided by any timesheet yet.
    function _poolOf(Hours storage h) private view returns (uint256 amount) {
        amount = h.carry;
        for (uint256 i = 0; i < h.streams.length; i++) {
            amount += h.streams[i].perWeek * h.streams[i].left;
        }
    }
}
