// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {System} from "../support/System.sol";
import {vm} from "../support/Vm.sol";

/// @title FinalDivisionWaitingTest
/// @dev While a succession of a member's person is open, only their wallet itself takes their part of a division.
contract FinalDivisionWaitingTest is System {
    address private constant _AMINA = address(0xA1);
    address private constant _BEN = address(0xB2);

    uint32 private _town;

    /// @dev Number 1 is the coordinator; 2 is Amina, whose succession is open, 3 is Ben. A unit fifty times each is theirs.
    function setUp() external {
        deploySystem();
        _town = foundTown(710, "Alpha");
        uint40 until = uint40(block.timestamp + 3 * 365 days);
        attestResident(_town, _AMINA, until, true);
        attestResident(_town, _BEN, until, true);
        uint16 week = uint16((block.timestamp - 4 days) / 7 days);
        vm.warp(uint256(week + 1) * 7 days + 4 days);
        submitTimesheet(_town, week, hex"000c0c");
        finaliseTimesheet(_town);
        fundMembers(_town, address(this), 100, 1);
        vm.prank(headOffice);
        towns.removeTownAmbassador(_town);
        vm.warp(block.timestamp + 365 days);
        division.divide(_town);
        vm.mockCall(address(members), abi.encodeCall(IMemberRegistry.isWaiting, (_AMINA)), abi.encode(true));
    }

    function testOthersPassHerOverAndPayTheOthers() external {
        uint16[] memory numbers = _waiting();

        division.claim(1, numbers);

        _requirePaid(_AMINA, 2, false);
        _requirePaid(_BEN, 3, true);
    }

    function testHerOwnWalletTakesHers() external {
        uint16[] memory numbers = _waiting();

        vm.prank(_AMINA);
        division.claim(1, numbers);

        _requirePaid(_AMINA, 2, true);
        _requirePaid(_BEN, 3, true);
    }

    function testWhatWasKeptForHerWaitsForHerOwnWallet() external {
        vm.expectRevert(abi.encodeWithSelector(IFinalDivision.FinalDivisionWaiting.selector, _town, 2));
        division.claimKept(_town, 2);

        vm.prank(_AMINA);
        division.claimKept(_town, 2);
        division.claimKept(_town, 3);
    }

    /// @dev Both numbers, of which Amina's waits.
    function _waiting() private returns (uint16[] memory numbers) {
        numbers = new uint16[](2);
        (numbers[0], numbers[1]) = (2, 3);
        address[] memory wallets = new address[](2);
        (wallets[0], wallets[1]) = (_AMINA, _BEN);
        bool[] memory waiting = new bool[](2);
        waiting[0] = true;
        vm.mockCall(
            address(members),
            abi.encodeCall(IMemberRegistry.walletsAt, (_town, numbers)),
            abi.encode(wallets, waiting)
        );
    }

    function _requirePaid(address wallet, uint16 number, bool paid) private view {
        vm.assertEq(dollar.balanceOf(wallet), paid ? 50 : 0, "part");
        vm.assertTrue(division.isPaid(1, number) == paid, "paid");
    }
}
