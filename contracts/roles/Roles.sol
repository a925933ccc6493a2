// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Roles: role ids
/// @notice A role id is its kind in the top byte and its scope (country code or town id) in the lowest bytes.
library Roles {
    uint8 internal constant COUNTRY_AMBASSADOR = 1;
    uint8 internal constant TOWN_AMBASSADOR = 2;
    uint8 internal constant REGISTRAR = 3;
    uint8 internal constant COORDINATOR = 4;
    uint8 internal constant STEWARD = 5;
    uint8 internal constant PROJECT_MANAGER = 6;

    /// @notice Held by the TownRegistry alone: the admin of both ambassador kinds.
    bytes32 internal constant APPOINTER = bytes32(uint256(0xF0) << 248);

    /// @notice Names the key of head office, whose role is zero, where zero means none. Held by nobody.
    bytes32 internal constant HEAD_OFFICE = bytes32(uint256(0xF1) << 248);

    /// @notice Held by nobody, ever: the admin of whatever must not be granted.
    bytes32 internal constant NOBODY = bytes32(uint256(0xFF) << 248);

    /// @notice The role of a country's ambassador. `country`: ISO 3166-1 numeric.
    function countryAmbassador(uint16 country) internal pure returns (bytes32) {
        return _id(COUNTRY_AMBASSADOR, country);
    }

    /// @notice The role of a town's ambassador.
    function townAmbassador(uint32 town) internal pure returns (bytes32) {
        return _id(TOWN_AMBASSADOR, town);
    }

    /// @notice The role that verifies a town's residents and admits its members.
    function registrar(uint32 town) internal pure returns (bytes32) {
        return _id(REGISTRAR, town);
    }

    /// @notice The role that submits a town's timesheets.
    function coordinator(uint32 town) internal pure returns (bytes32) {
        return _id(COORDINATOR, town);
    }

    /// @notice The role that hands out a town's benefits.
    function steward(uint32 town) internal pure returns (bytes32) {
        return _id(STEWARD, town);
    }

    /// @notice The role that manages a town's projects.
    function projectManager(uint32 town) internal pure returns (bytes32) {
        return _id(PROJECT_MANAGER, town);
    }

    /// @notice The kind of a role id; 0 for ids that are not of the form above.
    function kindOf(bytes32 role) internal pure returns (uint8 kind) {
        kind = uint8(uint256(role) >> 248);
        uint32 scope = scopeOf(role);
        if (_id(kind, scope) != role) return 0;
        if (kind == COUNTRY_AMBASSADOR && scope > type(uint16).max) return 0;
    }

    /// @notice The scope of a role id: a country code or a town id. What stands above it is cut off; `kindOf` is 0 of ids
    /// where anything does.
    function scopeOf(bytes32 role) internal pure returns (uint32) {
        return uint32(uint256(role));
    }

    /// @notice The role that may revoke `role`, and grant it where it is no key.
    function adminOf(bytes32 role) internal pure returns (bytes32) {
        if (role == 0) return 0;
        uint8 kind = kindOf(role);
        if (isAmbassador(kind)) return APPOINTER;
        if (isSupport(kind)) return townAmbassador(scopeOf(role));
        return NOBODY;
    }

    /// @notice Whether a kind is one of the two ambassadors: one holder at a time.
    function isAmbassador(uint8 kind) internal pure returns (bool) {
        return kind == COUNTRY_AMBASSADOR || kind == TOWN_AMBASSADOR;
    }

    /// @notice Whether a kind is one of the keys of which a wallet may hold only one.
    function isKey(uint8 kind) internal pure returns (bool) {
        return kind >= COUNTRY_AMBASSADOR && kind <= COORDINATOR;
    }

    /// @notice Whether a kind is a key that a Town Ambassador names and the Country Ambassador confirms.
    function isConfirmed(uint8 kind) internal pure returns (bool) {
        return kind == REGISTRAR || kind == COORDINATOR;
    }

    /// @notice Whether a kind belongs to a town's support team, whom either ambassador may send away.
    function isSupport(uint8 kind) internal pure returns (bool) {
        return kind >= REGISTRAR && kind <= PROJECT_MANAGER;
    }

    /// @notice Whether a kind belongs to a town, and so to a resident of it.
    function isOfTown(uint8 kind) internal pure returns (bool) {
        return kind >= TOWN_AMBASSADOR && kind <= PROJECT_MANAGER;
    }

    function _id(uint8 kind, uint32 scope) private pure returns (bytes32) {
        return bytes32((uint256(kind) << 248) | scope);
    }
}
