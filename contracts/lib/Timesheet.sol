// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

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

    uint256 private constant LANES_32 = 0x0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF0000FFFF;

    /// @notice Counts a whole timesheet, 32 members at a time.
    /// @param quarters the timesheet, at most `MAX_MEMBERS` bytes.
    /// @return active members with at least one shift.
    /// @return shifts the sum of every member's quarters ÷ `SHIFT`, each rounded down.
    function count(bytes memory quarters) internal pure returns (uint256 active, uint256 shifts) {
        uint256 activeLanes;
        uint256 shiftLanes;
        uint256 length = quarters.length;

        // Nothing overflows: 24,000 members are 750 words, so a lane counts at most 1,500 members, each with at most the
        // 31 shifts that five bits hold.
        unchecked {
            for (uint256 offset = 0; offset < length; offset += 32) {
                uint256 word = _wordAt(quarters, offset);
                // The last word may hold bytes beyond the end of the array.
                if (length - offset < 32) word &= type(uint256).max << (8 * (32 - (length - offset)));

                uint256 even = word & LANES_16;
                uint256 odd = (word >> 8) & LANES_16;

                // In a 16-bit lane, q + (256 − SHIFT) reaches bit 8 exactly when q ≥ SHIFT.
                activeLanes += ((even + SHIFT_REACHES_256) >> 8) & ONES_16;
                activeLanes += ((odd + SHIFT_REACHES_256) >> 8) & ONES_16;

                shiftLanes += ((even * FACTOR) >> 11) & MASKS_5;
                shiftLanes += ((odd * FACTOR) >> 11) & MASKS_5;
            }
        }

        return (_sumLanes(activeLanes), _sumLanes(shiftLanes));
    }

    /// @notice The highest member number with any time on the timesheet.
    /// @param quarters the timesheet.
    /// @return number that member's number, 0 when nobody has any time.
    function lastMember(bytes memory quarters) internal pure returns (uint256 number) {
        number = quarters.length;
        while (number > 0 && quarters[number - 1] == 0) number--;
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

    /// @dev The sum of sixteen 16-bit lanes: neighbours first, into eight 32-bit lanes, whose sum is the remainder
    /// modulo 2³² − 1 because 2³² ≡ 1 there and the sum is smaller.
    function _sumLanes(uint256 lanes) private pure returns (uint256) {
        return ((lanes & LANES_32) + ((lanes >> 16) & LANES_32)) % 0xFFFFFFFF;
    }
}
