// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Document} from "../lib/Document.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {ITownCountries} from "../roles/ITownCountries.sol";

/// @title ITownRegistry: countries, towns and their appointments
interface ITownRegistry is ITownCountries {
    /// @notice A town.
    /// @param currency the ERC-20 of all its money; fixed.
    /// @param country ISO 3166-1 numeric code.
    struct Town {
        IERC20 currency;
        uint16 country;
    }

    /// @notice The person whom head office names as resident of a town, so that they can become its ambassador.
    /// @param wallet the person's wallet.
    /// @param residentUntil seconds; at most `LONGEST_RESIDENCY` ahead.
    /// @param personId see IMemberRegistry.
    struct Nominee {
        address wallet;
        uint40 residentUntil;
        bytes32 personId;
    }

    /// @notice A town's plan for its next twelve months.
    /// @param hash SHA-256 of the document. @param version counts up from 1. @param uri where to fetch it.
    struct Plan {
        bytes32 hash;
        uint32 version;
        string uri;
    }

    /// @notice A country's legal entity.
    /// @param name its name. @param registrationNumber where it is registered. @param document what proves it.
    struct LegalEntity {
        string name;
        string registrationNumber;
        Document document;
    }

    /// @notice How many new persons may be attested a week, and what an ambassador proposed instead.
    /// @param aWeek the limit now.
    /// @param proposed the higher one that waits for its confirmation; 0 when none does.
    /// @param until seconds; until when it waits.
    struct AttestationLimit {
        uint16 aWeek;
        uint16 proposed;
        uint256 until;
    }

    /// @notice Only head office may call this.
    error TownRegistryNotHeadOffice(address caller);

    /// @notice Not an ISO 3166-1 numeric code (1 to 999).
    error TownRegistryBadCountry(uint16 country);

    /// @notice The country has no acting ambassador, who "needs to be appointed first before the initiative can be
    /// launched".
    error TownRegistryCountryNotOpen(uint16 country);

    /// @notice There is no town with this id.
    error TownRegistryNoSuchTown(uint32 town);

    /// @notice The town lacks an acting Town or Country Ambassador ("Every OST initiative must have a Country and a
    /// Town Ambassador").
    error TownRegistryDormant(uint32 town);

    /// @notice A document's hash must not be zero.
    error TownRegistryNoDocument();

    /// @notice Only the country's acting ambassador may do this.
    error TownRegistryNotAmbassadorOf(uint16 country, address caller);

    /// @notice A town, a legal entity and its registration number need names, not empty and not too long.
    error TownRegistryBadName(string name);

    /// @notice There is no contract at the currency's address.
    error TownRegistryNotACurrency(IERC20 currency);

    /// @notice There is no ambassador to remove.
    error TownRegistryNoAmbassador(bytes32 role);

    /// @notice A parameter outside its bounds.
    error TownRegistryOutOfBounds(uint256 value, uint256 least, uint256 most);

    /// @notice Only the town's acting ambassador may do this.
    error TownRegistryNotTownAmbassador(uint32 town, address caller);

    /// @notice Only the acting ambassador of the town's country may do this.
    error TownRegistryNotCountryAmbassador(uint32 town, address caller);

    /// @notice Only an acting ambassador, of the town or of its country, may do this.
    error TownRegistryNotAmbassador(uint32 town, address caller);

    /// @notice Only the acting ambassador who holds this office may do this.
    error TownRegistryNotInOffice(bytes32 office, address caller);

    /// @notice Nobody in office has proposed exactly this limit in the last `PROPOSAL_LASTS`.
    error TownRegistryLimitNotProposed(bytes32 office, uint16 aWeek);

    /// @notice A country got its first ambassador, and may have towns from now on.
    event CountryOpened(uint16 indexed country, address indexed ambassador);

    /// @notice A town was founded.
    event TownFounded(
        uint32 indexed town,
        uint16 indexed country,
        address indexed ambassador,
        IERC20 currency,
        string name
    );

    /// @notice How many new persons may be attested a week changed: in the town, or by the country, of this ambassador.
    event AttestationLimitSet(bytes32 indexed office, uint16 aWeek, address indexed by);

    /// @notice An ambassador proposed a higher limit.
    event AttestationLimitProposed(bytes32 indexed office, uint16 aWeek, address indexed by);

    /// @notice An ambassador took back the proposed limit.
    event AttestationLimitTakenBack(bytes32 indexed office, address indexed by);

    /// @notice A country's legal entity was recorded, for the first time or again.
    event LegalEntitySet(uint16 indexed country, string name, string registrationNumber, bytes32 document, string uri);

