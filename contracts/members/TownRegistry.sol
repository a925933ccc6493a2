// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title TownRegistry: countries, towns and their appointments
/// @notice Holds no money. Head office opens countries, founds towns, appoints and removes both ambassadors, and names
/// a resident for that purpose. A Town Ambassador sets the town's two parameters within bounds. Nobody can change a
/// town's currency or country, nor appoint an ambassador over one in office.
/// Units: seconds; countries by ISO 3166-1 numeric code. Assumes: the Authority made this contract its appointer.
/// Known limits: a town's currency is fixed for good; a fault of its issuer is the town's fault.
contract TownRegistry is ITownRegistry {
    uint32 public constant LEAST_REVIEW_WINDOW = 1 days;
    uint32 public constant MOST_REVIEW_WINDOW = 7 days;
    uint32 public constant DEFAULT_REVIEW_WINDOW = 2 days;

    uint16 public constant LEAST_ATTESTATION_LIMIT = 10;
    uint16 public constant MOST_ATTESTATION_LIMIT = 2_000;
    uint16 public constant DEFAULT_ATTESTATION_LIMIT = 500;

    uint256 private constant _MOST_NAME_BYTES = 64;
    uint16 private constant _LAST_COUNTRY = 999;

    IAuthority private immutable _AUTHORITY;
    IMemberRegistry private immutable _MEMBERS;

    mapping(uint32 town => Town) private _towns;

    /// @inheritdoc ITownRegistry
    mapping(uint32 town => string) public nameOf;

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
        require(country > 0 && country <= _LAST_COUNTRY, TownRegistryBadCountry(country));
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
        require(bytes(name).length > 0 && bytes(name).length <= _MOST_NAME_BYTES, TownRegistryBadName(name));
        require(address(currency).code.length > 0, TownRegistryNotACurrency(currency));

        town = ++townCount;
        _towns[town] = Town({
            currency: currency,
            country: country,
            reviewWindow: DEFAULT_REVIEW_WINDOW,
            attestationLimit: DEFAULT_ATTESTATION_LIMIT
        });
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
    function setReviewWindow(uint32 town, uint32 reviewWindow) external onlyTownAmbassador(town) {
        _requireBounds(reviewWindow, LEAST_REVIEW_WINDOW, MOST_REVIEW_WINDOW);

        _towns[town].reviewWindow = reviewWindow;

        emit ReviewWindowSet(town, reviewWindow);
    }

    /// @inheritdoc ITownRegistry
    function setAttestationLimit(uint32 town, uint16 attestationLimit) external onlyTownAmbassador(town) {
        _requireBounds(attestationLimit, LEAST_ATTESTATION_LIMIT, MOST_ATTESTATION_LIMIT);

        _towns[town].attestationLimit = attestationLimit;

        emit AttestationLimitSet(town, attestationLimit);
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
        return
            _AUTHORITY.inOffice(Roles.townAmbassador(town)) &&
            _AUTHORITY.inOffice(Roles.countryAmbassador(_towns[town].country));
    }

    /// @inheritdoc ITownRegistry
    function requireActive(uint32 town) external view {
        _requireTown(town);
        require(isActive(town), TownRegistryDormant(town));
    }

    /// @inheritdoc ITownRegistry
    function isTownAmbassador(uint32 town, address wallet) public view returns (bool) {
        return _AUTHORITY.acts(Roles.townAmbassador(town), wallet);
    }

    /// @inheritdoc ITownRegistry
    function isCountryAmbassador(uint32 town, address wallet) public view returns (bool) {
        return _AUTHORITY.acts(Roles.countryAmbassador(_towns[town].country), wallet);
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

    function _remove(bytes32 role) private {
        (address holder, ) = _AUTHORITY.ambassadorOf(role);
        require(holder != address(0), TownRegistryNoAmbassador(role));

        _AUTHORITY.revokeRole(role, holder);
    }

    function _requireTown(uint32 town) private view {
        require(address(_towns[town].currency) != address(0), TownRegistryNoSuchTown(town));
    }

    function _requireBounds(uint256 value, uint256 least, uint256 most) private pure {
        require(value >= least && value <= most, TownRegistryOutOfBounds(value, least, most));
    }
}
