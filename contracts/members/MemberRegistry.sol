// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Timesheet} from "../lib/Timesheet.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {IResidency} from "../roles/IResidency.sol";
import {Roles} from "../roles/Roles.sol";
import {IEnrolment} from "./IEnrolment.sol";
import {IMemberRegistry, Tier} from "./IMemberRegistry.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title MemberRegistry: persons, one record and one wallet each
/// @notice Holds no money and no name, age or address: only wallets, towns, dates, numbers and person ids. Registrars
/// attest residents and admit members of their own town, within a weekly limit; a Town Ambassador attests the first
/// registrar, head office a nominee for ambassador, a Country Ambassador persons of no registered town. Nobody can
/// take a member number away, give it to another person, or give one person two wallets under one person id.
/// Units: seconds, weeks. Assumes: registrars look at identity documents, and derive person ids with their country's
/// key. Known limits: a dishonest registrar can invent persons, at most the town's limit a week, each in the open.
contract MemberRegistry is IMemberRegistry {
    /// @notice How far ahead a residency may be attested: three years, a leap day included.
    uint256 public constant LONGEST_RESIDENCY = 3 * 365 days + 1 days;

    uint16 private constant _LAST_COUNTRY = 999;

    // One slot: a claim reads the wallet, a submitted timesheet the week.
    struct Member {
        address wallet;
        uint16 joinedIn;
    }

    struct Roll {
        uint16 members;
        bool firstRegistrarAttested;
    }

    struct Quota {
        uint16 weekIndex;
        uint16 attested;
    }

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IEnrolment private immutable _ENROLMENT;
    address private immutable _SUCCESSION;

    mapping(address wallet => Person) private _persons;
    mapping(uint32 town => mapping(uint256 number => Member)) private _members;
    mapping(uint32 town => Roll) private _rolls;
    mapping(uint32 town => mapping(address registrar => Quota)) private _quotas;

    /// @inheritdoc IMemberRegistry
    mapping(bytes32 personId => address wallet) public walletOf;

    /// @inheritdoc IMemberRegistry
    mapping(address wallet => address) public successorOf;

    constructor(IAuthority authority, ITownRegistry towns, IEnrolment enrolment, address succession) {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _ENROLMENT = enrolment;
        _SUCCESSION = succession;
    }

    /// @inheritdoc IMemberRegistry
    function attest(uint32 town, Attestation[] calldata attestations) external {
        require(_AUTHORITY.acts(Roles.registrar(town), msg.sender), MemberRegistryNotRegistrar(town, msg.sender));
        _TOWNS.requireActive(town);

        uint16 country = _TOWNS.countryOf(town);
        uint256 counted;
        uint256 before = _rolls[town].members;
        uint256 members = before;
        for (uint256 i = 0; i < attestations.length; i++) {
            Attestation calldata a = attestations[i];
            (Person memory person, bool counts) = _attested(town, country, a.wallet, a.residentUntil, a.personId);
            if (counts) counted++;
            if (a.joins && person.number == 0) person.number = _admit(town, ++members, a.wallet);
            _persons[a.wallet] = person;
        }

        _rolls[town].members = uint16(members);
        _useQuota(town, counted);

        if (members > before) _ENROLMENT.enrol(town, before + 1, members);
    }

    /// @inheritdoc IMemberRegistry
    function attestFirstRegistrar(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external {
        _TOWNS.requireTownAmbassador(town, msg.sender);
        _TOWNS.requireActive(town);
        require(!_rolls[town].firstRegistrarAttested, MemberRegistryFirstRegistrarAttested(town));

        _rolls[town].firstRegistrarAttested = true;
        (_persons[wallet], ) = _attested(town, _TOWNS.countryOf(town), wallet, residentUntil, personId);
    }

    /// @inheritdoc IMemberRegistry
    function attestNominee(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external {
        require(msg.sender == address(_TOWNS), MemberRegistryNotTownRegistry(msg.sender));

        (_persons[wallet], ) = _attested(town, _TOWNS.countryOf(town), wallet, residentUntil, personId);
    }

    /// @inheritdoc IMemberRegistry
    function attestOutsiders(uint16 ambassadorOf, Outsider[] calldata outsiders) external {
        bytes32 role = Roles.countryAmbassador(ambassadorOf);
        require(_AUTHORITY.acts(role, msg.sender), MemberRegistryNotCountryAmbassador(ambassadorOf, msg.sender));

        for (uint256 i = 0; i < outsiders.length; i++) {
            _attestOutsider(ambassadorOf, outsiders[i]);
        }
    }

    /// @inheritdoc IMemberRegistry
    function moveWallet(bytes32, address) external view {
        require(msg.sender == _SUCCESSION, MemberRegistryNotSuccession(msg.sender));
    }

    /// @inheritdoc IMemberRegistry
    function close(bytes32, address) external view {
        require(msg.sender == _SUCCESSION, MemberRegistryNotSuccession(msg.sender));
    }

    /// @inheritdoc IMemberRegistry
    function isMember(address wallet, uint32 town) external view returns (bool) {
        Person memory person = _persons[wallet];
        return person.town == town && person.number > 0 && !person.left && !person.suspended;
    }

    /// @inheritdoc IMemberRegistry
    function awayWords(uint32, uint256 words) external pure returns (uint256[] memory) {
        return new uint256[](words);
    }

    /// @inheritdoc IMemberRegistry
    function wasAway(uint32, uint256, uint16) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IMemberRegistry
    function tierOf(address wallet, uint32 town) external view returns (Tier) {
        Person memory person = _persons[wallet];
        if (person.country == 0) return Tier.None;
        if (person.town == town && person.residentUntil >= block.timestamp) return Tier.Local;
        if (person.country == _TOWNS.countryOf(town)) return Tier.Country;
        return Tier.World;
    }

    /// @inheritdoc IResidency
    function isResident(address wallet, uint32 town) external view returns (bool) {
        Person memory person = _persons[wallet];
        return town != 0 && person.town == town && person.residentUntil >= block.timestamp;
    }

    /// @inheritdoc IMemberRegistry
    function personOf(address wallet) external view returns (Person memory) {
        return _persons[wallet];
    }

    /// @inheritdoc IMemberRegistry
    function memberCount(uint32 town) external view returns (uint16) {
        return _rolls[town].members;
    }

    /// @inheritdoc IMemberRegistry
    function memberAt(uint32 town, uint256 number) external view returns (address wallet, uint16 joinedIn) {
        Member memory member = _members[town][number];
        return (member.wallet, member.joinedIn);
    }

    /// @inheritdoc IMemberRegistry
    function walletsAt(uint32 town, uint16[] calldata numbers) external view returns (address[] memory wallets) {
        wallets = new address[](numbers.length);
        for (uint256 i = 0; i < numbers.length; i++) {
            wallets[i] = _members[town][numbers[i]].wallet;
        }
    }

    /// @dev A resident's new record, keeping the number of one who is known here already.
    /// @return person the record, for the caller to write.
    /// @return counts whether the attestation counts against the registrar's limit: it is new, or takes time away.
    function _attested(
        uint32 town,
        uint16 country,
        address wallet,
        uint40 residentUntil,
        bytes32 personId
    ) private returns (Person memory person, bool counts) {
        uint256 latest = block.timestamp + LONGEST_RESIDENCY;
        require(
            residentUntil > block.timestamp && residentUntil <= latest,
            MemberRegistryBadResidency(residentUntil, block.timestamp, latest)
        );
        _identify(wallet, personId);
        person = _persons[wallet];
        require(person.town == 0 || person.town == town, MemberRegistryLivesElsewhere(wallet, person.town));

        counts = person.town == 0 || residentUntil < person.residentUntil;
        person.town = town;
        person.country = country;
        person.residentUntil = residentUntil;

        emit ResidencyAttested(town, wallet, personId, residentUntil, msg.sender);
    }

    function _attestOutsider(uint16 ambassadorOf, Outsider calldata outsider) private {
        uint16 country = outsider.country;
        require(country > 0 && country <= _LAST_COUNTRY, MemberRegistryBadCountry(country));
        _identify(outsider.wallet, outsider.personId);
        Person memory person = _persons[outsider.wallet];
        require(person.town == 0, MemberRegistryLivesElsewhere(outsider.wallet, person.town));
        require(
            person.country == 0 || person.country == ambassadorOf,
            MemberRegistryOtherCountry(outsider.wallet, person.country)
        );

        _persons[outsider.wallet].country = country;

        emit OutsiderAttested(country, outsider.wallet, outsider.personId, msg.sender);
    }

    /// @dev Ties a person id to a wallet, or requires that it is tied to that wallet already.
    function _identify(address wallet, bytes32 personId) private {
        require(wallet != address(0) && personId != 0, MemberRegistryMissing(wallet, personId));
        address known = walletOf[personId];
        if (known == wallet) return;

        require(known == address(0), MemberRegistryPersonKnown(personId, known));
        require(_persons[wallet].country == 0, MemberRegistryWalletTaken(wallet));

        walletOf[personId] = wallet;
    }

    function _admit(uint32 town, uint256 number, address wallet) private returns (uint16) {
        require(number <= Timesheet.MAX_MEMBERS, MemberRegistryTownFull(town, Timesheet.MAX_MEMBERS));

        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        _members[town][number] = Member({wallet: wallet, joinedIn: weekIndex});

        emit MemberAdmitted(town, uint16(number), wallet, weekIndex);

        return uint16(number);
    }

    function _useQuota(uint32 town, uint256 counted) private {
        if (counted == 0) return;

        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        Quota memory quota = _quotas[town][msg.sender];
        uint256 attested = counted + (quota.weekIndex == weekIndex ? quota.attested : 0);
        uint256 limit = _TOWNS.townOf(town).attestationLimit;
        require(attested <= limit, MemberRegistryOverLimit(msg.sender, attested, limit));

        _quotas[town][msg.sender] = Quota({weekIndex: weekIndex, attested: uint16(attested)});
    }
}
