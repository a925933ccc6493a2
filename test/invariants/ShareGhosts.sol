// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {HoursGhosts} from "./HoursGhosts.sol";

/// @title ShareGhosts: sales, shares, their escrow, votes and dividends
abstract contract ShareGhosts is HoursGhosts {
    struct Sale {
        uint64 business;
        uint32 town;
        IInvestorToken token;
        uint256 price;
        uint256 goal;
        uint256 cap;
        uint256 limitLocal;
        uint256 limitLater;
        uint256 opens;
        uint256[4] ends; // by phase; of an absent phase, that of the phase before
        uint16[] tranches;
        Phase phase;
        Tier scope;
        uint256 sold;
        uint256 raised; // sold × price once succeeded
        uint256 released;
        uint256 next; // tranche
        uint256 requests;
        uint256 request; // the one that was asked last and not paid, blocked or taken back, counted from 1
        uint256 requestUntil;
        address asker;
        bytes32 evidence;
        uint256 payableFrom;
        address approver;
        address approvedPayout; // whom the approval was for
        uint256 askableFrom; // zero when the next tranche was never blocked
        uint256 lastRelease;
        uint256 windUpFrom;
        address agreesToWindUp; // who agreed to it last
        uint256 agreesUntil;
        address callsOff; // who agreed to it last
        uint256 callsOffUntil;
        uint256 deposited;
        uint256 remainder;
    }

    struct Vote {
        uint256 objecting;
        uint256 windingUp;
        uint256 tranche; // to which they objected last
        bool pledged; // until they take it back, or send shares after it has ended
    }

    /// @dev The votes as they count: without those who run the business, are paid by it or approve what it is paid.
    struct Count {
        uint256 objecting;
        uint256 windingUp;
        uint256 votable;
        uint256 part;
    }

    mapping(uint64 business => uint256 offering) internal latest;
    Sale[] internal sales; // the one with id 0 is empty
    mapping(uint256 offering => mapping(address holder => uint256)) internal held;
    mapping(uint256 offering => mapping(address holder => uint256)) internal keptRefund;
    mapping(uint256 offering => mapping(address holder => uint256)) internal credited;
    mapping(uint256 offering => mapping(address holder => uint256)) internal paidDividend;
    mapping(uint256 offering => mapping(address holder => Vote)) internal votes;
    mapping(uint256 offering => mapping(address holder => uint256)) internal nonces; // of signed votes
    mapping(address holder => uint256) internal cancelNonces; // of signed cancellations
    mapping(uint256 offering => Phase) private _lastPhase;

    /// @dev All contracts through which money goes.
    function moneyHolders() internal view returns (address[] memory holders) {
        holders = new address[](5 + sales.length);
        (holders[0], holders[1], holders[2]) = (address(contributions), address(offerings), address(releases));
        (holders[3], holders[4], holders[5]) = (address(splitter), address(treasury), address(division));
        for (uint256 id = 1; id < sales.length; id++) {
            holders[5 + id] = address(sales[id].token);
        }
    }

    function rollHolderOrAnyone(uint256 offering) internal returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length && roll(8) != 0; i++) {
            address wallet = people[(start + i) % people.length];
            if (held[offering][wallet] > 0) return wallet;
        }
        return people[start];
    }

    /// @dev Writes down that shares and dividends of a wallet went to the one that followed it.
    function moveHolding(uint256 offering, address old) internal {
        address to = successorOf[old];
        held[offering][to] += held[offering][old];
        held[offering][old] = 0;
        uint256 due = credited[offering][old] - paidDividend[offering][old];
        credited[offering][to] += due;
        credited[offering][old] -= due;
        if (!votes[offering][old].pledged) return;
        nonces[offering][old]++;
        delete votes[offering][old];
    }

    /// @dev An objection stands for its tranche, whatever is asked for it anew.
    function isObjecting(uint256 offering, address holder) internal view returns (bool) {
        Vote storage vote = votes[offering][holder];
        Sale storage s = sales[offering];
        return s.windUpFrom == 0 && vote.objecting > 0 && vote.tranche == s.next;
    }

    /// @dev Who says something that stands keeps their shares where they are.
    function isHeld(uint256 offering, address holder) internal view returns (bool) {
        Sale storage s = sales[offering];
        if (isObjecting(offering, holder)) return true;
        return s.windUpFrom == 0 && votes[offering][holder].windingUp > 0 && s.next < s.tranches.length;
    }

    /// @dev Counted one by one: everybody's shares and words, but for the few whose do not count.
    function countVotes(uint256 offering) internal view returns (Count memory c) {
        Sale storage s = sales[offering];
        c.part = s.askableFrom == 0 ? 5 : 3;
        for (uint256 i = 0; i < people.length; i++) {
            address holder = people[i];
            if (isInsider(s.business, holder)) continue;
            c.votable += held[offering][holder];
            c.windingUp += votes[offering][holder].windingUp;
            if (isObjecting(offering, holder)) c.objecting += votes[offering][holder].objecting;
        }
    }

    function isBlocked(uint256 offering) internal view returns (bool) {
        Count memory c = countVotes(offering);
        return c.objecting > 0 && c.objecting * c.part >= c.votable;
    }

    /// @dev A deed cannot change from the approval of a sale on, unless that has failed.
    function isSealed(uint64 business) internal view returns (bool) {
        return latest[business] != 0 && sales[latest[business]].phase != Phase.Failed;
    }

    /// @dev Credits a dividend to all who hold shares.
    function creditDividend(uint256 offering, uint256 amount) internal {
        Sale storage s = sales[offering];
        s.deposited += amount;
        uint256 perShare = (amount + s.remainder) / s.sold;
        s.remainder = amount + s.remainder - perShare * s.sold;
        for (uint256 i = 0; i < people.length; i++) {
            credited[offering][people[i]] += perShare * held[offering][people[i]];
        }
    }

    function isLive(Phase phase) internal pure returns (bool) {
        return phase == Phase.Local || phase == Phase.Country || phase == Phase.World;
    }

    /// @dev Judges every phase that has ended, one after another.
    function judgeAll() internal {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            while (isLive(s.phase) && block.timestamp >= s.ends[uint256(s.phase)]) {
                if (s.sold >= s.goal) {
                    s.scope = Tier(uint8(s.phase));
                    s.phase = Phase.Succeeded;
                    s.raised = s.sold * s.price;
                } else {
                    s.phase = s.phase == Phase.World ? Phase.Failed : Phase(uint8(s.phase) + 1);
                }
            }
        }
    }

    /// @dev Invariant 7, from one call to the next.
    function watchPhases() internal {
        for (uint256 id = 1; id < sales.length; id++) {
            Phase before = _lastPhase[id];
            Phase phase = offerings.phaseOf(id);
            bool forward =
                phase == before ||
                    (isLive(before) && phase > before) ||
                    (before == Phase.None && phase > before) ||
                    (before == Phase.Succeeded && phase == Phase.Settled);
            vm.assertTrue(forward, "7: a phase went backwards");
            if (phase != before) reach(string.concat("phase: ", _nameOf(phase)));
            _lastPhase[id] = phase;
        }
    }

    function _nameOf(Phase phase) private pure returns (string memory) {
        return ["None", "Local", "Country", "World", "Failed", "Succeeded", "Settled"][uint256(phase)];
    }
}
