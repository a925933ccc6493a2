// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Countries} from "../lib/Countries.sol";
import {Moments} from "../lib/Moments.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Wallets} from "../lib/Wallets.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {IResidency} from "../roles/IResidency.sol";
import {Roles} from "../roles/Roles.sol";
import {IEnrolment} from "./IEnrolment.sol";
import {IMemberRegistry, Tier} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ITownRegistry} from "./ITownRegistry.sol";
import {MemberNumbers} from "./MemberNumbers.sol";
import {Persons} from "./Persons.sol";

/// @title MemberRegistry: persons, one record and one wallet each
/// @notice Holds no money and no name, age or address: only wallets, towns, dates, numbers and person ids. Registrars
/// attest residents and admit members of their own town, all together within the town's weekly limit, also by signature;
/// a Town Ambassador attests those named for the first registrar, head office a nominee for ambassador, a Country
/// Ambassador persons of no registered town, within a limit of the country's. Members resign when they like, and persons
/// known already move house when they have said so themselves; only one of no registered town head office may name for a
/// town without that. A registrar and the Town Ambassador together suspend a person, the Country Ambassador reverses it.
/// The Succession ties a person to a new wallet, or closes the record of one who died. Nobody can take a member number
/// away, give it to another person, give one person two wallets under one person id, use up a person id of another
/// country, or make a batch fail by what one entry of it is.
/// Units: seconds, weeks. Assumes: registrars look at identity documents, and derive person ids with their country's
/// key. Known limits: a dishonest registrar can invent persons, at most the town's limit a week, each in the open; a
/// suspended Country Ambassador may reverse their own suspension, until head office removes them; a registrar who was
/// dismissed and appointed anew within a month, by both ambassadors, finds what they had proposed before.
contract MemberRegistry is MemberNumbers, EIP712 {
    using EnumerableSet for EnumerableSet.AddressSet;
    using Persons for Person;
    using Persons for uint256;
    using Wallets for address;

    /// @notice How far ahead a residency may be attested; the odd day is a leap day.
    uint256 public constant LONGEST_RESIDENCY = 3 * 365 days + 1 days;

    /// @notice How long before its deadline an admission may be used.
    uint256 public constant ADMISSION_LASTS = 30 days;

    /// @notice How long what a registrar proposed waits for the Town Ambassador.
    uint256 public constant PROPOSAL_LASTS = 30 days;

    /// @notice How many weeks after a move of house the next may be.
    uint16 public constant WEEKS_BETWEEN_MOVES = 8;

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

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IEnrolment private immutable _ENROLMENT;

    mapping(address wallet => uint256 person) private _persons;
    mapping(uint16 country => mapping(bytes32 personId => address wallet)) private _firstWalletOf;
    mapping(uint32 town => Quota) private _quotas;
    mapping(uint16 country => Quota) private _countryQuotas;
    mapping(uint32 town => uint8) private _firstRegistrars;
    mapping(address registrar => mapping(bytes32 digest => bool)) private _revoked;
    mapping(address wallet => Suspension) private _suspensions;
    mapping(uint32 town => EnumerableSet.AddressSet) private _suspensionsIn;
    mapping(address wallet => Move) private _moves;

    /// @inheritdoc IMemberRegistry
    mapping(address wallet => address) public successorOf;

    modifier onlySuccession() {
        require(msg.sender == address(_SUCCESSION), MemberRegistryNotSuccession(msg.sender));
        _;
    }

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IEnrolment enrolment,
        ISuccession succession
    ) MemberNumbers(succession) EIP712("One Small Town members", "1") {
        _AUTHORITY = authority;
        _TOWNS = towns;
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
        _requireNone(_attestOne(batch, attestation));
        _finish(batch);
    }

    /// @inheritdoc IMemberRegistry
    function revokeAdmission(Admission calldata admission) external {
        _revoked[msg.sender][_digestOf(admission)] = true;

        emit AdmissionRevoked(admission.town, admission.wallet, msg.sender, admission.nonce);
    }

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
    function presentWalletOf(address wallet) external view returns (address present) {
        present = wallet;
        for (address next = wallet; next != address(0); next = successorOf[next]) {
            present = next;
        }
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
    function walletOf(uint16 country, bytes32 personId) public view returns (address) {
        return ownWalletOf(_firstWalletOf[country][personId]);
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

    /// @inheritdoc IMemberRegistry
    function attestedThisWeek(uint32 town) public view returns (uint16) {
        return _countedIn(_quotas[town]);
    }

    /// @inheritdoc IMemberRegistry
    function attestedThisWeekBy(uint16 country) public view returns (uint16) {
        return _countedIn(_countryQuotas[country]);
    }

    /// @inheritdoc IMemberRegistry
    function isWaiting(address wallet) public view returns (bool) {
        return _persons[wallet].isMarkedWaiting() && _SUCCESSION.isOpen(wallet);
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
        _requireNone(_attestOne(batch, attestation));
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
        if (!Countries.isCode(country)) return (false, _problem(MemberRegistryBadCountry.selector, country));
        uint256 word;
        (word, problem) = _identify(ambassadorOf, wallet, outsider.personId);
        if (problem.length > 0) return (false, problem);
        Person memory person = word.unpack();

        bool moves = person.town != 0 || person.country != country;
        bool itsOwn = person.country == 0 || person.idCountry == ambassadorOf || (moves && country == ambassadorOf);
        if (!itsOwn) return (false, _problem(MemberRegistryOtherCountry.selector, wallet, person.idCountry));
        if (moves) {
            problem = _problemOfMove(wallet, person, 0, country);
            if (problem.length == 0 && attested >= limit) {
                problem = _problem(MemberRegistryOverLimit.selector, attested + 1, limit);
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

    /// @dev Gives a record its new town, and back the number that the person once had there; they join again with it.
    function _settle(address wallet, Person memory person, uint32 town) private {
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
        if (why != 0) problem = _problem(why, wallet);
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
            if (!batch.takesNew) return _problem(ITownRegistry.TownRegistryDormant.selector, batch.town);
            if (batch.attested >= batch.limit) {
                return _problem(MemberRegistryOverLimit.selector, batch.attested + 1, batch.limit);
            }
        }
        if (a.joins && batch.members >= Timesheet.MAX_MEMBERS) {
            uint16 number = arrives ? _keptIn(a.wallet, batch.town) : person.number;
            if (number == 0) return _problem(MemberRegistryTownFull.selector, batch.town, Timesheet.MAX_MEMBERS);
        }
    }

    /// @dev What speaks against a move of house; nothing for somebody new.
    function _problemOfMove(
        address wallet,
        Person memory person,
        uint32 town,
        uint16 country
    ) private view returns (bytes memory problem) {
        if (person.country == 0) return problem;
        if (isWaiting(wallet)) return _problem(MemberRegistrySuccessionOpen.selector, wallet);
        Move memory move = _moves[wallet];
        bool announced = move.toCountry == country && move.toTown == town;
        bool named = person.town == 0 && msg.sender == address(_TOWNS);
        if (!announced && !named) return _problem(MemberRegistryLivesElsewhere.selector, wallet, person.town);
        uint16 again = person.movedIn + WEEKS_BETWEEN_MOVES;
        if (person.movedIn != 0 && Weeks.indexOf(block.timestamp) < again) {
            return _problem(MemberRegistryMovedLately.selector, wallet, again);
        }
    }

    /// @dev Whether what a registrar proposed still waits for the Town Ambassador.
    function _stands(uint32 town, Suspension memory suspension) private view returns (bool) {
        bool waits = block.timestamp < suspension.proposedAt + PROPOSAL_LASTS;
        return waits && _AUTHORITY.acts(Roles.registrar(town), suspension.proposer);
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

    function _requireUnused(address wallet) private view {
        uint256 word = _persons[wallet];
        require(word == 0 || word == Persons.RESERVED, MemberRegistryWalletTaken(wallet));
    }

    function _requireRegistrar(uint32 town, address wallet) private view {
        require(_AUTHORITY.acts(Roles.registrar(town), wallet), MemberRegistryNotRegistrar(town, wallet));
    }

    /// @dev Reverts with the error that a problem is.
    function _requireNone(bytes memory problem) private pure {
        if (problem.length == 0) return;
        assembly ("memory-safe") {
            revert(add(problem, 0x20), mload(problem))
        }
    }

    function _problem(bytes4 why, address wallet) private pure returns (bytes memory) {
        return abi.encodeWithSelector(why, wallet);
    }

    function _problem(bytes4 why, uint256 value) private pure returns (bytes memory) {
        return abi.encodeWithSelector(why, value);
    }

    function _problem(bytes4 why, address wallet, uint256 value) private pure returns (bytes memory) {
        return abi.encodeWithSelector(why, wallet, value);
    }

    function _problem(bytes4 why, uint256 value, uint256 bound) private pure returns (bytes memory) {
        return abi.encodeWithSelector(why, value, bound);
    }
}
