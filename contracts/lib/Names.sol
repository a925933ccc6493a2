// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Names: what people read instead of an address
/// @notice A name is bytes of UTF-8 that a page or a wallet shows. Refused is what a reader cannot see, or what makes
/// others of it read otherwise: control characters (U+0000–001F, 007F–009F), spaces that are not the plain one or stand
/// at an end or beside another, what has no width or turns the direction of writing (U+00AD, 061C, 180E, 200B–200F,
/// 2028–202E, 2060–206F, FEFF), and what alters the sign before it unseen (U+FE00–FE0F, E0000–E0FFF). Known limits:
/// letters of other alphabets that look alike are not told apart, nor is it checked that the bytes are UTF-8.
library Names {
    /// @notice What names share that differ in the capitals A to Z at most; zero for one that does not have 1 to
    /// `mostBytes` bytes, or has any of what is refused.
    function keyOf(string memory name, uint256 mostBytes) internal pure returns (bytes32) {
        bytes memory letters = bytes(name);
        uint256 count = letters.length;
        if (count == 0 || count > mostBytes || letters[0] == " " || letters[count - 1] == " ") return 0;

        bytes memory small = new bytes(count);
        uint24 last; // the last three bytes, so that a character of two or three is seen at its last
        for (uint256 i = 0; i < count; i++) {
            uint8 letter = uint8(letters[i]);
            last = (last << 8) | letter;
            if (_isRefused(last)) return 0;
            small[i] = bytes1(letter >= 0x41 && letter <= 0x5a ? letter + 0x20 : letter);
        }
        return keccak256(small);
    }

    /// @dev Whether a refused character ends with the last of three bytes; a plain space is refused beside another.
    function _isRefused(uint24 last) private pure returns (bool) {
        // The bytes before are cut off.
        if (uint8(last) < 0x80) return uint8(last) < 0x20 || uint8(last) == 0x7f || uint16(last) == 0x2020;
        return _isRefusedOfTwo(uint16(last)) || _isRefusedOfThree(last);
    }

    /// @dev U+0080–00A0, 00AD, 061C; and how each of U+E0000–E0FFF begins.
    function _isRefusedOfTwo(uint16 two) private pure returns (bool) {
        return (two >= 0xc280 && two <= 0xc2a0) || two == 0xc2ad || two == 0xd89c || two == 0xf3a0;
    }

    /// @dev U+1680, 180E, 2000–200F, 2028–202F, 205F–206F, 3000, FE00–FE0F, FEFF.
    function _isRefusedOfThree(uint24 three) private pure returns (bool) {
        if (three == 0xe19a80 || three == 0xe1a08e || three == 0xe38080 || three == 0xefbbbf) return true;
        if (three >= 0xe28080 && three <= 0xe2808f) return true;
        if (three >= 0xe280a8 && three <= 0xe280af) return true;
        if (three >= 0xe2819f && three <= 0xe281af) return true;
        return three >= 0xefb880 && three <= 0xefb88f;
    }
}
