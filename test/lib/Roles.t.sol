// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title RolesTest
/// @dev Role ids: kind, scope and admin, there and back.
contract RolesTest {
    bytes32 private constant _APPOINTER = 0xf000000000000000000000000000000000000000000000000000000000000000;
    bytes32 private constant _NOBODY = 0xff00000000000000000000000000000000000000000000000000000000000000;

    function testFuzzCountryAmbassador(uint16 country) external pure {
        bytes32 role = Roles.countryAmbassador(country);

        vm.assertEq(role, _plainId(1, country), "id");
        vm.assertEq(Roles.kindOf(role), 1, "kind");
        vm.assertEq(Roles.scopeOf(role), country, "scope");
        vm.assertEq(Roles.adminOf(role), _APPOINTER, "admin");
    }

    function testFuzzTownAmbassador(uint32 town) external pure {
        bytes32 role = Roles.townAmbassador(town);

        vm.assertEq(role, _plainId(2, town), "id");
        vm.assertEq(Roles.kindOf(role), 2, "kind");
        vm.assertEq(Roles.scopeOf(role), town, "scope");
        vm.assertEq(Roles.adminOf(role), _APPOINTER, "admin");
    }

    function testFuzzSupportRoles(uint32 town) external pure {
        _requireSupportRole(Roles.registrar(town), 3, town);
        _requireSupportRole(Roles.coordinator(town), 4, town);
        _requireSupportRole(Roles.steward(town), 5, town);
        _requireSupportRole(Roles.projectManager(town), 6, town);
    }

    function testWhichKindsAreWhat() external pure {
        for (uint8 kind = 0; kind < 10; kind++) {
            vm.assertTrue(Roles.isAmbassador(kind) == (kind == 1 || kind == 2), "ambassador");
            vm.assertTrue(Roles.isConfirmed(kind) == (kind == 3 || kind == 4), "confirmed");
            vm.assertTrue(Roles.isKey(kind) == (kind >= 1 && kind <= 4), "key");
            vm.assertTrue(Roles.isSupport(kind) == (kind >= 3 && kind <= 6), "support team");
            vm.assertTrue(Roles.isOfTown(kind) == (kind >= 2 && kind <= 6), "of a town");
        }
    }

    function testTheAdminOfHeadOfficeIsHeadOffice() external pure {
        vm.assertEq(Roles.adminOf(0), 0, "admin");
    }

    function testNobodyGrantsAppointerOrNobody() external pure {
        vm.assertEq(Roles.APPOINTER, _APPOINTER, "appointer");
        vm.assertEq(Roles.NOBODY, _NOBODY, "nobody");
        vm.assertEq(Roles.adminOf(_APPOINTER), _NOBODY, "admin of appointer");
        vm.assertEq(Roles.adminOf(_NOBODY), _NOBODY, "admin of nobody");
        vm.assertEq(Roles.HEAD_OFFICE, bytes32(uint256(0xf1) << 248), "head office's key");
        vm.assertEq(Roles.adminOf(Roles.HEAD_OFFICE), _NOBODY, "admin of head office's key");
    }

    /// @dev A single bit between kind and scope makes an id that nobody can grant and that opens nothing.
    function testFuzzBitsBetweenKindAndScopeMakeNoRole(uint256 between, uint256 kind, uint32 scope) external pure {
        between = within(between, 1, type(uint216).max);
        bytes32 role = bytes32(uint256(_plainId(uint8(within(kind, 0, 255)), scope)) | (between << 32));

        vm.assertEq(Roles.kindOf(role), 0, "kind");
        vm.assertEq(Roles.adminOf(role), _NOBODY, "admin");
    }

    function testEverySingleBitBetweenKindAndScopeMakesNoRole() external pure {
        for (uint256 kind = 0; kind <= 6; kind++) {
            for (uint256 bit = 32; bit < 248; bit++) {
                bytes32 role = bytes32(uint256(_plainId(uint8(kind), 7)) | (1 << bit));

                require(Roles.kindOf(role) == 0, "kind");
                require(Roles.adminOf(role) == _NOBODY, "admin");
            }
        }
    }

    function testFuzzCountriesEndAt65535(uint256 scope) external pure {
        scope = within(scope, 65_536, type(uint32).max);
        bytes32 role = _plainId(1, uint32(scope));

        vm.assertEq(Roles.kindOf(role), 0, "kind");
        vm.assertEq(Roles.adminOf(role), _NOBODY, "admin");
    }

    function testFuzzUnknownKindsBelongToNobody(uint256 kind, uint32 scope) external pure {
        bytes32 role = _plainId(uint8(within(kind, 7, 255)), scope);

        vm.assertFalse(Roles.isAmbassador(Roles.kindOf(role)), "ambassador");
        vm.assertFalse(Roles.isKey(Roles.kindOf(role)), "key");
        vm.assertFalse(Roles.isOfTown(Roles.kindOf(role)), "of a town");
        vm.assertEq(Roles.adminOf(role), _NOBODY, "admin");
    }

    function testFuzzKindZeroBelongsToNobody(uint256 scope) external pure {
        bytes32 role = _plainId(0, uint32(within(scope, 1, type(uint32).max)));

        vm.assertEq(Roles.kindOf(role), 0, "kind");
        vm.assertEq(Roles.adminOf(role), _NOBODY, "admin");
    }

    /// @dev Whatever the id: only ambassadors answer to the appointer, only the default admin to itself, and only a
    /// town's support roles to its ambassador.
    function testFuzzAdminOfAnyId(bytes32 role) external pure {
        _requirePlainAdmin(role);
    }

    /// @dev The same near the ids that exist.
    function testFuzzAdminOfNearlyAnyId(uint8 kind, uint32 scope, uint8 bit, bool flip) external pure {
        bytes32 role = _plainId(kind % 9, scope);
        _requirePlainAdmin(flip ? role ^ bytes32(1 << uint256(bit)) : role);
    }

    function testKindsByTheirPowers() external pure {
        for (uint256 kind = 0; kind < 256; kind++) {
            uint8 k = uint8(kind);
            require(Roles.isAmbassador(k) == (k == 1 || k == 2), "ambassador");
            require(Roles.isKey(k) == (k == 1 || k == 2 || k == 3 || k == 4), "key");
            require(Roles.isOfTown(k) == (k == 2 || k == 3 || k == 4 || k == 5 || k == 6), "of a town");
        }
    }

    function _requireSupportRole(bytes32 role, uint8 kind, uint32 town) private pure {
        vm.assertEq(role, _plainId(kind, town), "id");
        vm.assertEq(Roles.kindOf(role), kind, "kind");
        vm.assertEq(Roles.scopeOf(role), town, "scope");
        vm.assertEq(Roles.adminOf(role), _plainId(2, town), "admin");
    }

    function _requirePlainAdmin(bytes32 role) private pure {
        vm.assertEq(Roles.adminOf(role), _plainAdmin(role), "admin");
    }

    /// @dev The plain model, byte by byte.
    function _plainAdmin(bytes32 role) private pure returns (bytes32) {
        if (role == 0) return 0;
        for (uint256 i = 1; i < 28; i++) {
            if (role[i] != 0) return _NOBODY;
        }
        uint8 kind = uint8(role[0]);
        if (kind == 1) return role[28] == 0 && role[29] == 0 ? _APPOINTER : _NOBODY;
        if (kind == 2) return _APPOINTER;
        if (kind < 3 || kind > 6) return _NOBODY;
        return _plainId(2, uint32(bytes4(role << 224)));
    }

    function _plainId(uint8 kind, uint32 scope) private pure returns (bytes32) {
        return bytes32(abi.encodePacked(kind, bytes27(0), scope));
    }
}
