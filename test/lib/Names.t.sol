// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Names} from "../../contracts/lib/Names.sol";
import {vm} from "../support/Vm.sol";

/// @title NamesTest
contract NamesTest {
    using Names for string;

    uint256 private constant _MOST = 64;

    function testNamesOfOneToSoManyBytesAreKept() external pure {
        _requireKept("B");
        _requireKept("Willowmere Bakery");
        _requireKept(unicode"Café Zürich – “Zum Löwen” № 3");
        _requireKept(unicode"面包店");
        _requireKept(unicode"مخبز");
        vm.assertEq(Names.keyOf("BAKE", 4) == 0 ? 1 : 0, 0, "as long as it may be");
        vm.assertEq(Names.keyOf("BAKER", 4), bytes32(0), "a byte longer");
        vm.assertEq(Names.keyOf("", _MOST), bytes32(0), "none");
    }

    function testCapitalsMakeNoDifference() external pure {
        vm.assertEq(Names.keyOf("Willowmere BAKERY", _MOST), Names.keyOf("wILLOWMERE bakery", _MOST), "A to Z");
        vm.assertEq(
            Names.keyOf("[@`{", _MOST) == Names.keyOf("{`@[", _MOST) ? 1 : 0,
            0,
            "what stands beside letters is no letter"
        );
        vm.assertEq(Names.keyOf("@", _MOST) == Names.keyOf("`", _MOST) ? 1 : 0, 0, "before A");
        vm.assertEq(Names.keyOf("[", _MOST) == Names.keyOf("{", _MOST) ? 1 : 0, 0, "after Z");
        vm.assertEq(
            Names.keyOf(unicode"É", _MOST) == Names.keyOf(unicode"é", _MOST) ? 1 : 0,
            0,
            "other letters differ"
        );
    }

    function testSpacesThatAreNotSeenAreRefused() external pure {
        _requireRefused(" Bakery");
        _requireRefused("Bakery ");
        _requireRefused("Willowmere  Bakery");
        _requireRefused(" ");
    }

    /// @dev Every character up to U+FFFF and of plane 14, alone between two letters, against a plain list.
    function testFuzzEachCharacter(uint24 code) external pure {
        code = code % 0x10000;
        if (code >= 0xd800 && code < 0xe000) code = 0xe0000 + (code % 0x1000);

        bytes memory name = bytes.concat("A", _utf8(code), "B");

        vm.assertEq(string(name).keyOf(_MOST) == 0 ? 1 : 0, _isRefused(code) ? 1 : 0, vm.toString(code));
    }

    /// @dev The same at the ends of each range.
    function testEachEndOfWhatIsRefused() external pure {
        uint24[34] memory codes = [
            uint24(0x1f),
            0x20,
            0x7e,
            0x7f,
            0x80,
            0xa0,
            0xa1,
            0xac,
            0xad,
            0xae,
            0x61b,
            0x61c,
            0x61d,
            0x167f,
            0x1680,
            0x180d,
            0x180e,
            0x180f,
            0x1fff,
            0x2000,
            0x200f,
            0x2010,
            0x2027,
            0x2028,
            0x202f,
            0x2030,
            0x205e,
            0x205f,
            0x206f,
            0x2070,
            0x3000,
            0x3001,
            0xfeff,
            0xff00
        ];
        for (uint256 i = 0; i < codes.length; i++) {
            bytes memory name = bytes.concat("A", _utf8(codes[i]), "B");
            bool refused = string(name).keyOf(_MOST) == 0;
            vm.assertEq(refused ? 1 : 0, _isRefused(codes[i]) ? 1 : 0, vm.toString(codes[i]));
        }
    }

    function _isRefused(uint24 code) private pure returns (bool) {
        if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code == 0xad || code == 0x61c) return true;
        if (code == 0x1680 || code == 0x180e || code == 0x3000 || code == 0xfeff) return true;
        if (code >= 0x2000 && code <= 0x200f) return true;
        if (code >= 0x2028 && code <= 0x202f) return true;
        if (code >= 0x205f && code <= 0x206f) return true;
        return (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0000;
    }

    function _utf8(uint24 code) private pure returns (bytes memory) {
        if (code < 0x80) return abi.encodePacked(uint8(code));
        bytes1 last = bytes1(uint8(0x80 | (code & 0x3f)));
        if (code < 0x800) return abi.encodePacked(uint8(0xc0 | (code >> 6)), last);
        bytes1 third = bytes1(uint8(0x80 | ((code >> 6) & 0x3f)));
        if (code < 0x10000) return abi.encodePacked(uint8(0xe0 | (code >> 12)), third, last);
        bytes1 second = bytes1(uint8(0x80 | ((code >> 12) & 0x3f)));
        return abi.encodePacked(uint8(0xf0 | (code >> 18)), second, third, last);
    }

    function _requireKept(string memory name) private pure {
        vm.assertEq(name.keyOf(_MOST) == 0 ? 1 : 0, 0, name);
    }

    function _requireRefused(string memory name) private pure {
        vm.assertEq(name.keyOf(_MOST), bytes32(0), name);
    }
}
