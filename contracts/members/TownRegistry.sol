// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Countries} from "../lib/Countries.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {ITownCountries} from "../roles/ITownCountries.sol";
import {Roles} from "../roles/Roles.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title TownRegistry: countries, towns and their appointments
/// @notice Holds no money. Head office opens countries, founds towns, appoints and removes both ambassadors, also over
/// one in office, and attests a nominee whom it appoints by the same call; it stands in for nobody. A Country Ambassador
/// records the country's legal entity, a Town Ambassador the town's plan, its launch
/// checklist and its parameters within bounds; the limit of new attestations a week rises only with a second key. Nobody
/// can change a town's currency or country, or appoint an ambassador who has not accepted.
/// Units: seconds; countries by ISO 3166-1 numeric code. Assumes: the Authority made this contract its appointer.
/// Known limits: a town's currency is fixed for good; a fault of its issuer is the town's fault.
contract TownRegistry is ITownRegistry {
    uint16 public constant LEAST_ATTESTATION_LIMIT = 10;
    uint16 public constant MOST_ATTESTATION_LIMIT = 2_000;
    uint16 public constant DEFAULT_ATTESTATION_LIMIT = 200;

    /// @notice How long a proposed limit waits for the second key.
    uint256 public constant PROPOSAL_LASTS = 30 days;

    /// @notice The steps of the launch checklist ("Pre-launch Plan").
    uint8 public constant LAUNCH_STEPS = 20;

    uint256 private constant _MOST_NAME_BYTES = 64;

    // One slot. Zero a week: nobody has set it yet.
    struct Limit {
        uint16 aWeek;
        uint16 proposed;
        uint40 proposedAt;
        address proposer;
    }

    IAuthority private immutable _AUTHORITY;
    IMemberRegistry private immutable _MEMBERS;

    mapping(uint32 town => Town) private _towns;

    /// @inheritdoc ITownRegistry
    mapping(uint32 town => string) public nameOf;

    mapping(uint16 country => LegalEntity) private _legalEntities;
    mapping(uint32 town => bytes32[LAUNCH_STEPS] evidence) private _launchSteps;
    mapping(uint32 town => Plan) private _plans;
    mapping(bytes32 office => Limit) private _limits;

    /// @inheritdoc ITownRegistry
    uint32 public townCount;

    modifier onlyHeadOffice() {
        require(msg.sender == _AUTHORITY.headOffice(), TownRegistryNotHeadOffice(msg.sender));
        _;
    }

    modifier onlyTownAmbassador(uint32 town) {
        requireTownAmbassador(town, msg.sender);
        _;
    }

    modifier onlyInOffice(bytes32 office) {
        bool ambassador = Roles.isAmbassador(Roles.kindOf(office));
        require(ambassador && _AUTHORITY.acts(office, msg.sender), TownRegistryNotInOffice(office, msg.sender));
        _;
    }

    constructor(IAuthority authority, IMemberRegistry members) {
        _AUTHORITY = authority;
        _MEMBERS = members;
    }

    /// @inheritdoc ITownRegistry
    function appointCountryAmbassador(
        uint16 country,
        address wallet,
        IAuthority.Acceptance calldata acceptance
    ) external onlyHeadOffice {
        require(Countries.isCode(country), TownRegistryBadCountry(country));
        bytes32 role = Roles.countryAmbassador(country);
        (, uint256 actsFrom) = _AUTHORITY.ambassadorOf(role);

        if (actsFrom == 0) emit CountryOpened(country, wallet);

        _AUTHORITY.appoint(role, wallet, acceptance);
    }

    /// @inheritdoc ITownRegistry
    function appointTownAmbassador(
        uint32 town,
        address wallet,
        IAuthority.Acceptance calldata acceptance
    ) external onlyHeadOffice {
        _requireTown(town);

        _AUTHORITY.appoint(Roles.townAmbassador(town), wallet, acceptance);
    }

    /// @inheritdoc ITownRegistry
    function appointNominee(
        uint32 town,
        Nominee calldata nominee,
        IAuthority.Acceptance calldata acceptance
    ) external onlyHeadOffice {
        _requireTown(town);

        _appointNominee(town, nominee, acceptance);
    }

    /// @inheritdoc ITownRegistry
    function takeBackAppointment(bytes32 office) external onlyHeadOffice {
        _AUTHORITY.takeBackAppointment(office);
    }

    /// @inheritdoc ITownRegistry
    function removeCountryAmbassador(uint16 country) external onlyHeadOffice {
        _remove(Roles.countryAmbassador(country));
    }

    /// @inheritdoc ITownRegistry
    function removeTownAmbassador(uint32 town) external onlyHeadOffice {
        _remove(Roles.townAmbassador(town));
    }

    /// @inheritdoc ITownRegistry
    function foundTown(
        uint16 country,
        IERC20 currency,
        string calldata name,
        Nominee calldata ambassador,
        IAuthority.Acceptance calldata acceptance
    ) external onlyHeadOffice returns (uint32 town) {
        require(_AUTHORITY.inOffice(Roles.countryAmbassador(country)), TownRegistryCountryNotOpen(country));
        _requireName(name);
        require(address(currency).code.length > 0, TownRegistryNotACurrency(currency));

        town = ++townCount;
        _towns[town] = Town({currency: currency, country: country});
        nameOf[town] = name;

        emit TownFounded({town: town, country: country, ambassador: ambassador.wallet, currency: currency, name: name});

        _appointNominee(town, ambassador, acceptance);
    }

    /// @inheritdoc ITownRegistry
    function lowerAttestationLimit(bytes32 office, uint16 aWeek) external onlyInOffice(office) {
        _requireBounds(aWeek, LEAST_ATTESTATION_LIMIT, _aWeek(office) - 1);

        _setLimit(office, aWeek);
    }

    /// @inheritdoc ITownRegistry
    function proposeAttestationLimit(bytes32 office, uint16 aWeek) external onlyInOffice(office) {
        _requireBounds(aWeek, _aWeek(office) + 1, MOST_ATTESTATION_LIMIT);

        _limits[office] = Limit({
            aWeek: _limits[office].aWeek,
            proposed: aWeek,
            proposedAt: Moments.in40Bits(block.timestamp),
            proposer: msg.sender
        });

        emit AttestationLimitProposed(office, aWeek, msg.sender);
    }

    /// @inheritdoc ITownRegistry
    function takeBackAttestationLimit(bytes32 office) external onlyInOffice(office) {
        Limit memory limit = _limits[office];
        require(_stands(office, limit), TownRegistryLimitNotProposed(office, limit.proposed));

        _limits[office] = Limit({aWeek: limit.aWeek, proposed: 0, proposedAt: 0, proposer: address(0)});

        emit AttestationLimitTakenBack(office, msg.sender);
    }

    /// @inheritdoc ITownRegistry
    function confirmAttestationLimit(bytes32 office, uint16 aWeek) external {
        if (Roles.kindOf(office) == Roles.TOWN_AMBASSADOR) requireCountryAmbassador(Roles.scopeOf(office), msg.sender);
        else require(msg.sender == _AUTHORITY.headOffice(), TownRegistryNotHeadOffice(msg.sender));
        Limit memory limit = _limits[office];
        bool proposed = _stands(office, limit) && limit.proposed == aWeek;
        require(proposed, TownRegistryLimitNotProposed(office, aWeek));

        _setLimit(office, aWeek);
    }

    /// @inheritdoc ITownRegistry
    function setLegalEntity(
        uint16 country,
        string calldata name,
        string calldata registrationNumber,
        Document calldata document
    ) external {
        bytes32 role = Roles.countryAmbassador(country);
        require(_AUTHORITY.acts(role, msg.sender), TownRegistryNotAmbassadorOf(country, msg.sender));
        _requireName(name);
        _requireName(registrationNumber);
        _requireDocument(document.hash);

        _legalEntities[country] = LegalEntity({name: name, registrationNumber: registrationNumber, document: document});

        emit LegalEntitySet(country, name, registrationNumber, document.hash, document.uri);
    }

    /// @inheritdoc ITownRegistry
    function setPlan(uint32 town, Document calldata plan) external onlyTownAmbassador(town) {
        _requireDocument(plan.hash);

        uint32 version = _plans[town].version + 1;
        _plans[town] = Plan({hash: plan.hash, version: version, uri: plan.uri});

        emit PlanSet(town, version, plan.hash, plan.uri);
    }

    /// @inheritdoc ITownRegistry
    function recordLaunchStep(uint32 town, uint8 step, Document calldata evidence) external onlyTownAmbassador(town) {
        _requireBounds(step, 1, LAUNCH_STEPS);
        _requireDocument(evidence.hash);

        _launchSteps[town][step - 1] = evidence.hash;

        emit LaunchStepRecorded(town, step, evidence.hash, evidence.uri);
    }

    /// @inheritdoc ITownRegistry
    function legalEntityOf(uint16 country) external view returns (LegalEntity memory) {
        return _legalEntities[country];
    }

    /// @inheritdoc ITownRegistry
    function launchStepsOf(uint32 town) external view returns (bytes32[LAUNCH_STEPS] memory) {
        return _launchSteps[town];
    }

    /// @inheritdoc ITownRegistry
    function attestationsAWeek(uint32 town) external view returns (uint16) {
        _requireTown(town);
        return _aWeek(Roles.townAmbassador(town));
    }

    /// @inheritdoc ITownRegistry
    function attestationsAWeekOfCountry(uint16 country) external view returns (uint16) {
        return _aWeek(Roles.countryAmbassador(country));
    }

    /// @inheritdoc ITownRegistry
    function attestationLimitOf(bytes32 office) external view returns (AttestationLimit memory) {
        Limit memory limit = _limits[office];
        bool stands = _stands(office, limit);
        return
            AttestationLimit({
                aWeek: _aWeek(office),
                proposed: stands ? limit.proposed : 0,
                until: stands ? limit.proposedAt + PROPOSAL_LASTS : 0
            });
    }

    /// @inheritdoc ITownRegistry
    function planOf(uint32 town) external view returns (Plan memory) {
        return _plans[town];
    }

    /// @inheritdoc ITownRegistry
    function townOf(uint32 town) external view returns (Town memory) {
        _requireTown(town);
        return _towns[town];
    }

    /// @inheritdoc ITownCountries
    function countryOf(uint32 town) public view returns (uint16) {
        _requireTown(town);
        return _towns[town].country;
    }

    /// @inheritdoc ITownRegistry
    function currencyOf(uint32 town) external view returns (IERC20) {
        _requireTown(town);
        return _towns[town].currency;
    }

    /// @inheritdoc ITownRegistry
    function isActive(uint32 town) public view returns (bool) {
        return townKeyOf(town) != address(0) && countryKeyOf(town) != address(0);
    }

    /// @inheritdoc ITownRegistry
    function dormantSince(uint32 town) external view returns (uint256) {
        _requireTown(town);
        uint256 townSince = _AUTHORITY.vacantSince(Roles.townAmbassador(town));
        uint256 countrySince = _AUTHORITY.vacantSince(_countryRole(town));
        if (townSince == 0 || countrySince == 0) return townSince + countrySince;
        return townSince < countrySince ? townSince : countrySince;
    }

    /// @inheritdoc ITownRegistry
    function requireActive(uint32 town) external view {
        _requireTown(town);
        require(isActive(town), TownRegistryDormant(town));
    }

    /// @inheritdoc ITownRegistry
    function isTownAmbassador(uint32 town, address wallet) public view returns (bool) {
        return wallet != address(0) && wallet == townKeyOf(town);
    }

    /// @inheritdoc ITownRegistry
    function isCountryAmbassador(uint32 town, address wallet) public view returns (bool) {
        return wallet != address(0) && wallet == countryKeyOf(town);
    }

    /// @inheritdoc ITownRegistry
    function isAmbassador(uint32 town, address wallet) public view returns (bool) {
        return isTownAmbassador(town, wallet) || isCountryAmbassador(town, wallet);
    }

    /// @inheritdoc ITownRegistry
    function townKeyOf(uint32 town) public view returns (address) {
        return _acting(Roles.townAmbassador(town));
    }

    /// @inheritdoc ITownRegistry
    function countryKeyOf(uint32 town) public view returns (address) {
        return _acting(_countryRole(town));
    }

    /// @inheritdoc ITownRegistry
    function actsSince(uint32 town, address wallet) external view returns (uint256 since) {
        since = _AUTHORITY.actsSince(Roles.townAmbassador(town), wallet);
        if (since == 0) since = _AUTHORITY.actsSince(_countryRole(town), wallet);
    }

    /// @inheritdoc ITownRegistry
    function townAmbassadorOf(uint32 town) external view returns (address holder) {
        (holder, ) = _AUTHORITY.ambassadorOf(Roles.townAmbassador(town));
    }

    /// @inheritdoc ITownRegistry
    function requireTownAmbassador(uint32 town, address wallet) public view {
        require(isTownAmbassador(town, wallet), TownRegistryNotTownAmbassador(town, wallet));
    }

    /// @inheritdoc ITownRegistry
    function requireCountryAmbassador(uint32 town, address wallet) public view {
        require(isCountryAmbassador(town, wallet), TownRegistryNotCountryAmbassador(town, wallet));
    }

    /// @inheritdoc ITownRegistry
    function requireAmbassador(uint32 town, address wallet) external view {
        require(isAmbassador(town, wallet), TownRegistryNotAmbassador(town, wallet));
    }

    function _remove(bytes32 role) private {
        (address holder, ) = _AUTHORITY.ambassadorOf(role);
        require(holder != address(0), TownRegistryNoAmbassador(role));

        _AUTHORITY.revokeRole(role, holder);
    }

    function _appointNominee(uint32 town, Nominee calldata nominee, IAuthority.Acceptance calldata acceptance) private {
        _MEMBERS.attestNominee(town, nominee.wallet, nominee.residentUntil, nominee.personId);
        _AUTHORITY.appoint(Roles.townAmbassador(town), nominee.wallet, acceptance);
    }

    function _setLimit(bytes32 office, uint16 aWeek) private {
        _limits[office] = Limit({aWeek: aWeek, proposed: 0, proposedAt: 0, proposer: address(0)});

        emit AttestationLimitSet(office, aWeek, msg.sender);
    }

    function _aWeek(bytes32 office) private view returns (uint16) {
        uint16 aWeek = _limits[office].aWeek;
        return aWeek == 0 ? DEFAULT_ATTESTATION_LIMIT : aWeek;
    }

    /// @dev Whether a limit waits for its confirmation. One who left office and came back did not propose it in this office.
    function _stands(bytes32 office, Limit memory limit) private view returns (bool) {
        (address holder, uint256 actsFrom) = _AUTHORITY.ambassadorOf(office);
        bool sinceInPower = holder == limit.proposer && actsFrom <= limit.proposedAt;
        return limit.proposed != 0 && sinceInPower && block.timestamp < limit.proposedAt + PROPOSAL_LASTS;
    }

    function _acting(bytes32 role) private view returns (address) {
        (address holder, uint256 actsFrom) = _AUTHORITY.ambassadorOf(role);
        return block.timestamp >= actsFrom ? holder : address(0);
    }

    function _countryRole(uint32 town) private view returns (bytes32) {
        return Roles.countryAmbassador(_towns[town].country);
    }

    function _requireTown(uint32 town) private view {
        require(address(_towns[town].currency) != address(0), TownRegistryNoSuchTown(town));
    }

    function _requireName(string calldata name) private pure {
        require(bytes(name).length > 0 && bytes(name).length <= _MOST_NAME_BYTES, TownRegistryBadName(name));
    }

    function _requireDocument(bytes32 hash) private pure {
        require(hash != 0, TownRegistryNoDocument());
    }

    function _requireBounds(uint256 value, uint256 least, uint256 most) private pure {
        require(value >= least && value <= most, TownRegistryOutOfBounds(value, least, most));
    }
}
