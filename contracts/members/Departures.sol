// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Countries} from "../lib/Countries.sol";
import {Moments} from "../lib/Moments.sol";
import {Problems} from "../lib/Problems.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ITownRegistry} from "./ITownRegistry.sol";
import {PersonRecords} from "./PersonRecords.sol";
import {Persons} from "./Persons.sol";

/// @title Departures: who resigns, is suspended or moves house, the part of the MemberRegistry by which persons leave
/// @notice Holds no money. Members resign when they like, and persons known already move house when they have said so
/// themselves; only one of no registered town head office may name for a town without that. A registrar and the Town
/// Ambassador together suspend a person, the Country Ambassador reverses it. Nobody can take from one who leaves what they
/// earned, or their number.
/// Units: seconds, weeks. Known limits: a suspended Country Ambassador may reverse their own suspension, until head office
/// removes them; a registrar who was dismissed and appointed anew within a month, by both ambassadors, finds what they had
/// proposed before.
abstract contract Departures is PersonRecords {
    using EnumerableSet for EnumerableSet.AddressSet;
    using Persons for Person;
    using Persons for uint256;

    /// @notice How long what a registrar proposed waits for the Town Ambassador.
    uint256 public constant PROPOSAL_LASTS = SecondKey.WAITS;

    /// @notice How many weeks after a move of house the next may be.
    uint16 public constant WEEKS_BETWEEN_MOVES = 8;

    mapping(address wallet => Suspension) private _suspensions;
    mapping(uint32 town => EnumerableSet.AddressSet) private _suspensionsIn;
    mapping(address wallet => Move) private _moves;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        ISuccession succession
    ) PersonRecords(authority, towns, succession) {}

    /// @inheritdoc IMemberRegistry
    function resign() external {
        Person memory person = _persons[msg.sender].unpack();
        require(isMember(msg.sender, person.town), MemberRegistryNotMember(msg.sender));

        person.left = true;
        person.nonce++;
        _persons[msg.sender] = person.pack();

        emit MemberLeft(person.town, person.number, msg.sender);

        _beginAbsence(person.town, person.number);
    }

    /// @inheritdoc IMemberRegistry
    function proposeSuspension(address wallet, bytes32 reason) external {
        Person memory person = _persons[wallet].unpack();
        _requireRegistrar(person.town, msg.sender);
        _TOWNS.requireActive(person.town);
        require(!person.suspended, MemberRegistrySuspended(wallet));
        require(reason != 0, MemberRegistryNoReason());

        uint40 proposedAt = Moments.in40Bits(block.timestamp);
        _suspensions[wallet] = Suspension({proposer: msg.sender, proposedAt: proposedAt, reason: reason});
        _suspensionsIn[person.town].add(wallet);

        emit SuspensionProposed(person.town, wallet, reason, msg.sender);
    }

    /// @inheritdoc IMemberRegistry
    function takeBackSuspension(address wallet) external {
        Suspension memory suspension = _suspensions[wallet];
        require(suspension.proposer == msg.sender, MemberRegistryNotYourSuspension(wallet, msg.sender));

        _dropSuspension(_persons[wallet].unpack().town, wallet);

        emit SuspensionTakenBack(wallet, suspension.reason, msg.sender);
    }

    /// @inheritdoc IMemberRegistry
    function confirmSuspension(address wallet, bytes32 reason) external {
        Person memory person = _persons[wallet].unpack();
        uint32 town = person.town;
        _TOWNS.requireActive(town);
        _TOWNS.requireTownAmbassador(town, msg.sender);
        Suspension memory suspension = _suspensions[wallet];
        require(
            suspension.reason == reason && _stands(town, suspension),
            MemberRegistrySuspensionNotProposed(wallet, reason)
        );

        _dropSuspension(town, wallet);
        person.suspended = true;
        _persons[wallet] = person.pack();

        emit PersonSuspended({
            town: town,
            wallet: wallet,
            reason: reason,
            proposer: suspension.proposer,
            by: msg.sender
        });

        _beginAbsence(town, person.number);
        _AUTHORITY.leaveTown(wallet, town);
    }

    /// @inheritdoc IMemberRegistry
    function reinstate(address wallet) external {
        Person memory person = _persons[wallet].unpack();
        _TOWNS.requireCountryAmbassador(person.town, msg.sender);
        require(person.suspended, MemberRegistryNotSuspended(wallet));

        person.suspended = false;
        _persons[wallet] = person.pack();

        emit PersonReinstated(person.town, wallet, msg.sender);

        if (person.number > 0 && !person.left) _undoAbsence(person.town, person.number, wallet);
    }

    /// @inheritdoc IMemberRegistry
    function moveHouse(uint32 toTown, uint16 toCountry) external {
        Person memory person = _persons[msg.sender].unpack();
        require(person.country != 0, MemberRegistryNoHome(msg.sender));
        require(!person.suspended, MemberRegistrySuspended(msg.sender));
        bool there = toTown == 0 ? Countries.isCode(toCountry) : _TOWNS.countryOf(toTown) == toCountry;
        require(there, MemberRegistryBadCountry(toCountry));

        bool stays = toTown == person.town && toCountry == person.country;
        _moves[msg.sender] = stays ? Move(0, 0) : Move({toTown: toTown, toCountry: toCountry});

        emit MoveAnnounced(msg.sender, person.town, toTown, toCountry);
    }

    /// @inheritdoc IMemberRegistry
    function moveOf(address wallet) external view returns (Move memory) {
        return _moves[wallet];
    }

    /// @inheritdoc IMemberRegistry
    function suspensionOf(address wallet) external view returns (Suspension memory) {
        return _suspensions[wallet];
    }

    /// @inheritdoc IMemberRegistry
    function suspensionsProposedIn(uint32 town) external view returns (address[] memory wallets) {
        wallets = _suspensionsIn[town].values();
        uint256 count = 0;
        for (uint256 i = 0; i < wallets.length; i++) {
            address wallet = wallets[i];
            bool stands = uint32(_persons[wallet]) == town && _stands(town, _suspensions[wallet]);
            if (stands) wallets[count++] = wallet;
        }
        assembly ("memory-safe") {
            mstore(wallets, count)
        }
    }

    /// @dev Gives a record its new town, and back the number that the person once had there; they join again with it.
    function _settle(address wallet, Person memory person, uint32 town) internal {
        if (person.country != 0) _leaveHome(wallet, person, town);
        person.town = town;
        person.number = person.country == 0 ? 0 : _keptIn(wallet, town);
        person.left = person.number > 0;
    }

    function _leaveHome(address wallet, Person memory person, uint32 town) private {
        person.movedIn = Weeks.indexOf(block.timestamp);
        delete _moves[wallet];
        _keep(wallet, person.town, person.number);
        _beginAbsence(person.town, person.number);

        emit HouseMoved(wallet, person.town, town, person.movedIn);

        _AUTHORITY.leaveTown(wallet, person.town);
    }

    function _dropSuspension(uint32 town, address wallet) private {
        delete _suspensions[wallet];
        _suspensionsIn[town].remove(wallet);
    }

    /// @dev What speaks against a move of house; nothing for somebody new.
    function _problemOfMove(
        address wallet,
        Person memory person,
        uint32 town,
        uint16 country
    ) internal view returns (bytes memory problem) {
        if (person.country == 0) return problem;
        if (isWaiting(wallet)) return Problems.encode(MemberRegistrySuccessionOpen.selector, wallet);
        Move memory move = _moves[wallet];
        bool announced = move.toCountry == country && move.toTown == town;
        bool named = person.town == 0 && msg.sender == address(_TOWNS);
        if (!announced && !named) return Problems.encode(MemberRegistryLivesElsewhere.selector, wallet, person.town);
        uint16 again = person.movedIn + WEEKS_BETWEEN_MOVES;
        if (person.movedIn != 0 && Weeks.indexOf(block.timestamp) < again) {
            return Problems.encode(MemberRegistryMovedLately.selector, wallet, again);
        }
    }

    /// @dev Whether what a registrar proposed still waits for the Town Ambassador. One who lost the key and got it again did
    /// not propose it in this office.
    function _stands(uint32 town, Suspension memory suspension) private view returns (bool) {
        uint256 since = _AUTHORITY.actsSince(Roles.registrar(town), suspension.proposer);
        return SecondKey.isAwaited(suspension.proposedAt, since);
    }

    function _requireRegistrar(uint32 town, address wallet) internal view {
        require(_AUTHORITY.acts(Roles.registrar(town), wallet), MemberRegistryNotRegistrar(town, wallet));
    }
}
