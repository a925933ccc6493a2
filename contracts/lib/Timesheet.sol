// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibBit} from "solady/src/utils/LibBit.sol";

/// @title Timesheet: arithmetic on one byte a member
/// @notice A timesheet is a string of bytes: byte *i* holds the quarter hours of member number *i + 1*. Members beyond
/// its end have zero. As many quarters as make one shift make a member active.
library Timesheet {
    /// @notice Quarters of one shift, and the least that makes a member active (3 hours: the source's
    /// "3 hours of time per week, or more").
    uint256 internal constant SHIFT = 12;

    /// @notice The most quarters that a member can have in a week: what a byte holds.
    uint256 internal constant MOST_QUARTERS = type(uint8).max;

    /// @notice The most members a timesheet can hold: contract code is limited to 24,576 bytes.
    uint16 internal constant MAX_MEMBERS = 24_000;

    uint256 private constant LANES_16 = 0x00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF;
    uint256 private constant ONES_16 = 0x0001000100010001000100010001000100010001000100010001000100010001;
    uint256 private constant SHIFT_REACHES_256 = ONES_16 * (MOST_QUARTERS + 1 - SHIFT);

    // q ÷ SHIFT, rounded down, is (q × FACTOR) >> 11. Of a SHIFT from 8 to 16 quarters this is exact, and its products
    // stay within their lanes, for 8, 9, 10, 12, 13, 15 and 16; another needs other numbers here. The test of every byte
    // in every lane tells.
    uint256 private constant FACTOR = (2 ** 11 + SHIFT - 1) / SHIFT;
    uint256 private constant MASKS_5 = ONES_16 * (2 ** (16 - 11) - 1);

    uint256 private constant ONES_8 = 0x0101010101010101010101010101010101010101010101010101010101010101;
    uint256 private constant SEVENS = ONES_8 * 0x7F;
    uint256 private constant PAIRS = ONES_16 * 0x3;
    uint256 private constant FOURS = 0x0000000F0000000F0000000F0000000F0000000F0000000F0000000F0000000F;
    uint256 private constant EIGHTS = 0x00000000000000FF00000000000000FF00000000000000FF00000000000000FF;
    uint256 private constant SIXTEENS = 0x0000000000000000000000000000FFFF0000000000000000000000000000FFFF;
    uint256 private constant LANES_32 = 0x0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF;

    /// @notice Counts a whole timesheet, 32 members at a time.
    /// @param quarters the timesheet, at most `MAX_MEMBERS` bytes.
    /// @return active members with at least one shift.
    /// @return shifts the sum of every member's quarters ÷ `SHIFT`, each rounded down.
    function count(bytes memory quarters) internal pure returns (uint16 active, uint32 shifts) {
        uint256 activeLanes;
        uint256 shiftLanes;
        uint256 length = quarters.length;

        // Nothing overflows: 24,000 members are 750 words, so a lane counts at most 1,500 members, each with at most the
        // 31 shifts that five bits hold.
        unchecked {
            for (uint256 offset = 0; offset < length; offset += 32) {
                uint256 word = _within(_wordAt(quarters, offset), length - offset);
                uint256 even = word & LANES_16;
                uint256 odd = (word >> 8) & LANES_16;

                // In a 16-bit lane, q + (256 − SHIFT) reaches bit 8 exactly when q ≥ SHIFT.
                activeLanes += ((even + SHIFT_REACHES_256) >> 8) & ONES_16;
                activeLanes += ((odd + SHIFT_REACHES_256) >> 8) & ONES_16;

                shiftLanes += ((even * FACTOR) >> 11) & MASKS_5;
                shiftLanes += ((odd * FACTOR) >> 11) & MASKS_5;
            }
        }

        // At most so many members, with at most 31 shifts each.
        return (uint16(_sumLanes(activeLanes)), uint32(_sumLanes(shiftLanes)));
    }

    /// @notice Who has any time on a timesheet: one bit a member, 256 to a word, member number 1 highest in the first.
    /// @param quarters the timesheet, at most `MAX_MEMBERS` bytes.
    /// @return words as many as it takes, the last one filled up with zeros.
    function worked(bytes memory quarters) internal pure returns (uint256[] memory words) {
        uint256 length = quarters.length;
        words = new uint256[]((length + 255) / 256);

        unchecked {
            for (uint256 offset = 0; offset < length; offset += 32) {
                uint256 word = _within(_wordAt(quarters, offset), length - offset);
                words[offset / 256] |= _anyTime(word) << (224 - (offset % 256));
            }
        }
    }

    /// @notice The highest member number with any time.
    /// @param words as `worked` says.
    /// @return number that member's number, 0 when nobody has any time.
    function lastMember(uint256[] memory words) internal pure returns (uint256 number) {
        for (uint256 i = words.length; i > 0; i--) {
            if (words[i - 1] != 0) return i * 256 - LibBit.ffs(words[i - 1]);
        }
    }

    /// @notice A timesheet with other quarters for some members; it grows when a number lies beyond its end.
    /// @param sheet the timesheet; used up by this.
    /// @param numbers member numbers, growing, at least one.
    /// @param quarters one byte for each of them.
    function amended(
        bytes memory sheet,
        uint16[] calldata numbers,
        bytes calldata quarters
    ) internal pure returns (bytes memory) {
        uint256 last = numbers[numbers.length - 1];
        if (last > sheet.length) sheet = bytes.concat(sheet, new bytes(last - sheet.length));
        for (uint256 i = 0; i < numbers.length; i++) {
            sheet[numbers[i] - 1] = quarters[i];
        }
        return sheet;
    }

    /// @dev The 32 bytes that start at `offset` of the data.
    function _wordAt(bytes memory data, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(data, 0x20), offset))
        }
    }

    /// @dev A word without what lies beyond the end of the data, of which so many bytes are left.
    function _within(uint256 word, uint256 left) private pure returns (uint256) {
        return left < 32 ? word & (type(uint256).max << (8 * (32 - left))) : word;
    }

    /// @dev One bit for each byte that is not zero, the first byte's highest of 32: their bits 7, brought together by
    /// halves.
    function _anyTime(uint256 word) private pure returns (uint256 bits) {
        bits = (((word & SEVENS) + SEVENS) | word) >> 7;
        bits &= ONES_8;
        bits = (bits | (bits >> 7)) & PAIRS;
        bits = (bits | (bits >> 14)) & FOURS;
        bits = (bits | (bits >> 28)) & EIGHTS;
        bits = (bits | (bits >> 56)) & SIXTEENS;
        bits = (bits | (bits >> 112)) & type(uint32).max;
    }

    /// @dev The sum of sixteen 16-bit lanes: neighbours first, into eight 32-bit lanes, whose sum is the remainder
    /// modulo 2³² − 1 because 2³² ≡ 1 there and the sum is smaller.
    function _sumLanes(uint256 lanes) private pure returns (uint256) {
        return ((lanes & LANES_32) + ((lanes >> 16) & LANES_32)) % 0xFFFFFFFF;
    }
}
