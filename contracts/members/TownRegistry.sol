// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Countries} from "../lib/Countries.sol";
import {Document} from "../lib/Document.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title TownRegistry: countries, towns and their appointments
/// @notice Holds no money. Head office opens countries, founds towns, appoints and removes both ambassadors, and names
/// a resident for that purpose; it stands in for one of a town's two keys that has been missing for `STAND_IN_AFTER`, never for
/// both. A Country Ambassador records the country's legal entity, a Town Ambassador the town's plan, its launch
/// checklist and its parameter within bounds. Nobody can change a town's currency or country, nor appoint an
/// ambassador over one in office.
/// Units: seconds; countries by ISO 3166-1 numeric code. Assumes: the Authority made this contract its appointer.
/// Known limits: a town's currency is fixed for good; a fault of its issuer is the town's fault.
contract TownRegistry is ITownRegistry {
    uint16 public constant LEAST_ATTESTATION_LIMIT = 10;
    uint16 public constant MOST_ATTESTATION_LIMIT = 2_000;
    uint16 public constant DEFAULT_ATTESTATION_LIMIT = 500;

    /// @notice How long a town must lack a key before head office stands in for it.
    uint256 public constant STAND_IN_AFTER = 90 days;

    /// @notice The steps of the launch checklist ("Pre-launch Plan").
    uint8 public constant LAUNCH_STEPS = 20;

    uint256 private constant _MOST_NAME_BYTES = 64;

    IAuthority private immutable _AUTHORITY;
    IMemberRegistry private immutable _MEMBERS;

    mapping(uint32 town => Town) private _towns;

    /// @inheritdoc ITownRegistry
    mapping(uint32 town => string) public nameOf;

    /// @inheritdoc ITownRegistry
    mapping(uint16 country => bytes32 documentHash) public legalEntityOf;

    /// @inheritdoc ITownRegistry
    mapping(uint32 town => mapping(uint8 step => bytes32 evidence)) public launchStepOf;

    mapping(uint32 town => Plan) private _plans;

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

    constructor(IAuthority authority, IMemberRegistry members) {
        _AUTHORITY = authority;
        _MEMBERS = members;
    }

    /// @inheritdoc ITownRegistry
    function appointCountryAmbassador(uint16 country, address wallet) external onlyHeadOffice {
        require(Countries.isCode(country), TownRegistryBadCountry(country));
        bytes32 role = Roles.countryAmbassador(country);
        (, uint256 actsFrom) = _AUTHORITY.ambassadorOf(role);

        if (actsFrom == 0) emit CountryOpened(country, wallet);

        _AUTHORITY.grantRole(role, wallet);
    }

    /// @inheritdoc ITownRegistry
    function appointTownAmbassador(uint32 town, address wallet) external onlyHeadOffice {
        _requireTown(town);

        _AUTHORITY.grantRole(Roles.townAmbassador(town), wallet);
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
        Nominee calldata ambassador
    ) external onlyHeadOffice returns (uint32 town) {
        require(_AUTHORITY.inOffice(Roles.countryAmbassador(country)), TownRegistryCountryNotOpen(country));
        _requireName(name);
        require(address(currency).code.length > 0, TownRegistryNotACurrency(currency));

        town = ++townCount;
        _towns[town] = Town({currency: currency, country: country, attestationLimit: DEFAULT_ATTESTATION_LIMIT});
        nameOf[town] = name;

        emit TownFounded({town: town, country: country, ambassador: ambassador.wallet, currency: currency, name: name});

        _MEMBERS.attestNominee(town, ambassador.wallet, ambassador.residentUntil, ambassador.personId);
        _AUTHORITY.grantRole(Roles.townAmbassador(town), ambassador.wallet);
    }

    /// @inheritdoc ITownRegistry
    function attestNominee(uint32 town, Nominee calldata nominee) external onlyHeadOffice {
        _requireTown(town);

        _MEMBERS.attestNominee(town, nominee.wallet, nominee.residentUntil, nominee.personId);
    }

    /// @inheritdoc ITownRegistry
    function setAttestationLimit(uint32 town, uint16 attestationLimit) external onlyTownAmbassador(town) {
        _requireBounds(attestationLimit, LEAST_ATTESTATION_LIMIT, MOST_ATTESTATION_LIMIT);

        _towns[town].attestationLimit = attestationLimit;

        emit AttestationLimitSet(town, attestationLimit);
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

        legalEntityOf[country] = document.hash;

        emit LegalEntitySet(country, name, registrationNumber, document.hash, document.uri);
    }

    /// @inheritdoc ITownRegistry
    function setPlan(uint32 town, Document calldata plan) external onlyTownAmbassador(town) {
        _requireDocument(plan.hash);

        uint32 version = _plans[town].version + 1;
        _plans[town] = Plan({hash: plan.hash, version: version});

        emit PlanSet(town, version, plan.hash, plan.uri);
    }

    /// @inheritdoc ITownRegistry
    function recordLaunchStep(uint32 town, uint8 step, Document calldata evidence) external onlyTownAmbassador(town) {
        _requireBounds(step, 1, LAUNCH_STEPS);
        _requireDocument(evidence.hash);

        launchStepOf[town][step] = evidence.hash;

        emit LaunchStepRecorded(town, step, evidence.hash, evidence.uri);
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

    /// @inheritdoc ITownRegistry
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
        return _keyOf(Roles.townAmbassador(town), _countryRole(town));
    }

    /// @inheritdoc ITownRegistry
    function countryKeyOf(uint32 town) public view returns (address) {
        return _keyOf(_countryRole(town), Roles.townAmbassador(town));
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
    function requireCountryAmbassador(uint32 town, address wallet) external view {
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

    /// @dev Who holds a key: its acting ambassador, else head office when the key has been missing for long and the
    /// other is there. Head office never holds both.
    function _keyOf(bytes32 role, bytes32 otherRole) private view returns (address) {
        (address holder, uint256 actsFrom) = _AUTHORITY.ambassadorOf(role);
        if (holder != address(0) && block.timestamp >= actsFrom) return holder;

        uint256 since = _AUTHORITY.vacantSince(role);
        bool standsIn = since != 0 && block.timestamp >= since + STAND_IN_AFTER && _AUTHORITY.inOffice(otherRole);
        return standsIn ? _AUTHORITY.headOffice() : address(0);
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
