// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Countries} from "../lib/Countries.sol";
import {Problems} from "../lib/Problems.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Wallets} from "../lib/Wallets.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {Departures} from "./Departures.sol";
import {IEnrolment} from "./IEnrolment.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ITownRegistry} from "./ITownRegistry.sol";
import {Persons} from "./Persons.sol";

/// @title MemberRegistry: persons, one record and one wallet each
/// @notice Holds no money and no name, age or address: only wallets, towns, dates, numbers and person ids. Here persons are
/// attested and admitted; the numbers of members, the records of persons and how they leave are in MemberNumbers,
/// PersonRecords and Departures. Registrars attest residents and admit members of their own town, all together within the
/// town's weekly limit, also by signature; a Town Ambassador attests those named for the first registrar, head office a
/// nominee for ambassador, a Country Ambassador persons of no registered town, within a limit of the country's. Nobody can
/// give one person two wallets under one person id, use up a person id of another country, or make a batch fail by what
/// one entry of it is.
/// Units: seconds, weeks. Assumes: registrars look at identity documents, and derive person ids with their country's
/// key. Known limits: a dishonest registrar can invent persons, at most the town's limit a week, each in the open.
contract MemberRegistry is Departures, EIP712 {
    using Persons for Person;
    using Persons for uint256;
    using Wallets for address;

    /// @notice How far ahead a residency may be attested; the odd day is a leap day.
    uint256 public constant LONGEST_RESIDENCY = 3 * 365 days + 1 days;

    /// @notice How long before its deadline an admission may be used.
    uint256 public constant ADMISSION_LASTS = 30 days;

    /// @notice How many persons a Town Ambassador may attest until a registrar is first confirmed.
    uint8 public constant MOST_FIRST_REGISTRARS = 3;

    bytes32 private constant _ADMISSION_TYPEHASH = keccak256(
        "Admission(uint32 town,address wallet,bytes32 personId,uint40 residentUntil,uint256 nonce,uint256 deadline)"
    );

    struct Quota {
        uint16 weekIndex;
        uint16 attested;
    }

    // What is attested for one town in one transaction: who does it and may do how much, and how much there was so far.
    struct Batch {
        uint32 town;
        uint16 country;
        address by;
        bool takesNew;
        uint256 limit;
        uint256 attested;
        uint256 members;
    }

    IEnrolment private immutable _ENROLMENT;

    mapping(uint16 country => mapping(bytes32 personId => address wallet)) private _firstWalletOf;
    mapping(uint32 town => Quota) private _quotas;
    mapping(uint16 country => Quota) private _countryQuotas;
    mapping(uint32 town => uint8) private _firstRegistrars;
    mapping(address registrar => mapping(bytes32 digest => bool)) private _revoked;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IEnrolment enrolment,
        ISuccession succession
    ) Departures(authority, towns, succession) EIP712("One Small Town members", "1") {
        _ENROLMENT = enrolment;
    }

    /// @inheritdoc IMemberRegistry
    function attest(uint32 town, Attestation[] calldata attestations) external {
        Batch memory batch = _begin(town, msg.sender);
        for (uint256 i = 0; i < attestations.length; i++) {
            Attestation calldata a = attestations[i];
            bytes memory problem = _attestOne(batch, a);
            if (problem.length > 0) emit AttestationSkipped(town, a.wallet, a.personId, msg.sender, problem);
        }
        _finish(batch);
    }

    /// @inheritdoc IMemberRegistry
    function join(Admission calldata admission, address registrar, bytes calldata signature) external {
        address wallet = admission.wallet;
        uint256 from = admission.deadline < ADMISSION_LASTS ? 0 : admission.deadline - ADMISSION_LASTS;
        require(
            block.timestamp >= from && block.timestamp <= admission.deadline,
            MemberRegistryAdmissionNotNow(from, admission.deadline)
        );
        bytes32 digest = _digestOf(admission);
        require(Signatures.isSigned(registrar, digest, signature), MemberRegistryBadSignature(registrar));
        require(!_revoked[registrar][digest], MemberRegistryAdmissionRevoked(wallet, registrar));
        uint256 next = _persons[wallet].unpack().nonce;
        require(admission.nonce == next, MemberRegistryAdmissionUsed(wallet, admission.nonce, next));

        Batch memory batch = _begin(admission.town, registrar);
        Attestation memory attestation = Attestation({
            wallet: wallet,
            residentUntil: admission.residentUntil,
            joins: true,
            personId: admission.personId
        });
        Problems.requireNone(_attestOne(batch, attestation));
        _finish(batch);
    }

    /// @inheritdoc IMemberRegistry
    function revokeAdmission(Admission calldata admission) external {
        _revoked[msg.sender][_digestOf(admission)] = true;

        emit AdmissionRevoked(admission.town, admission.wallet, msg.sender, admission.nonce);
    }

    /// @inheritdoc IMemberRegistry
    function attestFirstRegistrar(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external {
        _TOWNS.requireTownAmbassador(town, msg.sender);
        _TOWNS.requireActive(town);
        require(!_AUTHORITY.hadRegistrar(town), MemberRegistryHasRegistrar(town));
        require(_AUTHORITY.isNamed(Roles.registrar(town), wallet), MemberRegistryNotNamed(town, wallet));
        uint8 attested = ++_firstRegistrars[town];
        require(attested <= MOST_FIRST_REGISTRARS, MemberRegistryEnoughRegistrars(town, MOST_FIRST_REGISTRARS));

        _attestNamed(town, wallet, residentUntil, personId);
    }

    /// @inheritdoc IMemberRegistry
    function attestNominee(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external {
        require(msg.sender == address(_TOWNS), MemberRegistryNotTownRegistry(msg.sender));

        _attestNamed(town, wallet, residentUntil, personId);
    }

    /// @inheritdoc IMemberRegistry
    function attestOutsiders(uint16 ambassadorOf, Outsider[] calldata outsiders) external {
        bytes32 role = Roles.countryAmbassador(ambassadorOf);
        require(_AUTHORITY.acts(role, msg.sender), MemberRegistryNotCountryAmbassador(ambassadorOf, msg.sender));

        uint16 before = attestedThisWeekBy(ambassadorOf);
        uint256 attested = before;
        uint256 limit = _TOWNS.attestationsAWeekOfCountry(ambassadorOf);
        for (uint256 i = 0; i < outsiders.length; i++) {
            Outsider calldata o = outsiders[i];
            (bool isNew, bytes memory problem) = _attestOutsider(ambassadorOf, o, attested, limit);
            if (isNew) attested++;
            if (problem.length > 0) emit AttestationSkipped(0, o.wallet, o.personId, msg.sender, problem);
        }
        if (attested > before) _countryQuotas[ambassadorOf] = _quotaOf(attested);
    }

    /// @inheritdoc IMemberRegistry
    function walletOf(uint16 country, bytes32 personId) public view returns (address) {
        return ownWalletOf(_firstWalletOf[country][personId]);
    }

    /// @inheritdoc IMemberRegistry
    function attestedThisWeek(uint32 town) public view returns (uint16) {
        return _countedIn(_quotas[town]);
    }

    /// @inheritdoc IMemberRegistry
    function attestedThisWeekBy(uint16 country) public view returns (uint16) {
        return _countedIn(_countryQuotas[country]);
    }

    function _begin(uint32 town, address registrar) private view returns (Batch memory) {
        _requireRegistrar(town, registrar);
        return
            Batch({
                town: town,
                country: _TOWNS.countryOf(town),
                by: registrar,
                takesNew: _TOWNS.isActive(town),
                limit: _TOWNS.attestationsAWeek(town),
                attested: attestedThisWeek(town),
                members: memberCount(town)
            });
    }

    function _finish(Batch memory batch) private {
        uint32 town = batch.town;
        if (batch.attested > attestedThisWeek(town)) _quotas[town] = _quotaOf(batch.attested);

        uint256 before = memberCount(town);
        if (batch.members == before) return;
        _setMembers(town, batch.members);
        _ENROLMENT.enrol(town, before + 1, batch.members);
    }

    /// @dev A resident whom an ambassador or head office names; nobody joins by this, and no registrar's limit is used.
    function _attestNamed(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) private {
        Batch memory batch = Batch({
            town: town,
            country: _TOWNS.countryOf(town),
            by: msg.sender,
            takesNew: true,
            limit: type(uint256).max,
            attested: 0,
            members: 0
        });
        Attestation memory attestation = Attestation({
            wallet: wallet,
            residentUntil: residentUntil,
            joins: false,
            personId: personId
        });
        Problems.requireNone(_attestOne(batch, attestation));
    }

    /// @return problem what speaks against it, as an encoded error; nothing has changed then.
    function _attestOne(Batch memory batch, Attestation memory a) private returns (bytes memory problem) {
        uint256 word;
        (word, problem) = _identify(batch.country, a.wallet, a.personId);
        if (problem.length > 0) return problem;
        Person memory person = word.unpack();
        problem = _problemOf(batch, a, person);
        if (problem.length > 0) return problem;

        if (person.town != batch.town) {
            batch.attested++;
            _settle(a.wallet, person, batch.town);
        }
        _firstWalletOf[batch.country][a.personId] = a.wallet;
        person.country = batch.country;
        person.idCountry = batch.country;
        person.residentUntil = a.residentUntil;
        person.nonce++;

        emit ResidencyAttested(batch.town, a.wallet, a.personId, a.residentUntil, batch.by);

        if (a.joins) _join(batch, a.wallet, person);
        _persons[a.wallet] = person.pack();
    }

    /// @dev Gives one who has none a number, and takes back one who left.
    function _join(Batch memory batch, address wallet, Person memory person) private {
        bool movedNow = person.movedIn == Weeks.indexOf(block.timestamp);
        if (person.number == 0) {
            person.number = uint16(++batch.members); // at most what a timesheet can hold
            _admit(batch.town, person.number, wallet, person.waiting, movedNow);
        } else if (person.left) {
            person.left = false;
            _endAbsence(batch.town, person.number, wallet, movedNow);
        }
    }

    function _attestOutsider(
        uint16 ambassadorOf,
        Outsider calldata outsider,
        uint256 attested,
        uint256 limit
    ) private returns (bool isNew, bytes memory problem) {
        address wallet = outsider.wallet;
        uint16 country = outsider.country;
        if (!Countries.isCode(country)) return (false, Problems.encode(MemberRegistryBadCountry.selector, country));
        uint256 word;
        (word, problem) = _identify(ambassadorOf, wallet, outsider.personId);
        if (problem.length > 0) return (false, problem);
        Person memory person = word.unpack();

        bool moves = person.town != 0 || person.country != country;
        bool itsOwn = person.country == 0 || person.idCountry == ambassadorOf || (moves && country == ambassadorOf);
        if (!itsOwn) return (false, Problems.encode(MemberRegistryOtherCountry.selector, wallet, person.idCountry));
        if (moves) {
            problem = _problemOfMove(wallet, person, 0, country);
            if (problem.length == 0 && attested >= limit) {
                problem = Problems.encode(MemberRegistryOverLimit.selector, attested + 1, limit);
            }
            if (problem.length > 0) return (false, problem);
            _settle(wallet, person, 0);
        }
        _firstWalletOf[ambassadorOf][outsider.personId] = wallet;
        person.country = country;
        person.idCountry = ambassadorOf;
        person.residentUntil = 0;
        person.nonce++;
        _persons[wallet] = person.pack();

        emit OutsiderAttested(country, wallet, outsider.personId, ambassadorOf, msg.sender);

        return (moves, problem);
    }

    /// @dev The word of whom a wallet and an id of a country belong to; empty for somebody new.
    function _identify(
        uint16 country,
        address wallet,
        bytes32 personId
    ) private view returns (uint256 word, bytes memory problem) {
        if (wallet == address(0) || personId == 0) {
            return (0, abi.encodeWithSelector(MemberRegistryMissing.selector, wallet, personId));
        }
        address known = walletOf(country, personId);
        if (known != address(0) && known != wallet) {
            return (0, abi.encodeWithSelector(MemberRegistryPersonKnown.selector, personId, known));
        }

        word = _persons[wallet];
        bytes4 why;
        if (word.isSuperseded()) why = MemberRegistrySuperseded.selector;
        else if (word == Persons.RESERVED && _SUCCESSION.isReserved(wallet)) why = MemberRegistryReserved.selector;
        else if (known == address(0) && word.idCountryOf() == country) why = MemberRegistryWalletTaken.selector;
        else if (word.isSuspended()) why = MemberRegistrySuspended.selector;
        else if (!_isPersons(wallet)) why = MemberRegistryContractWallet.selector;
        if (why != 0) problem = Problems.encode(why, wallet);
    }

    /// @dev A contract may be everybody's. One that named a nominee has said that it is a person's.
    function _isPersons(address wallet) private view returns (bool) {
        return !wallet.isContract() || _SUCCESSION.mayBeFollowed(wallet);
    }

    /// @dev What speaks against attesting a person in a town.
    function _problemOf(
        Batch memory batch,
        Attestation memory a,
        Person memory person
    ) private view returns (bytes memory problem) {
        uint256 latest = block.timestamp + LONGEST_RESIDENCY;
        if (a.residentUntil <= block.timestamp || a.residentUntil > latest) {
            return
                abi.encodeWithSelector(MemberRegistryBadResidency.selector, a.residentUntil, block.timestamp, latest);
        }

        bool arrives = person.town != batch.town;
        if (arrives) {
            problem = _problemOfMove(a.wallet, person, batch.town, batch.country);
            if (problem.length > 0) return problem;
            if (!batch.takesNew) return Problems.encode(ITownRegistry.TownRegistryDormant.selector, batch.town);
            if (batch.attested >= batch.limit) {
                return Problems.encode(MemberRegistryOverLimit.selector, batch.attested + 1, batch.limit);
            }
        }
        if (a.joins && batch.members >= Timesheet.MAX_MEMBERS) {
            uint16 number = arrives ? _keptIn(a.wallet, batch.town) : person.number;
            if (number == 0) return Problems.encode(MemberRegistryTownFull.selector, batch.town, Timesheet.MAX_MEMBERS);
        }
    }

    function _countedIn(Quota memory quota) private view returns (uint16) {
        return quota.weekIndex == Weeks.indexOf(block.timestamp) ? quota.attested : 0;
    }

    /// @dev A limit has 16 bits.
    function _quotaOf(uint256 attested) private view returns (Quota memory) {
        return Quota({weekIndex: Weeks.indexOf(block.timestamp), attested: uint16(attested)});
    }

    function _digestOf(Admission calldata admission) private view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(_ADMISSION_TYPEHASH, admission)));
    }
}
