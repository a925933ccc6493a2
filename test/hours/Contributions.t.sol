// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {System} from "../support/System.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title ContributionsTest
/// @dev The running sum of streams against a plain list of streams.
contract ContributionsTest is System {
    struct Stream {
        uint256 perWeek;
        uint256 from;
        uint256 left;
    }

    uint16 private constant _MEMBERS = 12;

    uint32 private _town;
    uint16 private _week;
    Stream[] private _streams;
    uint256 private _carry;
    uint256 private _index;
    uint16 private _lastWeek;

    function setUp() external {
        deploySystem();
        _town = foundTown(710, "Alpha");
        uint40 until = uint40(block.timestamp + 3 * 365 days);
        for (uint256 i = 1; i < _MEMBERS; i++) {
            attestResident(_town, address(uint160(0xA000 + i)), until, true);
        }
        _week = uint16((block.timestamp - 4 days) / 7 days);
        vm.warp(uint256(_week + 1) * 7 days + 4 days);
    }

    /// @dev Random payments, timesheets and surrenders; the pool equals the list after every step.
    function testFuzzPoolEqualsListOfStreams(uint256 seed) external {
        for (uint256 i = 0; i < 24; i++) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            if (random % 3 == 0) _finalise(random >> 8);
            else if (random % 16 == 1) _surrender();
            else _fund(random >> 8);

            _requirePoolLikeList();
        }
    }

    /// @dev Streams of every length, until the last has ended.
    function testEveryLengthRunsOut() external {
        for (uint16 weeks_ = 1; weeks_ <= 52; weeks_++) {
            _fundExactly(uint256(weeks_) * 1_000 + weeks_ / 2, weeks_);
        }

        for (uint256 i = 0; i < 53; i++) {
            _finalise(0xffff); // everybody is active, and nobody waits
            _requirePoolLikeList();
        }

        vm.assertEq(contributions.poolOf(_town).running, 0, "nothing runs any more");
    }

    /// @dev However much comes in, what the pool promises stays within its records.
    function testFuzzWhatDoesNotFitIsRefused(uint256 first, uint16 weeks_, uint256 excess) external {
        first = within(first, 0, type(uint96).max);
        weeks_ = uint16(within(weeks_, 1, 52));
        excess = within(excess, 1, type(uint96).max);
        _fundExactly(first, weeks_);
        uint256 most = type(uint96).max - first;
        dollar.mintAndAllow(address(this), address(contributions), most + excess);

        vm.expectRevert(abi.encodeWithSelector(IContributions.ContributionsTooMuch.selector, most + excess, most));
        contributions.fund(_town, most + excess, 1);

        _fundExactly(most, 1);
        _requirePoolLikeList();
        _finalise(1 << 11);
        _requirePoolLikeList();
    }

    function _fund(uint256 random) private {
        uint256 size = random % 4;
        uint256 most =
            size == 0
                ? 60
                : size == 1
                    ? 1_000e6
                    : 1e15;
        _fundExactly((random >> 16) % (most + 1), uint16(within(random >> 128, 1, 52)));
    }

    function _fundExactly(uint256 amount, uint16 weeks_) private {
        fundMembers(_town, address(this), amount, weeks_);

        _streams.push(Stream({perWeek: amount / weeks_, from: _index + _openWeeks(), left: weeks_}));
        _carry += amount - (amount / weeks_) * weeks_;
    }

    /// @dev Weeks that have ended since the last final one, eight at most; none before the first.
    function _openWeeks() private view returns (uint256) {
        if (_lastWeek == 0) return 0;
        uint256 ended = (block.timestamp - 4 days) / 7 days - 1 - _lastWeek;
        return ended > 8 ? 8 : ended;
    }

    /// @dev All that was promised goes away at once, and nothing of it is counted any more.
    function _surrender() private {
        uint256 promised = _carry;
        for (uint256 i = 0; i < _streams.length; i++) {
            promised += _streams[i].perWeek * _streams[i].left;
        }
        uint256 before = dollar.balanceOf(address(division));

        vm.prank(address(division));
        contributions.surrender(_town);

        vm.assertEq(dollar.balanceOf(address(division)) - before, promised, "surrendered");
        delete _streams;
        _carry = 0;
    }

    /// @dev Finalises one more week with whom the bits of `random` choose active; number 1 is the coordinator.
    function _finalise(uint256 random) private {
        bytes memory quarters = new bytes(_MEMBERS);
        uint256 active;
        for (uint256 i = 1; i < _MEMBERS; i++) {
            bool works = (random >> i) & 1 == 1;
            quarters[i] = works ? bytes1(0x0c) : bytes1(0x0b);
            if (works) active++;
        }
        submitTimesheet(_town, _week, quarters);
        finaliseTimesheet(_town);
        _lastWeek = _week;
        _waitForNext(random >> 128);
        if (active == 0) return;

        uint256 available = _carry;
        for (uint256 i = 0; i < _streams.length; i++) {
            if (_streams[i].left == 0 || _streams[i].from > _index) continue;
            _streams[i].left--;
            available += _streams[i].perWeek;
        }
        uint256 cashPerActive = available / active;
        _carry = available - cashPerActive * active;

        vm.assertEq(contributions.timesheetAt(_town, _index++).cashPerActive, cashPerActive, "cash per active member");
    }

    /// @dev Now and then the town falls behind by some weeks, up to more than are open.
    function _waitForNext(uint256 random) private {
        if (random % 4 == 1) vm.warp(block.timestamp + ((random >> 8) % 90) * 1 days);
        uint256 ended = (block.timestamp - 4 days) / 7 days - 1;
        if (ended <= _week) {
            vm.warp(uint256(_week + 2) * 7 days + 4 days);
            ended = _week + 1;
        }
        _week = uint16(ended > _week + 8 ? ended - 7 : _week + 1);
    }

    function _requirePoolLikeList() private view {
        uint256 running;
        uint256 promised = _carry;
        for (uint256 i = 0; i < _streams.length; i++) {
            if (_streams[i].left > 0 && _streams[i].from <= _index) running += _streams[i].perWeek;
            promised += _streams[i].perWeek * _streams[i].left;
        }
        IContributions.Pool memory pool = contributions.poolOf(_town);

        vm.assertEq(pool.undivided, promised, "undivided");
        vm.assertEq(pool.carry, _carry, "carry");
        vm.assertEq(pool.running, running, "running sum");
        vm.assertEq(pool.timesheets, _index, "timesheets");
        vm.assertGe(dollar.balanceOf(address(contributions)), promised, "held covers promised");
    }
}
