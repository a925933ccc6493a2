// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Document} from "../../contracts/lib/Document.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {IReleases} from "../../contracts/shares/IReleases.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title EscrowHandler: tranches are asked for, approved, objected to and paid, and sales are wound up
abstract contract EscrowHandler is Ghosts {
    bytes32 private constant _OBJECTION = keccak256(
        "Objection(uint256 offering,uint64 business,uint256 tranche,address holder,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _WIND_UP = keccak256(
        "WindUp(uint256 offering,uint64 business,address holder,uint256 nonce,uint256 deadline)"
    );

    /// @dev The manager or the town's key asks for the next tranche; the country's key may approve at once.
    function requestRelease(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(false);
        if (offering == 0) return;
        Sale storage s = sales[offering];
        if (s.askableFrom > block.timestamp && roll(3) == 0) vm.warp(s.askableFrom);
        _requestRelease(offering, roll(3) == 0 ? townKey(s.town) : managementOf[s.business].manager);
        if (s.request != 0 && roll(2) == 0) _approveRelease(offering);
    }

    function _requestRelease(uint256 offering, address by) private {
        Sale storage s = sales[offering];
        if (by == address(0)) return;
        bytes32 evidence = keccak256(abi.encode(offering, s.requests));

        bytes4 foretold;
        if (!_mayRequest(s, by)) foretold = IReleases.ReleasesNotManager.selector;
        else if (!isActive(s.town)) foretold = ITownRegistry.TownRegistryDormant.selector;
        else if (s.phase != Phase.Settled) foretold = IReleases.ReleasesNotSettled.selector;
        else if (s.windUpFrom != 0) foretold = IReleases.ReleasesWindingUp.selector;
        else if (s.next == s.tranches.length) foretold = IReleases.ReleasesAllReleased.selector;
        else if (isApproved(s)) foretold = IReleases.ReleasesApproved.selector;
        else if (block.timestamp < s.askableFrom) foretold = IReleases.ReleasesTooSoon.selector;
        bytes memory data = abi.encodeCall(IReleases.request, (offering, Document(evidence, "")));
        requireOutcome(attempt(by, address(releases), data), foretold, "requestRelease");
        if (foretold != 0) return;

        s.requests++;
        (s.request, s.asker, s.evidence, s.payableFrom) = (s.requests, by, evidence, 0);
        (s.approver, s.approvedPayout, s.requestUntil) = (address(0), address(0), block.timestamp + 30 days);
        succeed("requestRelease");
        _blockIfReached(offering);
    }

    /// @dev The country's key approves, exactly what was asked for; now and then nobody has it paid in time.
    function approveRelease(uint256 seed) external handler(seed) {
        mayPay();
        uint256 offering = _rollSettled(true);
        if (offering == 0) return;
        _approveRelease(offering);
        if (!isApproved(sales[offering]) || roll(4) != 0) return;
        vm.warp(sales[offering].payableFrom + 30 days);
        reach("state: an approval lapsed with time");
        tryToRelease(offering, rollPerson());
    }

    /// @dev The country's key takes back what was asked for, approved or not, or who asked until it is; not too often.
    function revokeRelease(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(true);
        if (offering == 0) return;
        Sale storage s = sales[offering];
        address by = roll(3) == 0 ? s.asker : countryKey(s.town);
        if (by == address(0) || (s.request != 0 && roll(3) != 0)) return;

        bytes4 foretold;
        if (s.request == 0) foretold = IReleases.ReleasesNoRequest.selector;
        else if (by != countryKey(s.town) && s.payableFrom != 0) foretold = IReleases.ReleasesNotApprover.selector;
        bytes memory data = abi.encodeCall(IReleases.revoke, (offering));
        requireOutcome(attempt(by, address(releases), data), foretold, "revokeRelease");
        if (foretold != 0) return;

        _clearRequest(s);
        succeed("revokeRelease");
    }

    function release(uint256 seed) external handler(seed) {
        mayPay();
        uint256 offering = _rollSettled(true);
        if (offering == 0) return;
        Sale storage s = sales[offering];
        if (isApproved(s) && block.timestamp < s.payableFrom && roll(4) != 0) vm.warp(s.payableFrom);
        tryToRelease(offering, rollPerson());
    }

    /// @dev Up to three holders object to what is asked for, in person or by signature, and now and then somebody whose word
    /// does not count. What they block may be asked for again as soon as it can be.
    function objectToRelease(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(true);
        for (uint256 i = 0; i < 1 + roll(3) && offering != 0; i++) {
            address manager = managementOf[sales[offering].business].manager;
            _objectToRelease(offering, roll(6) == 0 ? manager : rollHolderOrAnyone(offering));
        }
        if (offering == 0 || sales[offering].askableFrom <= block.timestamp || roll(8) == 0) return;
        vm.warp(sales[offering].askableFrom);
        _requestRelease(
            offering,
            roll(2) == 0 ? townKey(sales[offering].town) : managementOf[sales[offering].business].manager
        );
        for (uint256 i = 0; i < people.length && sales[offering].request != 0; i++) {
            if (held[offering][people[i]] > 0) _objectToRelease(offering, people[i]);
        }
    }

    /// @dev Up to three holders want their money back, in person or by signature.
    function voteWindUp(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(roll(2) == 0);
        if (offering == 0 || roll(3) != 0) return;
        for (uint256 i = 0; i < 1 + roll(3); i++) {
            _voteWindUp(offering, rollHolderOrAnyone(offering));
        }
    }

    function withdrawVotes(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(false);
        if (offering == 0) return;
        address holder = rollHolderOrAnyone(offering);

        vm.prank(holder);
        releases.withdraw(offering);

        delete votes[offering][holder];
        nonces[offering][holder]++;
        succeed("withdrawVotes");
    }

    /// @dev One of both keys agrees to wind up, or both do.
    function agreeWindUp(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(roll(2) == 0);
        if (offering == 0 || roll(2) == 0) return;
        uint256 first = roll(2);

        _agreeWindUp(offering, first == 0);
        if (roll(3) == 0) _withdrawAgreement(offering);
        if (roll(3) == 0) _agreeWindUp(offering, first != 0);
    }

    /// @dev Anyone winds up a sale of which nothing was released for a year; more often too early.
    function windUpStalled(uint256 seed) external handler(seed) {
        uint256 offering = _rollSettled(false);
        if (offering == 0) return;
        Sale storage s = sales[offering];
        uint256 until = (s.lastRelease == 0 ? s.ends[uint256(uint8(s.scope))] : s.lastRelease) + 365 days;
        if (until > block.timestamp && until - block.timestamp < 60 days && roll(2) == 0) vm.warp(until - roll(2));

        bytes4 foretold = _whyNotWindUp(s);
        if (foretold == 0 && block.timestamp < until) foretold = IReleases.ReleasesNotStalled.selector;
        if (foretold == 0 && isApproved(s) && !isBlocked(offering)) foretold = IReleases.ReleasesApproved.selector;
        bytes memory data = abi.encodeCall(IReleases.windUp, (offering));
        requireOutcome(attempt(rollPerson(), address(releases), data), foretold, "windUp");
        if (foretold == 0) _beginWindUp(s);
    }

    /// @dev Anyone has what is left paid to the holders, two weeks after the wind-up began.
    function payWindUp(uint256 seed) external handler(seed) {
        uint256 offering = _rollWoundUp();
        if (offering == 0) return;
        Sale storage s = sales[offering];
        if (s.windUpFrom > block.timestamp && roll(4) != 0) vm.warp(s.windUpFrom);
        tryToPayWindUp(offering, rollPerson());
    }

    function tryToRelease(uint256 offering, address by) internal {
        Sale storage s = sales[offering];
        address payout = managementOf[s.business].payout;
        uint256 amount = _nextTranche(s);
        bytes4 foretold;
        if (!isActive(s.town)) foretold = ITownRegistry.TownRegistryDormant.selector;
        else if (!isApproved(s) || block.timestamp < s.payableFrom) foretold = IReleases.ReleasesNotPayable.selector;
        else if (isBlocked(offering)) foretold = IReleases.ReleasesObjectedTo.selector;
        else if (_keyIsPaid(s)) foretold = IReleases.ReleasesBadPayout.selector;
        else foretold = whyNotPayOut(s.town, address(offerings), payout, amount);
        uint256 before = currencyOf(s.town).balanceOf(payout);

        bytes memory data = abi.encodeCall(IReleases.release, (offering));
        requireOutcome(attempt(by, address(releases), data), foretold, "17: nothing is released while winding up");
        if (foretold != 0) return;

        vm.assertEq(s.windUpFrom, 0, "17: no tranche leaves after a wind-up began");
        s.released += amount;
        s.next++;
        s.lastRelease = block.timestamp;
        s.askableFrom = 0;
        _clearRequest(s);
        uint256 paid = currencyOf(s.town).balanceOf(payout) - before;
        vm.assertEq(paid, arriving(s.town, amount), "1: a tranche is its part of what was raised");
        succeed("release");
    }

    function tryToPayWindUp(uint256 offering, address by) internal {
        Sale storage s = sales[offering];
        uint256 left = s.raised - s.released;

        bytes4 foretold;
        if (s.windUpFrom == 0 || block.timestamp < s.windUpFrom) foretold = IReleases.ReleasesNotWoundUp.selector;
        else if (left == 0) foretold = IReleases.ReleasesNothingLeft.selector;
        else foretold = whyNotPayOut(s.town, address(offerings), address(releases), left);
        // With a fee less arrives than is to go on.
        if (foretold == 0 && currencyOf(s.town).fee() > 0) foretold = IERC20Errors.ERC20InsufficientBalance.selector;
        bytes memory data = abi.encodeCall(IReleases.payWindUp, (offering));
        requireOutcome(attempt(by, address(releases), data), foretold, "17: escrow goes to the holders");
        if (foretold != 0) return;

        s.released += left;
        creditDividend(offering, left);
        reach("state: wound up");
        succeed("payWindUp");
    }

    function isApproved(Sale storage s) internal view returns (bool) {
        if (s.payableFrom == 0 || block.timestamp >= s.payableFrom + 30 days) return false;
        if (s.approvedPayout != managementOf[s.business].payout) return false;
        return s.approver != address(0) && s.approver == countryKey(s.town);
    }

    function _approveRelease(uint256 offering) private {
        Sale storage s = sales[offering];
        address by = countryKey(s.town);
        bytes32 evidence = s.evidence == 0 || roll(8) == 0 ? bytes32("other") : s.evidence;
        if (by == address(0)) return;

        uint256 tranche = s.next + (roll(12) == 0 ? 1 : 0);

        bytes4 foretold;
        if (!isActive(s.town)) foretold = ITownRegistry.TownRegistryDormant.selector;
        else if (s.request == 0 || evidence != s.evidence || tranche != s.next)
            foretold = IReleases.ReleasesNotRequested.selector;
        else if (isApproved(s)) foretold = IReleases.ReleasesApproved.selector;
        else if (!_waits(s)) foretold = IReleases.ReleasesNotRequested.selector;
        else if (by == s.asker) foretold = IReleases.ReleasesOwnRequest.selector;
        else if (isBlocked(offering)) foretold = IReleases.ReleasesObjectedTo.selector;
        else if (_keyIsPaid(s)) foretold = IReleases.ReleasesBadPayout.selector;
        bytes memory data = abi.encodeCall(IReleases.approve, (offering, s.business, tranche, evidence));
        requireOutcome(attempt(by, address(releases), data), foretold, "12: two keys approve a release");
        if (foretold != 0) return;

        (s.payableFrom, s.approver) = (block.timestamp + 7 days, by);
        s.approvedPayout = managementOf[s.business].payout;
        succeed("approveRelease");
    }

    function _objectToRelease(uint256 offering, address holder) private {
        Sale storage s = sales[offering];
        bool bySignature = roll(3) == 0;
        uint256 deadline = block.timestamp + 1 days;
        bytes memory data = abi.encodeCall(IReleases.object, (offering));
        if (bySignature) {
            bytes32 hash = keccak256(
                abi.encode(_OBJECTION, offering, s.business, s.next, holder, nonces[offering][holder], deadline)
            );
            bytes memory signature = signed(holder, address(releases), "One Small Town releases", hash);
            data = abi.encodeCall(IReleases.objectWithSignature, (offering, s.next, holder, deadline, signature));
        }

        bytes4 foretold;
        if (!_waits(s) && !isApproved(s)) foretold = IReleases.ReleasesNoRequest.selector;
        else foretold = _whyNotVote(offering, holder);
        requireOutcome(attempt(bySignature ? rollPerson() : holder, address(releases), data), foretold, "object");
        if (foretold != 0) return;

        if (bySignature) nonces[offering][holder]++;
        Vote storage vote = votes[offering][holder];
        (vote.objecting, vote.tranche, vote.pledged) = (held[offering][holder], s.next, true);
        succeed("objectToRelease");
        _blockIfReached(offering);
    }

    /// @dev What is asked for is blocked by those who object to its tranche, whenever they said so.
    function _blockIfReached(uint256 offering) private {
        if (!isBlocked(offering)) return;
        Sale storage s = sales[offering];
        if (s.askableFrom != 0) reach("state: blocked by a third");
        s.askableFrom = block.timestamp + 30 days;
        _clearRequest(s);
        reach("state: blocked release");
    }

    function _voteWindUp(uint256 offering, address holder) private {
        Sale storage s = sales[offering];
        bool bySignature = roll(3) == 0;
        uint256 deadline = block.timestamp + 1 days;
        bytes memory data = abi.encodeCall(IReleases.voteWindUp, (offering));
        if (bySignature) {
            bytes32 hash = keccak256(
                abi.encode(_WIND_UP, offering, s.business, holder, nonces[offering][holder], deadline)
            );
            bytes memory signature = signed(holder, address(releases), "One Small Town releases", hash);
            data = abi.encodeCall(IReleases.voteWindUpWithSignature, (offering, holder, deadline, signature));
        }

        bytes4 foretold = _whyNotWindUp(s);
        if (foretold == 0) foretold = _whyNotVote(offering, holder);
        requireOutcome(attempt(bySignature ? rollPerson() : holder, address(releases), data), foretold, "voteWindUp");
        if (foretold != 0) return;

        if (bySignature) nonces[offering][holder]++;
        (votes[offering][holder].windingUp, votes[offering][holder].pledged) = (held[offering][holder], true);
        succeed("voteWindUp");
        Count memory c = countVotes(offering);
        if (c.windingUp * 2 > c.votable) _beginWindUp(s);
    }

    /// @dev The error that stands against a vote of somebody's.
    function _whyNotVote(uint256 offering, address holder) private returns (bytes4) {
        if (isInsider(sales[offering].business, holder)) {
            reach("refused: an insider's vote");
            return IReleases.ReleasesInsider.selector;
        }
        return held[offering][holder] == 0 ? IReleases.ReleasesNoShares.selector : bytes4(0);
    }

    /// @dev Who agreed last takes it back; nobody else can.
    function _withdrawAgreement(uint256 offering) private {
        Sale storage s = sales[offering];
        address by = roll(4) == 0 || s.agreesToWindUp == address(0) ? rollPerson() : s.agreesToWindUp;
        bytes4 foretold = by == s.agreesToWindUp ? bytes4(0) : IReleases.ReleasesNotAgreed.selector;
        bytes memory data = abi.encodeCall(IReleases.withdrawAgreement, (offering));
        requireOutcome(attempt(by, address(releases), data), foretold, "withdrawAgreement");
        if (foretold != 0) return;

        (s.agreesToWindUp, s.agreesUntil) = (address(0), 0);
        succeed("withdrawAgreement");
    }

    function _agreeWindUp(uint256 offering, bool byTown) private {
        Sale storage s = sales[offering];
        address by = byTown ? townKey(s.town) : countryKey(s.town);
        if (by == address(0)) return;

        bytes4 foretold = _whyNotWindUp(s);
        bool agrees = s.agreesToWindUp == by && block.timestamp < s.agreesUntil;
        if (foretold == 0 && agrees) foretold = IReleases.ReleasesAgreed.selector;
        bytes memory data = abi.encodeCall(IReleases.agreeWindUp, (offering));
        requireOutcome(attempt(by, address(releases), data), foretold, "agreeWindUp");
        if (foretold != 0) return;

        address before = block.timestamp < s.agreesUntil ? s.agreesToWindUp : address(0);
        (s.agreesToWindUp, s.agreesUntil) = (by, block.timestamp + 7 days);
        succeed("agreeWindUp");
        if (before == address(0) || (before != townKey(s.town) && before != countryKey(s.town))) return;
        _beginWindUp(s);
    }

    function _beginWindUp(Sale storage s) private {
        s.windUpFrom = block.timestamp + 14 days;
        _clearRequest(s);
        reach("state: winding up");
    }

    function _clearRequest(Sale storage s) private {
        (s.request, s.asker, s.evidence, s.payableFrom) = (0, address(0), 0, 0);
        (s.approver, s.approvedPayout, s.requestUntil) = (address(0), address(0), 0);
    }

    function _whyNotWindUp(Sale storage s) private view returns (bytes4) {
        if (s.phase != Phase.Settled) return IReleases.ReleasesNotSettled.selector;
        if (s.windUpFrom != 0) return IReleases.ReleasesWindingUp.selector;
        return s.raised == s.released ? IReleases.ReleasesNothingLeft.selector : bytes4(0);
    }

    function _mayRequest(Sale storage s, address by) private view returns (bool) {
        return _manages(s, by) || (by != address(0) && by == townKey(s.town));
    }

    function _manages(Sale storage s, address by) private view returns (bool) {
        return by == managementOf[s.business].manager && isProjectManager[s.town][by];
    }

    /// @dev Whether what was asked for waits for the country's key.
    function _waits(Sale storage s) private view returns (bool) {
        if (s.request == 0 || block.timestamp >= s.requestUntil) return false;
        return _manages(s, s.asker) || isAwaited(s.town, s.asker, s.requestUntil - 30 days);
    }

    function _keyIsPaid(Sale storage s) private view returns (bool) {
        return holdsKey(managementOf[s.business].payout);
    }

    /// @dev The part of what was raised that is released next, the last one all that is left.
    function _nextTranche(Sale storage s) private view returns (uint256) {
        if (s.next + 1 == s.tranches.length) return s.raised - s.released;
        return s.next < s.tranches.length ? (s.raised * s.tranches[s.next]) / 10_000 : 0;
    }

    /// @dev A settled sale with a tranche asked for, or one still to be asked for, if there is one; any sale now and then.
    function _rollSettled(bool requested) private returns (uint256) {
        if (sales.length == 1) return 0;
        if (roll(10) == 0) return 1 + roll(sales.length - 1);
        uint256 first = roll(sales.length - 1);
        uint256 any;
        for (uint256 i = 0; i < sales.length - 1; i++) {
            uint256 id = 1 + ((first + i) % (sales.length - 1));
            if (sales[id].phase != Phase.Settled) continue;
            any = id;
            bool open = sales[id].windUpFrom == 0 && sales[id].next < sales[id].tranches.length;
            if (requested ? sales[id].request != 0 : open) return id;
        }
        return any;
    }

    function _rollWoundUp() private returns (uint256) {
        if (sales.length == 1) return 0;
        uint256 first = roll(sales.length - 1);
        for (uint256 i = 0; i < sales.length - 1; i++) {
            uint256 id = 1 + ((first + i) % (sales.length - 1));
            if (sales[id].windUpFrom != 0) return id;
        }
        return 1 + first;
    }
}
