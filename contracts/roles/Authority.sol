// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IAuthority} from "./IAuthority.sol";
import {IResidency} from "./IResidency.sol";
import {Roles} from "./Roles.sol";

/// @title Authority: who holds which role
/// @notice Holds no money. Head office is the default admin from construction on; a deployer never holds anything.
/// Ambassadors are granted and revoked by the TownRegistry alone (at the word of head office), a town's registrars,
/// coordinators, stewards and project managers by its Town Ambassador. The MemberRegistry takes away the roles of a
/// wallet that was lost, of one who died, and of one who moved to another town. Nobody, head office included, can grant a role
/// in any other way, change who is admin of a role, or give one wallet two keys.
/// Units: seconds. Assumes: head office is a multisig; the TownRegistry and the MemberRegistry are those of the same
/// deployment. Known limits: roles are per wallet, so that two keys are two persons rests on the registrars' work;
/// residency is asked when a role is granted, not at every use of it.
contract Authority is IAuthority, AccessControlDefaultAdminRules {
    /// @notice How long after the appointment a successor's powers begin; the first holder's begin at once.
    uint48 public constant SUCCESSION_DELAY = 7 days;

    /// @notice How long a transfer of head office waits before it can be accepted.
    uint48 public constant HEAD_OFFICE_DELAY = 7 days;

    // 48 bits of seconds, as OpenZeppelin keeps them, last for nine million years.
    struct Ambassador {
        address holder;
        uint48 actsFrom; // kept when the holder leaves: it tells a first holder from a successor
        uint48 vacantSince; // kept until another vacancy: a successor who cannot act yet fills nothing
    }

    IResidency private immutable _RESIDENCY;

    mapping(bytes32 role => Ambassador) private _ambassadors;

    /// @inheritdoc IAuthority
    mapping(address wallet => bytes32 role) public keyOf;

    constructor(
        address headOffice_,
        address townRegistry,
        IResidency residency
    ) AccessControlDefaultAdminRules(HEAD_OFFICE_DELAY, headOffice_) {
        _RESIDENCY = residency;
        _grantRole(Roles.APPOINTER, townRegistry);
    }

    modifier onlyMemberRegistry() {
        require(msg.sender == address(_RESIDENCY), AuthorityNotMemberRegistry(msg.sender));
        _;
    }

    /// @inheritdoc IAuthority
    function leaveOffice(address wallet) external onlyMemberRegistry {
        // A wallet without a key does not hold the role zero, and nobody holds HEAD_OFFICE: nothing is revoked then.
        _revokeRole(keyOf[wallet], wallet);
    }

    /// @inheritdoc IAuthority
    function leaveTown(address wallet, uint32 town) external onlyMemberRegistry {
        _revokeRole(Roles.townAmbassador(town), wallet);
        _revokeRole(Roles.registrar(town), wallet);
        _revokeRole(Roles.coordinator(town), wallet);
        _revokeRole(Roles.steward(town), wallet);
        _revokeRole(Roles.projectManager(town), wallet);
    }

    /// @inheritdoc IAuthority
    function acts(bytes32 role, address wallet) public view returns (bool) {
        return hasRole(role, wallet) && block.timestamp >= _ambassadors[role].actsFrom;
    }

    /// @inheritdoc IAuthority
    function inOffice(bytes32 role) external view returns (bool) {
        return _inOffice(_ambassadors[role]);
    }

    /// @inheritdoc IAuthority
    function vacantSince(bytes32 role) external view returns (uint256) {
        Ambassador memory ambassador = _ambassadors[role];
        return _inOffice(ambassador) ? 0 : ambassador.vacantSince;
    }

    /// @inheritdoc IAuthority
    function holdsKey(address wallet) external view returns (bool) {
        return keyOf[wallet] != 0;
    }

    /// @inheritdoc IAuthority
    function ambassadorOf(bytes32 role) external view returns (address holder, uint256 actsFrom) {
        return (_ambassadors[role].holder, _ambassadors[role].actsFrom);
    }

    /// @inheritdoc IAuthority
    function headOffice() external view returns (address) {
        return defaultAdmin();
    }

    /// @notice The role that may grant and revoke `role`: a pure function of the id.
    function getRoleAdmin(bytes32 role) public pure override(AccessControl, IAccessControl) returns (bytes32) {
        return Roles.adminOf(role);
    }

    /// @dev A role whose powers have not begun opens nothing.
    function _checkRole(bytes32 role, address wallet) internal view override {
        require(acts(role, wallet), AccessControlUnauthorizedAccount(wallet, role));
    }

    function _grantRole(bytes32 role, address wallet) internal override returns (bool granted) {
        require(wallet != address(0), AuthorityNoWallet(role));
        uint8 kind = Roles.kindOf(role);
        granted = super._grantRole(role, wallet);
        if (!granted) {
            require(!Roles.isAmbassador(kind), AuthorityInOffice(role, wallet));
            return false;
        }

        if (Roles.isKey(kind) || role == DEFAULT_ADMIN_ROLE) _takeKey(role, wallet);
        if (Roles.isOfTown(kind)) _requireResident(wallet, Roles.scopeOf(role));
        if (Roles.isAmbassador(kind)) _takeOffice(role, wallet);
    }

    function _revokeRole(bytes32 role, address wallet) internal override returns (bool revoked) {
        revoked = super._revokeRole(role, wallet);
        if (!revoked) return false;

        uint8 kind = Roles.kindOf(role);
        if (Roles.isKey(kind) || role == DEFAULT_ADMIN_ROLE) delete keyOf[wallet];
        if (Roles.isAmbassador(kind)) _vacate(role);
    }

    function _takeKey(bytes32 role, address wallet) private {
        require(keyOf[wallet] == 0, AuthoritySecondKey(wallet, role));
        keyOf[wallet] = role == DEFAULT_ADMIN_ROLE ? Roles.HEAD_OFFICE : role;
    }

    /// @dev One who never acted leaves the vacancy as old as it was.
    function _vacate(bytes32 role) private {
        Ambassador storage ambassador = _ambassadors[role];
        if (block.timestamp >= ambassador.actsFrom) ambassador.vacantSince = uint48(block.timestamp);
        delete ambassador.holder;
    }

    function _requireResident(address wallet, uint32 town) private view {
        require(_RESIDENCY.isResident(wallet, town), AuthorityNotResident(wallet, town));
    }

    function _takeOffice(bytes32 role, address wallet) private {
        Ambassador memory before = _ambassadors[role];
        require(before.holder == address(0), AuthorityInOffice(role, before.holder));

        bool first = before.actsFrom == 0;
        uint48 actsFrom = uint48(block.timestamp) + (first ? 0 : SUCCESSION_DELAY);
        _ambassadors[role].holder = wallet;
        _ambassadors[role].actsFrom = actsFrom;

        emit AmbassadorAppointed(role, wallet, actsFrom);
    }

    function _inOffice(Ambassador memory ambassador) private view returns (bool) {
        return ambassador.holder != address(0) && block.timestamp >= ambassador.actsFrom;
    }
}
