// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Timesheet} from "../../contracts/lib/Timesheet.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title TimesheetTest
/// @dev The word arithmetic of Timesheet against plain loops over single bytes.
contract TimesheetTest {
    uint256 private constant _MOST = 24_000;

    function testFuzzCountEqualsPlainLoop(uint256 seed, uint256 length) external pure {
        _requireCountLikeLoop(_randomQuarters(seed, within(length, 0, 200)));
    }

    function testFuzzCountEqualsPlainLoopOfAnyBytes(bytes calldata quarters) external pure {
        _requireCountLikeLoop(quarters);
    }

    /// @dev What stands in memory behind the array's end, also within its last word, must not count.
    function testFuzzCountIgnoresMemoryBehindTheEnd(uint256 seed, uint256 length, uint256 cut) external pure {
        bytes memory quarters = _randomQuarters(seed, within(length, 0, 200));
        (uint256 active, uint256 shifts) = _loop(quarters, quarters.length);
        uint256 kept = within(cut, 0, quarters.length);
        (uint256 keptActive, uint256 keptShifts) = _loop(quarters, kept);
        for (uint256 i = kept; i < quarters.length; i++) {
            quarters[i] = 0xff;
        }
        _shorten(quarters, kept);

        (uint256 countedActive, uint256 countedShifts) = Timesheet.count(quarters);

        vm.assertEq(countedActive, keptActive, "active");
        vm.assertEq(countedShifts, keptShifts, "shifts");
        vm.assertLe(countedActive, active, "no more active than before the cut");
        vm.assertLe(countedShifts, shifts, "no more shifts than before the cut");
    }

    function testEveryByteInEveryLane() external pure {
        for (uint256 value = 0; value < 256; value++) {
            for (uint256 lane = 0; lane < 32; lane++) {
                _requireLane(value, lane, 0, 0, 0);
                _requireLane(value, lane, 0xff, 31, 31 * 21);
            }
        }
    }

    function testEveryLengthOfTheHighestByte() external pure {
        for (uint256 length = 0; length < 130; length++) {
            (uint256 active, uint256 shifts) = Timesheet.count(_filled(0xff, length));

            vm.assertEq(active, length, "active");
            vm.assertEq(shifts, 21 * length, "255 quarters are 21 shifts");
        }
    }

    function testLargestTimesheetFullOfTheHighestByte() external pure {
        (uint256 active, uint256 shifts) = Timesheet.count(_filled(0xff, _MOST));

        vm.assertEq(active, 24_000, "active");
        vm.assertEq(shifts, 504_000, "shifts");
    }

    function testLargeTimesheets() external pure {
        _requireCountLikeLoop(_randomQuarters(1, _MOST));
        _requireCountLikeLoop(_randomQuarters(2, _MOST - 1));
        _requireCountLikeLoop(_randomQuarters(3, _MOST - 31));
        _requireCountLikeLoop(_randomQuarters(4, 8_191));
    }

    function testFuzzWhoWorkedEqualsPlainLoop(
        uint256 seed,
        uint256 length,
        uint256 zeros,
        uint256 behind
    ) external pure {
        bytes memory quarters = _randomQuarters(seed, within(length, 0, 700));
        uint256 kept = quarters.length - within(behind, 0, quarters.length);
        uint256 from = kept - within(zeros, 0, kept);
        for (uint256 i = from; i < quarters.length; i++) {
            quarters[i] = i < kept ? bytes1(0) : bytes1(0xff);
        }
        _shorten(quarters, kept);

        _requireWorkedLikeLoop(quarters);
    }

    function testEveryByteInEveryLaneIsSomeTimeOrNone() external pure {
        for (uint256 value = 0; value < 256; value++) {
            for (uint256 lane = 0; lane < 32; lane++) {
                bytes memory quarters = new bytes(32);
                quarters[lane] = bytes1(uint8(value));
                uint256[] memory words = Timesheet.worked(quarters);
                require(words[0] == (value == 0 ? 0 : (1 << 255) >> lane), "one bit, or none");
            }
        }
    }

    function testWhoWorkedOnTheLargestTimesheet() external pure {
        _requireWorkedLikeLoop(_filled(0x01, _MOST));
        _requireWorkedLikeLoop(_randomQuarters(5, _MOST));
        _requireWorkedLikeLoop(new bytes(_MOST));
    }

    /// @dev Other quarters for a few growing numbers, some beyond the end, against a longer array written byte by byte.
    function testFuzzAmendedEqualsPlainLoop(uint256 seed, uint256 length, uint256 count) external view {
        bytes memory sheet = _randomQuarters(seed, within(length, 0, 100));
        uint16[] memory numbers = new uint16[](within(count, 1, 20));
        bytes memory quarters = _randomQuarters(seed ^ 1, numbers.length);
        uint256 number;
        for (uint256 i = 0; i < numbers.length; i++) {
            number += 1 + (uint256(keccak256(abi.encode(seed, i))) % 12);
            numbers[i] = uint16(number);
        }
        bytes memory expected = new bytes(number > sheet.length ? number : sheet.length);
        for (uint256 i = 0; i < sheet.length; i++) {
            expected[i] = sheet[i];
        }
        for (uint256 i = 0; i < numbers.length; i++) {
            expected[numbers[i] - 1] = quarters[i];
        }

        vm.assertEq(keccak256(this.amended(sheet, numbers, quarters)), keccak256(expected), "amended");
    }

    function amended(
        bytes memory sheet,
        uint16[] calldata numbers,
        bytes calldata quarters
    ) external pure returns (bytes memory) {
        return Timesheet.amended(sheet, numbers, quarters);
    }

    function _requireCountLikeLoop(bytes memory quarters) private pure {
        (uint256 expectedActive, uint256 expectedShifts) = _loop(quarters, quarters.length);

        (uint256 active, uint256 shifts) = Timesheet.count(quarters);

        vm.assertEq(active, expectedActive, "active");
        vm.assertEq(shifts, expectedShifts, "shifts");
    }

    function _requireWorkedLikeLoop(bytes memory quarters) private pure {
        uint256[] memory expected = new uint256[]((quarters.length + 255) / 256);
        uint256 last;
        for (uint256 i = 0; i < quarters.length; i++) {
            if (quarters[i] == 0) continue;
            expected[i / 256] |= (1 << 255) >> (i % 256);
            last = i + 1;
        }

        uint256[] memory words = Timesheet.worked(quarters);

        vm.assertEq(keccak256(abi.encode(words)), keccak256(abi.encode(expected)), "who worked");
        vm.assertEq(Timesheet.lastMember(words), last, "last member");
    }

    function _requireLane(
        uint256 value,
        uint256 lane,
        uint8 neighbours,
        uint256 activeNeighbours,
        uint256 shiftsOfNeighbours
    ) private pure {
        bytes memory quarters = _filled(neighbours, 32);
        quarters[lane] = bytes1(uint8(value));

        (uint256 active, uint256 shifts) = Timesheet.count(quarters);

        require(active == activeNeighbours + (value < 12 ? 0 : 1), "active");
        require(shifts == shiftsOfNeighbours + value / 12, "shifts");
    }

    /// @dev The plain model: one byte at a time.
    function _loop(bytes memory quarters, uint256 length) private pure returns (uint256 active, uint256 shifts) {
        for (uint256 i = 0; i < length; i++) {
            uint256 q = uint8(quarters[i]);
            if (q >= 12) active++;
            shifts += q / 12;
        }
    }

    /// @dev Random bytes, many of them near what decides: 0, 11, 12, 23, 24 and 255.
    function _randomQuarters(uint256 seed, uint256 length) private pure returns (bytes memory quarters) {
        bytes6 edges = hex"000b0c1718ff";
        quarters = new bytes(length);
        bytes32 random;
        for (uint256 i = 0; i < length; i++) {
            if (i % 16 == 0) random = keccak256(abi.encode(seed, i));
            uint8 choice = uint8(random[(i % 16) * 2]);
            quarters[i] = choice < 128 ? edges[choice % 6] : random[(i % 16) * 2 + 1];
        }
    }

    function _filled(uint8 value, uint256 length) private pure returns (bytes memory quarters) {
        quarters = new bytes(length);
        for (uint256 i = 0; i < length; i++) {
            quarters[i] = bytes1(value);
        }
    }

    function _shorten(bytes memory quarters, uint256 length) private pure {
        assembly ("memory-safe") {
            mstore(quarters, length)
        }
    }
}
