// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Moments} from "../lib/Moments.sol";
import {Signatures} from "../lib/Signatures.sol";
import {IAuthority} from "./IAuthority.sol";
import {IResidency} from "./IResidency.sol";
import {ITownCountries} from "./ITownCountries.sol";
import {Roles} from "./Roles.sol";

/// @title Authority: who holds which role
/// @notice Holds no money. Head office is the default admin from construction on; a deployer never holds anything.
/// Nobody holds a key without their own word: ambassadors are appointed by the TownRegistry alone (at the word of head
/// office) with their signed acceptance; a registrar or coordinator is named by the Town Ambassador, with the same, and
/// confirmed by the Country Ambassador. Stewards and project managers hold no key: the Town Ambassador grants them.
/// Either ambassador takes a role of a town away, at once. The MemberRegistry takes away the roles of a
/// wallet that was lost, of one who died, and of one who moved to another town. Nobody, head office included, can grant a role
/// in any other way, change who is admin of a role, give one wallet two keys, leave head office to nobody, or make a
/// transfer of it wait longer than `MOST_HEAD_OFFICE_DELAY`.
/// Units: seconds. Assumes: head office is a multisig; the TownRegistry and the MemberRegistry are those of the same
/// deployment. Known limits: roles are per wallet, so that two keys are two persons rests on the registrars' work, and
/// for a Country Ambassador, who need not be attested, on head office's; residency is asked when a role is given, not
/// at every use of it; that a successor has taken over is written down, with RoleRevoked, when something happens to
/// the office next, and counts before.
contract Authority is IAuthority, AccessControlDefaultAdminRules, EIP712 {
    /// @notice How long after the appointment a successor's powers begin; the first holder's begin at once.
    uint48 public constant SUCCESSION_DELAY = 7 days;

    /// @notice How long a transfer of head office waits before it can be accepted, until head office changes that.
    uint48 public constant HEAD_OFFICE_DELAY = 7 days;

    uint48 public constant LEAST_HEAD_OFFICE_DELAY = 3 days;
    uint48 public constant MOST_HEAD_OFFICE_DELAY = 30 days;

    /// @notice How long a wallet's signed word that it takes a key counts.
    uint256 public constant ACCEPTANCE_LASTS = 30 days;

    /// @notice How long a naming waits for the Country Ambassador.
    uint256 public constant NAMING_LASTS = 30 days;

    /// @notice How many namings a town may have open.
    uint256 public constant MOST_NAMINGS = 10;

    bytes32 private constant _ACCEPTANCE_TYPEHASH = keccak256(
        "Acceptance(bytes32 role,address wallet,uint40 signedAt)"
    );

    // 48 bits of seconds, as OpenZeppelin keeps them, last for nine million years.
    struct Office {
        address holder;
        uint48 actsFrom; // kept when the holder leaves: it tells a first holder from a successor
        uint48 vacantSince; // kept until another vacancy: a successor who cannot act yet fills nothing
        address next; // appointed while the holder was in power, who serves until `nextActsFrom`
        uint48 nextActsFrom;
    }

    IResidency private immutable _RESIDENCY;
    ITownCountries private immutable _TOWNS;

    mapping(bytes32 role => Office) private _offices;
    mapping(address wallet => bytes32 role) private _keys;
    mapping(bytes32 role => mapping(address wallet => uint256)) private _grantedAt; // seconds; read of who holds it only
    mapping(bytes32 digest => bool) private _usedAcceptances;
    mapping(uint32 town => Naming[]) private _namings;

    /// @inheritdoc IAuthority
    mapping(uint32 town => bool) public hadRegistrar;

    constructor(
        address headOffice_,
        ITownCountries townRegistry,
        IResidency residency
    ) AccessControlDefaultAdminRules(HEAD_OFFICE_DELAY, headOffice_) EIP712("One Small Town roles", "1") {
        _RESIDENCY = residency;
        _TOWNS = townRegistry;
        _grantRole(Roles.APPOINTER, address(townRegistry));
    }

    modifier onlyMemberRegistry() {
        require(msg.sender == address(_RESIDENCY), AuthorityNotMemberRegistry(msg.sender));
        _;
    }

    /// @inheritdoc IAuthority
    function appoint(bytes32 role, address wallet, Acceptance calldata acceptance) external onlyRole(Roles.APPOINTER) {
        require(Roles.isAmbassador(Roles.kindOf(role)), AuthorityNotAnAmbassador(role));
        require(wallet != address(0), AuthorityNoWallet(role));

        _useAcceptance(role, wallet, acceptance);
        _grantRole(role, wallet);
    }

    /// @inheritdoc IAuthority
    function takeBackAppointment(bytes32 role) external onlyRole(Roles.APPOINTER) {
        Office memory office = _officeOf(role);
        address waits = block.timestamp < office.actsFrom ? office.holder : office.next;
        require(waits != address(0), AuthorityNobodyWaits(role));

        _revokeRole(role, waits);
    }

    /// @inheritdoc IAuthority
    function nameForKey(bytes32 role, address wallet, Acceptance calldata acceptance) external {
        uint32 town = _requireConfirmed(role);
        _checkRole(Roles.townAmbassador(town), msg.sender);
        require(wallet != address(0), AuthorityNoWallet(role));
        require(!hasRole(role, wallet), AuthorityInOffice(role, wallet));
        _dropEndedNamings(town);
        Naming[] storage namings = _namings[town];
        require(_placeOf(role, wallet) == namings.length, AuthorityNamedAlready(role, wallet));
        require(namings.length < MOST_NAMINGS, AuthorityTooManyNamings(town, MOST_NAMINGS));

        _useAcceptance(role, wallet, acceptance);
        uint40 namedAt = Moments.in40Bits(block.timestamp);
        namings.push(Naming({role: role, wallet: wallet, proposer: msg.sender, namedAt: namedAt}));

        emit KeyNamed(role, wallet, msg.sender);
    }

    /// @inheritdoc IAuthority
    function takeBackNaming(bytes32 role, address wallet) external {
        uint32 town = _requireConfirmed(role);
        require(
            msg.sender == wallet || acts(Roles.townAmbassador(town), msg.sender),
            AuthorityNotYourNaming(role, wallet, msg.sender)
        );

        _takeNaming(role, wallet);

        emit NamingTakenBack(role, wallet, msg.sender);
    }

    /// @inheritdoc IAuthority
    function confirmKey(bytes32 role, address wallet) external {
        uint32 town = _requireConfirmed(role);
        _checkRole(Roles.countryAmbassador(_TOWNS.countryOf(town)), msg.sender);

        _takeNaming(role, wallet);
        if (Roles.kindOf(role) == Roles.REGISTRAR) hadRegistrar[town] = true;
        _grantRole(role, wallet);
    }

    /// @inheritdoc IAuthority
    function leaveOffice(address wallet) external onlyMemberRegistry {
        // A wallet without a key does not hold the role zero, and nobody holds HEAD_OFFICE: nothing is revoked then.
        _revokeRole(keyOf(wallet), wallet);
    }

    /// @inheritdoc IAuthority
    function leaveTown(address wallet, uint32 town) external onlyMemberRegistry {
        _revokeRole(Roles.townAmbassador(town), wallet);
        _revokeRole(Roles.registrar(town), wallet);
        _revokeRole(Roles.coordinator(town), wallet);
        _revokeRole(Roles.steward(town), wallet);
        _revokeRole(Roles.projectManager(town), wallet);
    }

    /// @notice Grants a role that is no key: a steward's, a project manager's. Only the acting Town Ambassador.
    /// @dev Reverts with AuthorityIsKey, AccessControlUnauthorizedAccount, AuthorityNoWallet, AuthorityNotResident.
    function grantRole(bytes32 role, address wallet) public override(AccessControlDefaultAdminRules, IAccessControl) {
        require(!Roles.isKey(Roles.kindOf(role)), AuthorityIsKey(role, wallet));

        super.grantRole(role, wallet);
    }

    /// @notice Takes a role of a town's support team away, at once. Only the acting ambassador of the town or of its
    /// country.
    /// @dev Reverts with AccessControlUnauthorizedAccount.
    function revokeRole(bytes32 role, address wallet) public override(AccessControlDefaultAdminRules, IAccessControl) {
        if (Roles.isSupport(Roles.kindOf(role)) && !acts(getRoleAdmin(role), msg.sender)) {
            bytes32 second = Roles.countryAmbassador(_TOWNS.countryOf(Roles.scopeOf(role)));
            if (acts(second, msg.sender)) {
                _revokeRole(role, wallet);
                return;
            }
        }

        super.revokeRole(role, wallet);
    }

    /// @inheritdoc IAuthority
    function acts(bytes32 role, address wallet) public view returns (bool) {
        if (!Roles.isAmbassador(Roles.kindOf(role))) return super.hasRole(role, wallet);

        Office memory office = _officeOf(role);
        return _inPower(office) && office.holder == wallet;
    }

    /// @inheritdoc IAuthority
    function actsSince(bytes32 role, address wallet) external view returns (uint256) {
        if (!acts(role, wallet)) return 0;
        return Roles.isAmbassador(Roles.kindOf(role)) ? _officeOf(role).actsFrom : _grantedAt[role][wallet];
    }

    /// @notice Whether a wallet holds a role; an ambassador's also while its powers have not begun.
    function hasRole(bytes32 role, address wallet) public view override(AccessControl, IAccessControl) returns (bool) {
        if (!Roles.isAmbassador(Roles.kindOf(role))) return super.hasRole(role, wallet);

        Office memory office = _officeOf(role);
        return wallet != address(0) && (office.holder == wallet || office.next == wallet);
    }

    /// @inheritdoc IAuthority
    function inOffice(bytes32 role) external view returns (bool) {
        return _inPower(_officeOf(role));
    }

    /// @inheritdoc IAuthority
    function vacantSince(bytes32 role) external view returns (uint256) {
        Office memory office = _officeOf(role);
        return _inPower(office) ? 0 : office.vacantSince;
    }

    /// @inheritdoc IAuthority
    function keyOf(address wallet) public view returns (bytes32 role) {
        role = _keys[wallet];
        // An ambassador's key ends with their time, though nobody has written it down yet.
        if (Roles.isAmbassador(Roles.kindOf(role)) && !hasRole(role, wallet)) return 0;
    }

    /// @inheritdoc IAuthority
    function holdsKey(address wallet) external view returns (bool) {
        return keyOf(wallet) != 0;
    }

    /// @inheritdoc IAuthority
    function ambassadorOf(bytes32 role) external view returns (address holder, uint256 actsFrom) {
        Office memory office = _officeOf(role);
        return (office.holder, office.actsFrom);
    }

    /// @inheritdoc IAuthority
    function nextAmbassadorOf(bytes32 role) external view returns (address wallet, uint256 actsFrom) {
        Office memory office = _officeOf(role);
        return (office.next, office.nextActsFrom);
    }

    /// @inheritdoc IAuthority
    function namingsOf(uint32 town) external view returns (Naming[] memory open) {
        open = _namings[town];
        uint256 count;
        for (uint256 i = 0; i < open.length; i++) {
            if (_stands(open[i])) open[count++] = open[i];
        }
        assembly ("memory-safe") {
            mstore(open, count)
        }
    }

    /// @inheritdoc IAuthority
    function isNamed(bytes32 role, address wallet) external view returns (bool) {
        Naming[] storage namings = _namings[Roles.scopeOf(role)];
        uint256 place = _placeOf(role, wallet);
        return place < namings.length && _stands(namings[place]);
    }

    /// @inheritdoc IAuthority
    function headOffice() external view returns (address) {
        return defaultAdmin();
    }

    /// @notice The role that may revoke `role`, and grant it where it is no key: a pure function of the id.
    function getRoleAdmin(bytes32 role) public pure override(AccessControl, IAccessControl) returns (bytes32) {
        return Roles.adminOf(role);
    }

    /// @dev Head office goes to another wallet, never to nobody. The wallet accepts later, when it holds no other key.
    function _beginDefaultAdminTransfer(address newAdmin) internal override {
        require(newAdmin != address(0), AuthorityNoWallet(DEFAULT_ADMIN_ROLE));

        super._beginDefaultAdminTransfer(newAdmin);
    }

    /// @dev Whoever has head office's wallet for some days can neither hurry a transfer nor hold it up for ever.
    function _changeDefaultAdminDelay(uint48 newDelay) internal override {
        require(
            newDelay >= LEAST_HEAD_OFFICE_DELAY && newDelay <= MOST_HEAD_OFFICE_DELAY,
            AuthorityDelayOutOfBounds(newDelay, LEAST_HEAD_OFFICE_DELAY, MOST_HEAD_OFFICE_DELAY)
        );

        super._changeDefaultAdminDelay(newDelay);
    }

    /// @dev A role whose powers have not begun opens nothing.
    function _checkRole(bytes32 role, address wallet) internal view override {
        require(acts(role, wallet), AccessControlUnauthorizedAccount(wallet, role));
    }

    function _grantRole(bytes32 role, address wallet) internal override returns (bool granted) {
        require(wallet != address(0), AuthorityNoWallet(role));
        uint8 kind = Roles.kindOf(role);
        if (Roles.isAmbassador(kind)) _settle(role);
        granted = super._grantRole(role, wallet);
        if (!granted) {
            require(!Roles.isAmbassador(kind), AuthorityInOffice(role, wallet));
            return false;
        }

        if (Roles.isKey(kind) || role == DEFAULT_ADMIN_ROLE) _takeKey(role, wallet);
        if (Roles.isOfTown(kind)) _requireResident(wallet, Roles.scopeOf(role));
        if (Roles.isAmbassador(kind)) _takeOffice(role, wallet);
        else _grantedAt[role][wallet] = block.timestamp;
    }

    function _revokeRole(bytes32 role, address wallet) internal override returns (bool revoked) {
        uint8 kind = Roles.kindOf(role);
        if (Roles.isAmbassador(kind)) _settle(role);
        revoked = super._revokeRole(role, wallet);
        if (!revoked) return false;

        if (Roles.isKey(kind) || role == DEFAULT_ADMIN_ROLE) delete _keys[wallet];
        if (Roles.isAmbassador(kind)) _vacate(role, wallet);
    }

    function _takeKey(bytes32 role, address wallet) private {
        require(keyOf(wallet) == 0, AuthoritySecondKey(wallet, role));
        _keys[wallet] = role == DEFAULT_ADMIN_ROLE ? Roles.HEAD_OFFICE : role;
    }

    function _takeOffice(bytes32 role, address wallet) private {
        Office memory office = _officeOf(role);
        require(office.next == address(0), AuthorityInOffice(role, office.next));
        bool vacant = office.holder == address(0);
        require(vacant || _inPower(office), AuthorityInOffice(role, office.holder));

        bool first = office.actsFrom == 0;
        uint48 actsFrom = uint48(block.timestamp) + (first ? 0 : SUCCESSION_DELAY);
        if (vacant) (office.holder, office.actsFrom) = (wallet, actsFrom);
        else (office.next, office.nextActsFrom) = (wallet, actsFrom);
        _offices[role] = office;

        emit AmbassadorAppointed(role, wallet, actsFrom);
    }

    /// @dev Writes down that a successor has taken over, before anything else happens to the office.
    function _settle(bytes32 role) private {
        address former = _offices[role].holder;
        Office memory office = _officeOf(role);
        if (office.holder == former) return;

        _offices[role] = office;
        if (_keys[former] == role) delete _keys[former];

        emit RoleRevoked(role, former, msg.sender);
    }

    /// @dev Who waits, waits on. One who never acted leaves the vacancy as old as it was.
    function _vacate(bytes32 role, address wallet) private {
        Office memory office = _officeOf(role);
        if (wallet == office.holder) {
            if (_inPower(office)) office.vacantSince = uint48(block.timestamp);
            if (office.next != address(0)) office.actsFrom = office.nextActsFrom;
            office.holder = office.next;
        }
        (office.next, office.nextActsFrom) = (address(0), 0);
        _offices[role] = office;
    }

    function _useAcceptance(bytes32 role, address wallet, Acceptance calldata acceptance) private {
        uint256 signedAt = acceptance.signedAt;
        require(
            signedAt <= block.timestamp && block.timestamp <= signedAt + ACCEPTANCE_LASTS,
            AuthorityAcceptanceNotNow(signedAt, block.timestamp)
        );
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_ACCEPTANCE_TYPEHASH, role, wallet, signedAt)));
        require(!_usedAcceptances[digest], AuthorityAcceptanceUsed(role, wallet, signedAt));
        require(Signatures.isSigned(wallet, digest, acceptance.signature), AuthorityNotAccepted(role, wallet));

        _usedAcceptances[digest] = true;
    }

    /// @dev Ends a naming that stands, because it is confirmed or taken back.
    function _takeNaming(bytes32 role, address wallet) private {
        Naming[] storage namings = _namings[Roles.scopeOf(role)];
        uint256 place = _placeOf(role, wallet);
        require(place < namings.length && _stands(namings[place]), AuthorityNotNamed(role, wallet));

        _dropNaming(namings, place);
    }

    function _dropEndedNamings(uint32 town) private {
        Naming[] storage namings = _namings[town];
        for (uint256 i = namings.length; i > 0; i--) {
            if (!_stands(namings[i - 1])) _dropNaming(namings, i - 1);
        }
    }

    function _dropNaming(Naming[] storage namings, uint256 place) private {
        namings[place] = namings[namings.length - 1];
        namings.pop();
    }

    /// @dev Where a naming is in its town's list, which has `MOST_NAMINGS` at most; its length when it is not there.
    function _placeOf(bytes32 role, address wallet) private view returns (uint256 place) {
        Naming[] storage namings = _namings[Roles.scopeOf(role)];
        while (place < namings.length && (namings[place].role != role || namings[place].wallet != wallet)) place++;
    }

    /// @dev One who left office and came back did not name it in this office.
    function _stands(Naming memory naming) private view returns (bool) {
        Office memory office = _officeOf(Roles.townAmbassador(Roles.scopeOf(naming.role)));
        bool sinceInPower = office.holder == naming.proposer && office.actsFrom <= naming.namedAt;
        return sinceInPower && block.timestamp < naming.namedAt + NAMING_LASTS;
    }

    /// @dev The office as it is now: who waited long enough has taken over.
    function _officeOf(bytes32 role) private view returns (Office memory office) {
        office = _offices[role];
        if (office.next == address(0) || block.timestamp < office.nextActsFrom) return office;

        (office.holder, office.actsFrom) = (office.next, office.nextActsFrom);
        (office.next, office.nextActsFrom) = (address(0), 0);
    }

    function _inPower(Office memory office) private view returns (bool) {
        return office.holder != address(0) && block.timestamp >= office.actsFrom;
    }

    function _requireResident(address wallet, uint32 town) private view {
        require(_RESIDENCY.isResident(wallet, town), AuthorityNotResident(wallet, town));
    }

    function _requireConfirmed(bytes32 role) private pure returns (uint32 town) {
        require(Roles.isConfirmed(Roles.kindOf(role)), AuthorityNotToBeNamed(role));
        return Roles.scopeOf(role);
    }
}
