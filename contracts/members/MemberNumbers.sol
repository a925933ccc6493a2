// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Absences} from "../lib/Absences.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";

/// @title MemberNumbers: the numbers of a town's members, the part of the MemberRegistry that rewards rest on
/// @notice Holds no money. A number is given once, in order, and belongs to its member, to their new wallet, or to their
/// heir; when its member leaves, moves house, is suspended or dies it is away, and has no hours. Nobody can take a number
/// away, give it to another person, or give one twice.
/// Units: week indices; member numbers from 1.
abstract contract MemberNumbers is IMemberRegistry {
    using Absences for Absences.Calendar;

    // One slot: a claim reads the wallet and whether it waits, a submitted timesheet the week of joining.
    struct Member {
        address wallet;
        uint16 joinedIn;
        uint16 awaySince; // zero for one who is here
        bool waiting; // a succession of the wallet's person was begun; the Succession says whether it is still open
    }

    struct Roll {
        uint16 members;
        bool someoneWasAway;
    }

    // A number whose rewards belong to a wallet, kept from an earlier home or inherited.
    struct Kept {
        uint32 town;
        uint16 number;
        bool inherited;
    }

    ISuccession internal immutable _SUCCESSION;

    mapping(uint32 town => mapping(uint256 number => Member)) private _members;
    mapping(uint32 town => Roll) private _rolls;
    mapping(uint32 town => Absences.Calendar) private _absences;
    mapping(address wallet => Kept[]) private _kept;

    constructor(ISuccession succession) {
        _SUCCESSION = succession;
    }

    /// @inheritdoc IMemberRegistry
    function wasAway(uint32 town, uint256 number, uint16 weekIndex) external view returns (bool) {
        uint16 since = _members[town][number].awaySince;
        if (since != 0 && weekIndex > since) return true;
        return number > 0 && _absences[town].wasRefused(number, weekIndex);
    }

    /// @inheritdoc IMemberRegistry
    function firstAway(uint32 town, uint16 weekIndex, uint256[] calldata among) external view returns (uint256 number) {
        if (!_rolls[town].someoneWasAway) return 0;
        return _absences[town].firstRefused(weekIndex, Weeks.indexOf(block.timestamp), among);
    }

    /// @inheritdoc IMemberRegistry
    function memberCount(uint32 town) public view returns (uint16) {
        return _rolls[town].members;
    }

    /// @inheritdoc IMemberRegistry
    function memberAt(uint32 town, uint256 number) external view returns (address wallet, uint16 joinedIn) {
        Member memory member = _members[town][number];
        return (member.wallet, member.joinedIn);
    }

    /// @inheritdoc IMemberRegistry
    function walletsAt(
        uint32 town,
        uint16[] calldata numbers
    ) external view returns (address[] memory wallets, bool[] memory waiting) {
        wallets = new address[](numbers.length);
        waiting = new bool[](numbers.length);
        for (uint256 i = 0; i < numbers.length; i++) {
            Member storage member = _members[town][numbers[i]];
            (address wallet, bool isMarked) = (member.wallet, member.waiting);
            wallets[i] = wallet;
            if (isMarked) waiting[i] = _SUCCESSION.isOpen(wallet);
        }
    }

    /// @dev Gives a number. The week in which somebody moves house counts only where they lived before.
    function _admit(uint32 town, uint16 number, address wallet, bool waiting, bool movedNow) internal {
        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        _members[town][number] = Member({wallet: wallet, joinedIn: weekIndex, awaySince: 0, waiting: waiting});

        emit MemberAdmitted(town, number, wallet, weekIndex);

        if (!movedNow) return;
        emit MemberAway(town, number, weekIndex - 1);
        _comeBack({town: town, number: number, wallet: wallet, since: weekIndex - 1, weekIndex: weekIndex + 1});
    }

    function _setMembers(uint32 town, uint256 members) internal {
        _rolls[town].members = uint16(members); // at most what a timesheet can hold
    }

    /// @dev Of one who never joined, or is away already, nothing changes.
    function _beginAbsence(uint32 town, uint16 number) internal {
        Member storage member = _members[town][number];
        if (number == 0 || member.awaySince != 0) return;

        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        member.awaySince = weekIndex;
        _absences[town].begin(number, weekIndex);
        _rolls[town].someoneWasAway = true;

        emit MemberAway(town, number, weekIndex);
    }

    function _endAbsence(uint32 town, uint16 number, address wallet, bool movedNow) internal {
        uint16 weekIndex = Weeks.indexOf(block.timestamp) + (movedNow ? 1 : 0);
        uint16 since = _members[town][number].awaySince;
        _comeBack({town: town, number: number, wallet: wallet, since: since, weekIndex: weekIndex});
    }

    /// @dev As if the member had never gone: no week is refused.
    function _undoAbsence(uint32 town, uint16 number, address wallet) internal {
        uint16 since = _members[town][number].awaySince;
        _comeBack({town: town, number: number, wallet: wallet, since: since, weekIndex: since});
    }

    /// @dev Remembers a number beyond the record, once.
    function _keep(address wallet, uint32 town, uint16 number) internal {
        if (number == 0 || _keptIn(wallet, town) != 0) return;

        _kept[wallet].push(Kept({town: town, number: number, inherited: false}));
    }

    /// @dev Walks over one person's own homes and inheritances only. What the old wallet keeps is never read again.
    function _handOver(address from, address to, bool inherited, bool waiting) internal {
        Kept[] storage kept = _kept[from];
        for (uint256 i = 0; i < kept.length; i++) {
            Kept memory k = kept[i];
            Member storage member = _members[k.town][k.number];
            (member.wallet, member.waiting) = (to, waiting);
            k.inherited = k.inherited || inherited;
            _kept[to].push(k);
        }
    }

    /// @dev Marks each number of a wallet: the one of its present home, and those it keeps.
    function _setWaiting(address wallet, uint32 town, uint16 number, bool waiting) internal {
        if (number > 0) _members[town][number].waiting = waiting;
        Kept[] storage kept = _kept[wallet];
        for (uint256 i = 0; i < kept.length; i++) {
            _members[kept[i].town][kept[i].number].waiting = waiting;
        }
    }

    /// @dev The number that a wallet's person once had in a town; 0 for none.
    function _keptIn(address wallet, uint32 town) internal view returns (uint16) {
        Kept[] storage kept = _kept[wallet];
        for (uint256 i = 0; i < kept.length; i++) {
            if (kept[i].town == town && !kept[i].inherited) return kept[i].number;
        }

        return 0;
    }

    function _comeBack(uint32 town, uint16 number, address wallet, uint16 since, uint16 weekIndex) private {
        _absences[town].end(number, since, weekIndex);
        _members[town][number].awaySince = 0;
        _rolls[town].someoneWasAway = true;

        emit MemberReturned(town, number, wallet, weekIndex);
    }
}