    /// @notice A town's plan was recorded; `version` counts up from 1.
    event PlanSet(uint32 indexed town, uint32 indexed version, bytes32 plan, string uri);

    /// @notice A step of the launch checklist was recorded, for the first time or again.
    event LaunchStepRecorded(uint32 indexed town, uint8 indexed step, bytes32 evidence, string uri);

    /// @notice Appoints a country's ambassador, who has accepted; the first appointment opens the country. One in office
    /// serves until the successor's powers begin. Only head office.
    /// Source: "Ambassadors are appointed by OST head office".
    /// @dev Reverts with TownRegistryNotHeadOffice, TownRegistryBadCountry, and as IAuthority's `appoint` does.
    function appointCountryAmbassador(
        uint16 country,
        address wallet,
        IAuthority.Acceptance calldata acceptance
    ) external;

    /// @notice Appoints a town's ambassador, who has accepted, and must be a resident of it ("must be a person residing in
    /// that town"). One in office serves until the successor's powers begin. Only head office.
    /// @dev Reverts with TownRegistryNotHeadOffice, TownRegistryNoSuchTown, and as IAuthority's `appoint` does.
    function appointTownAmbassador(uint32 town, address wallet, IAuthority.Acceptance calldata acceptance) external;

    /// @notice The same, of one whom no registrar has attested: head office attests them for this, in any state of the
    /// town. Only head office.
    /// @dev Reverts with TownRegistryNotHeadOffice, TownRegistryNoSuchTown, as IAuthority's `appoint` does, and what
    /// attesting reverts with.
    function appointNominee(uint32 town, Nominee calldata nominee, IAuthority.Acceptance calldata acceptance) external;

    /// @notice Takes back the appointment of an ambassador whose powers have not begun; one in office stays. Only head
    /// office.
    /// @param office the ambassador's role, see Roles.
    /// @dev Reverts with TownRegistryNotHeadOffice, AuthorityNobodyWaits.
    function takeBackAppointment(bytes32 office) external;

    /// @notice Removes a country's ambassador at once, one who waits for the office only when nobody holds it; its towns are
    /// dormant until there is another. Only head office.
    /// @dev Reverts with TownRegistryNotHeadOffice, TownRegistryNoAmbassador.
    function removeCountryAmbassador(uint16 country) external;

    /// @notice Removes a town's ambassador at once, one who waits for the office only when nobody holds it; the town is
    /// dormant until there is another. Only head office.
    /// @dev Reverts with TownRegistryNotHeadOffice, TownRegistryNoAmbassador.
    function removeTownAmbassador(uint32 town) external;

    /// @notice Founds a town in an open country; the first Town Ambassador, who has accepted that of the next town id,
    /// becomes its first resident. Only head office.
    /// @dev Reverts with TownRegistryNotHeadOffice, TownRegistryCountryNotOpen, TownRegistryBadName,
    /// TownRegistryNotACurrency, and what attesting and appointing revert with.
    /// @return town the new town's id.
    function foundTown(
        uint16 country,
        IERC20 currency,
        string calldata name,
        Nominee calldata ambassador,
        IAuthority.Acceptance calldata acceptance
    ) external returns (uint32 town);

    /// @notice Lowers how many new persons may be attested a week, within its bounds, at once; a proposed higher limit is
    /// dropped. Only the acting ambassador who holds that office.
    /// @param office a Town Ambassador's role, for all registrars of the town together, or a Country Ambassador's, for the
    /// persons of no registered town whom they attest; see Roles.
    /// @dev Reverts with TownRegistryNotInOffice, TownRegistryOutOfBounds.
    function lowerAttestationLimit(bytes32 office, uint16 aWeek) external;

    /// @notice Proposes a higher limit, in place of one proposed before; it waits `PROPOSAL_LASTS`, and ends before when
    /// its proposer leaves office. Only the acting ambassador who holds that office.
    /// @dev Reverts with TownRegistryNotInOffice, TownRegistryOutOfBounds.
    function proposeAttestationLimit(bytes32 office, uint16 aWeek) external;

    /// @notice Takes the proposed limit back. Only the acting ambassador who holds that office.
    /// @dev Reverts with TownRegistryNotInOffice, TownRegistryLimitNotProposed.
    function takeBackAttestationLimit(bytes32 office) external;

    /// @notice Raises the limit to exactly what was proposed. Only the acting ambassador of the town's country; for a
    /// country's own only head office.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, TownRegistryNotHeadOffice, TownRegistryLimitNotProposed.
    function confirmAttestationLimit(bytes32 office, uint16 aWeek) external;

