// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAuthority} from "../roles/IAuthority.sol";
import {IResidency} from "../roles/IResidency.sol";
import {IMemberRegistry, Tier} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ITownRegistry} from "./ITownRegistry.sol";
import {MemberNumbers} from "./MemberNumbers.sol";
import {Persons} from "./Persons.sol";

/// @title PersonRecords: who somebody is, the part of the MemberRegistry in which each person has a record and a wallet
/// @notice Holds no money. The Succession alone ties a person to a new wallet, or closes the record of one who died; the
/// old wallet is of nobody for good. Nobody can give one record two wallets, or a superseded wallet a record.
/// Units: seconds.
abstract contract PersonRecords is MemberNumbers {
    using Persons for Person;
    using Persons for uint256;

    IAuthority internal immutable _AUTHORITY;
    ITownRegistry internal immutable _TOWNS;

    mapping(address wallet => uint256 person) internal _persons;

    /// @inheritdoc IMemberRegistry
    mapping(address wallet => address) public successorOf;

    modifier onlySuccession() {
        require(msg.sender == address(_SUCCESSION), MemberRegistryNotSuccession(msg.sender));
        _;
    }

    constructor(IAuthority authority, ITownRegistry towns, ISuccession succession) MemberNumbers(succession) {
        _AUTHORITY = authority;
        _TOWNS = towns;
    }

    /// @inheritdoc IMemberRegistry
    function beginSuccession(address wallet, address newWallet) external onlySuccession {
        _markWaiting(wallet, true);
        if (newWallet != address(0)) {
            _requireUnused(newWallet);
            _persons[newWallet] = Persons.RESERVED;
        }

        emit SuccessionBegun(wallet, newWallet);
    }

    /// @inheritdoc IMemberRegistry
    function endSuccession(address wallet, address newWallet) external onlySuccession {
        _markWaiting(wallet, false);
        if (_persons[newWallet] == Persons.RESERVED) delete _persons[newWallet];

        emit SuccessionEnded(wallet, newWallet);
    }

    /// @inheritdoc IMemberRegistry
    function moveWallet(address wallet, address newWallet) external onlySuccession {
        Person memory person = _supersede(wallet, newWallet, Persons.SUPERSEDED);
        _requireUnused(newWallet);

        person.waiting = false;
        _persons[newWallet] = person.pack();
        _handOver({from: wallet, to: newWallet, inherited: false, waiting: false});

        emit WalletMoved(wallet, newWallet);

        _leaveRoles(wallet, person.town);
    }

    /// @inheritdoc IMemberRegistry
    function close(address wallet, address heir) external onlySuccession {
        Person memory person = _supersede(wallet, heir, Persons.CLOSED);

        _beginAbsence(person.town, person.number);
        _handOver({from: wallet, to: heir, inherited: true, waiting: _persons[heir].isMarkedWaiting()});

        emit RecordClosed(wallet, heir);

        _leaveRoles(wallet, person.town);
    }

    /// @inheritdoc IMemberRegistry
    function isMember(address wallet, uint32 town) public view returns (bool) {
        Person memory person = _persons[wallet].unpack();
        return person.town == town && person.number > 0 && !person.left && !person.suspended;
    }

    /// @inheritdoc IMemberRegistry
    function followerOf(address wallet) external view returns (address) {
        return _SUCCESSION.mayBeFollowed(wallet) ? successorOf[wallet] : address(0);
    }

    /// @inheritdoc IMemberRegistry
    function presentWalletOf(address wallet) external view returns (address present, bool waiting) {
        present = wallet;
        // Only a superseded wallet has a successor; so of any other one word says both.
        while (_persons[present].isSuperseded()) present = successorOf[present];
        waiting = isWaiting(present);
    }

    /// @inheritdoc IMemberRegistry
    function ownWalletOf(address wallet) public view returns (address own) {
        own = wallet;
        while (_persons[own] == Persons.SUPERSEDED) own = successorOf[own];
    }

    /// @inheritdoc IMemberRegistry
    function tierOf(address wallet, uint32 town) external view returns (Tier) {
        uint256 person = _persons[wallet];
        if (person.countryOf() == 0 || person.isSuspended()) return Tier.None;
        if (person.livesIn(town)) return Tier.Local;
        return person.countryOf() == _TOWNS.countryOf(town) ? Tier.Country : Tier.World;
    }

    /// @inheritdoc IResidency
    function isResident(address wallet, uint32 town) external view returns (bool) {
        uint256 person = _persons[wallet];
        return person.livesIn(town) && !person.isSuspended();
    }

    /// @inheritdoc IMemberRegistry
    function personOf(address wallet) external view returns (Person memory person) {
        person = _persons[wallet].unpack();
        person.waiting = isWaiting(wallet);
    }

    /// @inheritdoc IMemberRegistry
    function isWaiting(address wallet) public view returns (bool) {
        return _persons[wallet].isMarkedWaiting() && _SUCCESSION.isOpen(wallet);
    }

    function _markWaiting(address wallet, bool waiting) private {
        Person memory person = _persons[wallet].unpack();
        person.waiting = waiting;
        _persons[wallet] = person.pack();
        _setWaiting(wallet, person.town, person.number, waiting);
    }

    /// @dev Takes a person's record from their wallet for good.
    function _supersede(address wallet, address successor, uint256 word) private returns (Person memory person) {
        require(!_persons[wallet].isSuperseded(), MemberRegistrySuperseded(wallet));
        require(!_persons[successor].isSuperseded(), MemberRegistrySuperseded(successor));
        person = _persons[wallet].unpack();
        require(person.country != 0, MemberRegistryNoHome(wallet));
        require(successor != address(0) && successor != wallet, MemberRegistryWalletTaken(successor));

        successorOf[wallet] = successor;
        _keep(wallet, person.town, person.number);
        _persons[wallet] = word;
    }

    function _leaveRoles(address wallet, uint32 town) private {
        _AUTHORITY.leaveOffice(wallet);
        _AUTHORITY.leaveTown(wallet, town);
    }

    function _requireUnused(address wallet) private view {
        uint256 word = _persons[wallet];
        require(word == 0 || word == Persons.RESERVED, MemberRegistryWalletTaken(wallet));
    }
}
