// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Absences} from "../lib/Absences.sol";
import {Countries} from "../lib/Countries.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {IResidency} from "../roles/IResidency.sol";
import {Roles} from "../roles/Roles.sol";
import {IEnrolment} from "./IEnrolment.sol";
import {IMemberRegistry, Tier} from "./IMemberRegistry.sol";
import {ITownRegistry} from "./ITownRegistry.sol";
import {Persons} from "./Persons.sol";

/// @title MemberRegistry: persons, one record and one wallet each
/// @notice Holds no money and no name, age or address: only wallets, towns, dates, numbers and person ids. Registrars
/// attest residents and admit members of their own town, within a weekly limit, also by signature; a Town Ambassador
/// attests those they name for first registrar, head office a nominee for ambassador, a Country Ambassador persons of no registered
/// town. Members leave when they like, and persons known already move house when they have said so themselves; only one
/// of no registered town head office may name for a town without that. A registrar and the Town Ambassador together
/// suspend a person, the Country Ambassador reverses it. The Succession ties a person to a new wallet, or closes the
/// record of one who died. Nobody can take a member number away, give it to another person, or give one person two
/// wallets under one person id.
/// Units: seconds, weeks. Assumes: registrars look at identity documents, and derive person ids with their country's
/// key. Known limits: a dishonest registrar can invent persons, at most the town's limit a week, each in the open; a
/// suspended Country Ambassador may reverse their own suspension, until head office removes them.
contract MemberRegistry is IMemberRegistry, EIP712, Nonces {
    using Absences for Absences.Calendar;
    using Persons for Person;
    using Persons for uint256;

    /// @notice How far ahead a residency may be attested; the odd day is a leap day.
    uint256 public constant LONGEST_RESIDENCY = 3 * 365 days + 1 days;

    /// @notice How many persons a Town Ambassador may attest until a registrar is first confirmed.
    uint8 public constant MOST_FIRST_REGISTRARS = 3;

    bytes32 private constant _ADMISSION_TYPEHASH = keccak256(
        "Admission(uint32 town,address wallet,bytes32 personId,uint40 residentUntil,uint256 nonce,uint256 deadline)"
    );

    // One slot: a claim reads the wallet, a submitted timesheet the week of joining. Zero for one who is here.
    struct Member {
        address wallet;
        uint16 joinedIn;
        uint16 awaySince;
    }

    struct Roll {
        uint16 members;
        uint8 registrarsAttested;
        bool someoneWasAway;
    }

    struct Quota {
        uint16 weekIndex;
        uint16 attested;
    }

    struct Suspension {
        address proposer;
        bytes32 reason;
    }

    struct Move {
        bool announced;
        uint32 toTown;
    }

    // A number whose rewards belong to a wallet, kept from an earlier home or inherited.
    struct Kept {
        uint32 town;
        uint16 number;
        bool inherited;
    }

    // What one registrar attests in one transaction, so far.
    struct Batch {
        uint32 town;
        uint16 country;
        address registrar;
        uint256 membersBefore;
        uint256 members;
        uint256 counted;
    }

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IEnrolment private immutable _ENROLMENT;
    address private immutable _SUCCESSION;

    mapping(address wallet => uint256 person) private _persons;
    mapping(uint32 town => mapping(uint256 number => Member)) private _members;
    mapping(uint32 town => Roll) private _rolls;
    mapping(uint32 town => mapping(address registrar => Quota)) private _quotas;
    mapping(uint32 town => Absences.Calendar) private _absences;
    mapping(address wallet => Suspension) private _suspensions;
    mapping(address wallet => Move) private _moves;
    mapping(address wallet => Kept[]) private _kept;

    /// @inheritdoc IMemberRegistry
    mapping(bytes32 personId => address wallet) public walletOf;

    /// @inheritdoc IMemberRegistry
    mapping(address wallet => address) public successorOf;

    modifier onlySuccession() {
        require(msg.sender == _SUCCESSION, MemberRegistryNotSuccession(msg.sender));
        _;
    }

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IEnrolment enrolment,
        address succession
    ) EIP712("One Small Town members", "1") {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _ENROLMENT = enrolment;
        _SUCCESSION = succession;
    }

    /// @inheritdoc IMemberRegistry
    function attest(uint32 town, Attestation[] calldata attestations) external {
        Batch memory batch = _begin(town, msg.sender);
        for (uint256 i = 0; i < attestations.length; i++) {
            _attestOne(batch, attestations[i]);
        }
        _finish(batch);
    }

    /// @inheritdoc IMemberRegistry
    function join(Admission calldata admission, address registrar, bytes calldata signature) external {
        require(block.timestamp <= admission.deadline, MemberRegistryExpired(admission.deadline));
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_ADMISSION_TYPEHASH, admission)));
        bool signed = Signatures.isSigned(registrar, digest, signature);
        require(signed, MemberRegistryBadSignature(registrar));

        _useCheckedNonce(admission.wallet, admission.nonce);
        Batch memory batch = _begin(admission.town, registrar);
        Attestation memory attestation = Attestation({
            wallet: admission.wallet,
            residentUntil: admission.residentUntil,
            joins: true,
            personId: admission.personId
        });
        _attestOne(batch, attestation);
        _finish(batch);
    }

    /// @inheritdoc IMemberRegistry
    function leave() external {
        Person memory person = _persons[msg.sender].unpack();
        require(isMember(msg.sender, person.town), MemberRegistryNotMember(msg.sender));

        person.left = true;
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

        _suspensions[wallet] = Suspension({proposer: msg.sender, reason: reason});

        emit SuspensionProposed(person.town, wallet, reason, msg.sender);
    }

    /// @inheritdoc IMemberRegistry
    function confirmSuspension(address wallet, bytes32 reason) external {
        Person memory person = _persons[wallet].unpack();
        uint32 town = person.town;
        _TOWNS.requireActive(town);
        _TOWNS.requireTownAmbassador(town, msg.sender);
        Suspension memory suspension = _suspensions[wallet];
        require(
            suspension.proposer != address(0) && suspension.reason == reason,
            MemberRegistrySuspensionNotProposed(wallet, reason)
        );
        _requireRegistrar(town, suspension.proposer);

        delete _suspensions[wallet];
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
        _TOWNS.requireActive(person.town);
        _TOWNS.requireCountryAmbassador(person.town, msg.sender);
        require(person.suspended, MemberRegistryNotSuspended(wallet));

        person.suspended = false;
        _persons[wallet] = person.pack();

        emit PersonReinstated(person.town, wallet, msg.sender);

        if (person.number > 0 && !person.left) _endAbsence(person.town, person.number, wallet);
    }

    /// @inheritdoc IMemberRegistry
    function moveHouse(uint32 toTown) external {
        Person memory person = _persons[msg.sender].unpack();
        require(person.country != 0, MemberRegistryNoHome(msg.sender));
        require(!person.suspended, MemberRegistrySuspended(msg.sender));
        if (toTown != 0) _TOWNS.countryOf(toTown);

        _moves[msg.sender] = Move({announced: true, toTown: toTown});

        emit MoveAnnounced(msg.sender, person.town, toTown);
    }

    /// @inheritdoc IMemberRegistry
    function attestFirstRegistrar(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external {
        _TOWNS.requireTownAmbassador(town, msg.sender);
        _TOWNS.requireActive(town);
        require(!_AUTHORITY.hadRegistrar(town), MemberRegistryHasRegistrar(town));
        require(_AUTHORITY.isNamed(Roles.registrar(town), wallet), MemberRegistryNotNamed(town, wallet));
        uint8 attested = ++_rolls[town].registrarsAttested;
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

        for (uint256 i = 0; i < outsiders.length; i++) {
            _attestOutsider(ambassadorOf, outsiders[i]);
        }
    }

    /// @inheritdoc IMemberRegistry
    function moveWallet(bytes32 personId, address newWallet) external onlySuccession {
        (address wallet, Person memory person) = _supersede(personId, newWallet);
        require(_persons[newWallet] == 0, MemberRegistryWalletTaken(newWallet));

        walletOf[personId] = newWallet;
        _persons[newWallet] = person.pack();
        _handOver({from: wallet, to: newWallet, inherited: false});

        emit WalletMoved(personId, wallet, newWallet);

        _leaveRoles(wallet, person.town);
    }

    /// @inheritdoc IMemberRegistry
    function close(bytes32 personId, address heir) external onlySuccession {
        (address wallet, Person memory person) = _supersede(personId, heir);

        _beginAbsence(person.town, person.number);
        _handOver({from: wallet, to: heir, inherited: true});

        emit RecordClosed(personId, wallet, heir);

        _leaveRoles(wallet, person.town);
    }

    /// @inheritdoc IMemberRegistry
    function isMember(address wallet, uint32 town) public view returns (bool) {
        Person memory person = _persons[wallet].unpack();
        return person.town == town && person.number > 0 && !person.left && !person.suspended;
    }

    /// @inheritdoc IMemberRegistry
    function presentWalletOf(address wallet) external view returns (address present) {
        present = wallet;
        for (address next = wallet; next != address(0); next = successorOf[next]) {
            present = next;
        }
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
    function personOf(address wallet) external view returns (Person memory) {
        return _persons[wallet].unpack();
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
    function walletsAt(
        uint32 town,
        uint16[] calldata numbers
    ) external view returns (address[] memory wallets, bool[] memory waiting) {
        wallets = new address[](numbers.length);
        waiting = new bool[](numbers.length);
        for (uint256 i = 0; i < numbers.length; i++) {
            wallets[i] = _members[town][numbers[i]].wallet;
        }
    }

    /// @inheritdoc IMemberRegistry
    function isWaiting(address) external pure returns (bool) {
        return false;
    }

    function _begin(uint32 town, address registrar) private view returns (Batch memory batch) {
        _requireRegistrar(town, registrar);
        _TOWNS.requireActive(town);

        uint256 members = _rolls[town].members;
        batch = Batch({
            town: town,
            country: _TOWNS.countryOf(town),
            registrar: registrar,
            membersBefore: members,
            members: members,
            counted: 0
        });
    }

    function _attestOne(Batch memory batch, Attestation memory a) private {
        (Person memory person, bool counts) = _attested(batch.town, batch.country, a, batch.registrar);
        if (counts) batch.counted++;
        if (a.joins && person.number == 0) person.number = _admit(batch.town, ++batch.members, a.wallet);
        if (a.joins && person.left) {
            person.left = false;
            _endAbsence(batch.town, person.number, a.wallet);
        }

        _persons[a.wallet] = person.pack();
    }

    function _finish(Batch memory batch) private {
        uint32 town = batch.town;
        _rolls[town].members = uint16(batch.members); // at most what `_admit` allows
        _useQuota(town, batch.registrar, batch.counted);

        if (batch.members > batch.membersBefore) _ENROLMENT.enrol(town, batch.membersBefore + 1, batch.members);
    }

    /// @dev A resident whom an ambassador or head office names; nobody joins by this.
    function _attestNamed(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) private {
        Attestation memory attestation = Attestation({
            wallet: wallet,
            residentUntil: residentUntil,
            joins: false,
            personId: personId
        });
        (Person memory person, ) = _attested(town, _TOWNS.countryOf(town), attestation, msg.sender);
        _persons[wallet] = person.pack();
    }

    /// @dev A resident's new record, keeping the number of one who is known here already.
    /// @return person the record, for the caller to write.
    /// @return counts whether the attestation counts against the registrar's limit: it is new, or takes time away.
    function _attested(
        uint32 town,
        uint16 country,
        Attestation memory a,
        address by
    ) private returns (Person memory person, bool counts) {
        uint256 latest = block.timestamp + LONGEST_RESIDENCY;
        require(
            a.residentUntil > block.timestamp && a.residentUntil <= latest,
            MemberRegistryBadResidency(a.residentUntil, block.timestamp, latest)
        );
        person = _identify(a.wallet, a.personId);

        counts = person.town != town || a.residentUntil < person.residentUntil;
        if (person.town != town) _settle(a.wallet, person, town);
        person.country = country;
        person.residentUntil = a.residentUntil;

        emit ResidencyAttested(town, a.wallet, a.personId, a.residentUntil, by);
    }

    function _attestOutsider(uint16 ambassadorOf, Outsider calldata outsider) private {
        uint16 country = outsider.country;
        require(Countries.isCode(country), MemberRegistryBadCountry(country));
        Person memory person = _identify(outsider.wallet, outsider.personId);
        require(
            person.country == 0 || person.country == ambassadorOf,
            MemberRegistryOtherCountry(outsider.wallet, person.country)
        );

        if (person.town != 0 || person.country != country) _settle(outsider.wallet, person, 0);
        person.country = country;
        person.residentUntil = 0;
        _persons[outsider.wallet] = person.pack();

        emit OutsiderAttested(country, outsider.wallet, outsider.personId, msg.sender);
    }

    /// @dev Ties a person id to a wallet, or requires that it is tied to that wallet already.
    function _identify(address wallet, bytes32 personId) private returns (Person memory person) {
        require(wallet != address(0) && personId != 0, MemberRegistryMissing(wallet, personId));
        address known = walletOf[personId];
        require(known == address(0) || known == wallet, MemberRegistryPersonKnown(personId, known));
        uint256 word = _persons[wallet];
        require(word != Persons.SUPERSEDED, MemberRegistrySuperseded(wallet));
        person = word.unpack();
        require(known == wallet || person.country == 0, MemberRegistryWalletTaken(wallet));
        require(!person.suspended, MemberRegistrySuspended(wallet));

        walletOf[personId] = wallet;
    }

    /// @dev Gives a record its new town, and back the number that the person once had there; they join again with it.
    function _settle(address wallet, Person memory person, uint32 town) private {
        if (person.country != 0) _leaveHome(wallet, person, town);
        person.town = town;
        person.number = person.country == 0 ? 0 : _keptIn(wallet, town);
        person.left = person.number > 0;
    }

    function _leaveHome(address wallet, Person memory person, uint32 town) private {
        Move memory move = _moves[wallet];
        bool announced = move.announced && move.toTown == town;
        bool named = person.town == 0 && msg.sender == address(_TOWNS);
        require(announced || named, MemberRegistryLivesElsewhere(wallet, person.town));

        delete _moves[wallet];
        _keep(wallet, person.town, person.number);
        _beginAbsence(person.town, person.number);

        emit HouseMoved(wallet, person.town, town);

        _AUTHORITY.leaveTown(wallet, person.town);
    }

    function _admit(uint32 town, uint256 number, address wallet) private returns (uint16) {
        require(number <= Timesheet.MAX_MEMBERS, MemberRegistryTownFull(town, Timesheet.MAX_MEMBERS));

        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        _members[town][number] = Member({wallet: wallet, joinedIn: weekIndex, awaySince: 0});

        emit MemberAdmitted(town, uint16(number), wallet, weekIndex);

        return uint16(number);
    }

    function _useQuota(uint32 town, address registrar, uint256 counted) private {
        if (counted == 0) return;

        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        Quota memory quota = _quotas[town][registrar];
        uint256 attested = counted + (quota.weekIndex == weekIndex ? quota.attested : 0);
        uint256 limit = _TOWNS.attestationsAWeek(town);
        require(attested <= limit, MemberRegistryOverLimit(registrar, attested, limit));

        // A limit has 16 bits.
        _quotas[town][registrar] = Quota({weekIndex: weekIndex, attested: uint16(attested)});
    }

    /// @dev Of one who never joined, or is away already, nothing changes.
    function _beginAbsence(uint32 town, uint16 number) private {
        Member storage member = _members[town][number];
        if (number == 0 || member.awaySince != 0) return;

        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        member.awaySince = weekIndex;
        _absences[town].begin(number, weekIndex);
        _rolls[town].someoneWasAway = true;

        emit MemberAway(town, number, weekIndex);
    }

    function _endAbsence(uint32 town, uint16 number, address wallet) private {
        uint16 weekIndex = Weeks.indexOf(block.timestamp);
        Member storage member = _members[town][number];
        _absences[town].end(number, member.awaySince, weekIndex);
        member.awaySince = 0;

        emit MemberReturned(town, number, wallet, weekIndex);
    }

    /// @dev Takes a person's record from their wallet for good.
    function _supersede(bytes32 personId, address successor) private returns (address wallet, Person memory person) {
        wallet = walletOf[personId];
        require(wallet != address(0) && successor != address(0), MemberRegistryMissing(successor, personId));
        require(successor != wallet, MemberRegistryWalletTaken(successor));
        require(_persons[wallet] != Persons.SUPERSEDED, MemberRegistrySuperseded(wallet));
        require(_persons[successor] != Persons.SUPERSEDED, MemberRegistrySuperseded(successor));

        person = _persons[wallet].unpack();
        successorOf[wallet] = successor;
        _keep(wallet, person.town, person.number);
        _persons[wallet] = Persons.SUPERSEDED;
    }

    /// @dev Remembers a number beyond the record, once.
    function _keep(address wallet, uint32 town, uint16 number) private {
        if (number == 0 || _keptIn(wallet, town) != 0) return;

        _kept[wallet].push(Kept({town: town, number: number, inherited: false}));
    }

    /// @dev Walks over one person's own homes and inheritances only. What the old wallet keeps is never read again.
    function _handOver(address from, address to, bool inherited) private {
        Kept[] storage kept = _kept[from];
        for (uint256 i = 0; i < kept.length; i++) {
            Kept memory k = kept[i];
            _members[k.town][k.number].wallet = to;
            k.inherited = k.inherited || inherited;
            _kept[to].push(k);
        }
    }

    function _leaveRoles(address wallet, uint32 town) private {
        _AUTHORITY.leaveOffice(wallet);
        _AUTHORITY.leaveTown(wallet, town);
    }

    /// @dev The number that a wallet's person once had in a town; 0 for none.
    function _keptIn(address wallet, uint32 town) private view returns (uint16) {
        Kept[] storage kept = _kept[wallet];
        for (uint256 i = 0; i < kept.length; i++) {
            if (kept[i].town == town && !kept[i].inherited) return kept[i].number;
        }

        return 0;
    }

    function _requireRegistrar(uint32 town, address wallet) private view {
        require(_AUTHORITY.acts(Roles.registrar(town), wallet), MemberRegistryNotRegistrar(town, wallet));
    }
}