    /// @notice Records a country's legal entity ("The Country Ambassador creates and manages the OST legal entity for the
    /// Country"). Only the country's acting ambassador.
    /// @param name its name, and `registrationNumber` where it is registered: neither empty nor too long.
    /// @dev Reverts with TownRegistryNotAmbassadorOf, TownRegistryBadName, TownRegistryNoDocument.
    function setLegalEntity(
        uint16 country,
        string calldata name,
        string calldata registrationNumber,
        Document calldata document
    ) external;

    /// @notice Records the town's plan for its next twelve months; earlier versions stay in the events. Only the Town
    /// Ambassador.
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryNoDocument.
    function setPlan(uint32 town, Document calldata plan) external;

    /// @notice Records the evidence for one of the twenty steps of the launch checklist. Only the Town Ambassador.
    /// @param step 1 to `LAUNCH_STEPS`, in the order of the "Pre-launch Plan".
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryOutOfBounds, TownRegistryNoDocument.
    function recordLaunchStep(uint32 town, uint8 step, Document calldata evidence) external;

    /// @notice A country's legal entity; all empty when none is recorded.
    function legalEntityOf(uint16 country) external view returns (LegalEntity memory);

    /// @notice The hash of the evidence of each step of a town's launch checklist, in order; zero while it is open.
    function launchStepsOf(uint32 town) external view returns (bytes32[20] memory evidence);

    /// @notice How many new persons all registrars of a town together may attest a week.
    /// @dev Reverts with TownRegistryNoSuchTown.
    function attestationsAWeek(uint32 town) external view returns (uint16);

    /// @notice How many new persons of no registered town a country's ambassador may attest a week.
    function attestationsAWeekOfCountry(uint16 country) external view returns (uint16);

    /// @notice The limit of the town or country of this ambassador, and what is proposed instead.
    function attestationLimitOf(bytes32 office) external view returns (AttestationLimit memory);

    /// @notice The town's plan; version 0 when none is recorded.
    function planOf(uint32 town) external view returns (Plan memory);

    /// @notice How many towns there are; ids are 1 to this number.
    function townCount() external view returns (uint32);

    /// @notice A town's record.
    /// @dev Reverts with TownRegistryNoSuchTown.
    function townOf(uint32 town) external view returns (Town memory);

    /// @notice A town's name; empty when there is no such town.
    function nameOf(uint32 town) external view returns (string memory);

    /// @notice A town's currency. @dev Reverts with TownRegistryNoSuchTown.
    function currencyOf(uint32 town) external view returns (IERC20);

    /// @notice Since when (seconds) a town has lacked one of its two ambassadors, by the vacancy that is older; 0 when it
    /// has both.
    /// @dev Reverts with TownRegistryNoSuchTown.
    function dormantSince(uint32 town) external view returns (uint256);

    /// @notice Whether both of a town's ambassadors are in power.
    function isActive(uint32 town) external view returns (bool);

    /// @notice Reverts with TownRegistryNoSuchTown or TownRegistryDormant unless the town is active.
    function requireActive(uint32 town) external view;

    /// @notice Whether a wallet is the town's acting ambassador.
    function isTownAmbassador(uint32 town, address wallet) external view returns (bool);

    /// @notice Whether a wallet is the acting ambassador of the town's country.
    function isCountryAmbassador(uint32 town, address wallet) external view returns (bool);

    /// @notice Whether a wallet is either of the two.
    function isAmbassador(uint32 town, address wallet) external view returns (bool);

    /// @notice The town's acting ambassador; zero for nobody.
    function townKeyOf(uint32 town) external view returns (address);

    /// @notice The acting ambassador of the town's country; zero for nobody.
    function countryKeyOf(uint32 town) external view returns (address);

    /// @notice Since when (seconds) a wallet has had the powers of the town's or its country's ambassador without a break; 0
    /// when it has neither's now. What an ambassador proposed ends with their office, also when they are appointed again.
    function actsSince(uint32 town, address wallet) external view returns (uint256);

    /// @notice The wallet of the town's ambassador, also one whose powers have not begun; zero when there is none.
    function townAmbassadorOf(uint32 town) external view returns (address);

    /// @notice Reverts with TownRegistryNotTownAmbassador unless a wallet is the town's acting ambassador.
    function requireTownAmbassador(uint32 town, address wallet) external view;

    /// @notice Reverts with TownRegistryNotCountryAmbassador unless a wallet is the acting ambassador of the town's
    /// country.
    function requireCountryAmbassador(uint32 town, address wallet) external view;

    /// @notice Reverts with TownRegistryNotAmbassador unless a wallet is either acting ambassador.
    function requireAmbassador(uint32 town, address wallet) external view;
}
