// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {System} from "../support/System.sol";
import {vm} from "../support/Vm.sol";

/// @title ContributionsWaitingTest
/// @dev While a succession of a member's person is open, only their wallet itself takes what they earned.
contract ContributionsWaitingTest is System {
    address private constant _AMINA = address(0xA1);
    address private constant _BEN = address(0xB2);

    uint32 private _town;

    /// @dev Number 1 is the coordinator; 2 is Amina, whose succession is open, 3 is Ben. Each earned a shift and 50 units.
    function setUp() external {
        deploySystem();
        _town = foundTown(710, "Alpha");
        uint40 until = uint40(block.timestamp + 3 * 365 days);
        attestResident(_town, _AMINA, until, true);
        attestResident(_town, _BEN, until, true);
        uint16 week = uint16((block.timestamp - 4 days) / 7 days);
        vm.warp(uint256(week + 1) * 7 days + 4 days);
        fundMembers(_town, address(this), 100, 1);
        submitTimesheet(_town, week, hex"000c0c");
        finaliseTimesheet(_town);
        vm.mockCall(address(members), abi.encodeCall(IMemberRegistry.isWaiting, (_AMINA)), abi.encode(true));
    }

    function testOthersPassHerOverAndPayTheOthers() external {
        uint16[] memory numbers = _numbers(2, 3);
        _mockWaiting(numbers, true, false);

        contributions.claim(_town, numbers, 1);

        _requirePaid(_AMINA, 2, false);
        _requirePaid(_BEN, 3, true);
    }

    function testHerOwnWalletTakesHersAndPassesOthersOver() external {
        uint16[] memory numbers = _numbers(2, 3);
        _mockWaiting(numbers, true, true);

        vm.prank(_AMINA);
        contributions.claim(_town, numbers, 1);

        _requirePaid(_AMINA, 2, true);
        _requirePaid(_BEN, 3, false);
    }

    function testWhatWasKeptForHerWaitsForHerOwnWallet() external {
        vm.expectRevert(abi.encodeWithSelector(IContributions.ContributionsWaiting.selector, _town, 2));
        contributions.claimKept(_town, 2);

        vm.prank(_AMINA);
        contributions.claimKept(_town, 2);
        contributions.claimKept(_town, 3);
    }

    function _mockWaiting(uint16[] memory numbers, bool amina, bool ben) private {
        address[] memory wallets = new address[](2);
        (wallets[0], wallets[1]) = (_AMINA, _BEN);
        bool[] memory waiting = new bool[](2);
        (waiting[0], waiting[1]) = (amina, ben);
        vm.mockCall(
            address(members),
            abi.encodeCall(IMemberRegistry.walletsAt, (_town, numbers)),
            abi.encode(wallets, waiting)
        );
    }

    function _requirePaid(address wallet, uint256 number, bool paid) private view {
        vm.assertEq(dollar.balanceOf(wallet), paid ? 50 : 0, "cash");
        vm.assertEq(infinity.balanceOf(wallet), paid ? 1e18 : 0, "INFINITY");
        vm.assertEq(contributions.claimedUpTo(_town, number), paid ? 1 : 0, "cursor");
    }

    function _numbers(uint16 first, uint16 second) private pure returns (uint16[] memory numbers) {
        numbers = new uint16[](2);
        (numbers[0], numbers[1]) = (first, second);
    }
}
