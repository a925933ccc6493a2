// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {WaitingTown} from "../support/WaitingTown.sol";

/// @title FinalDivisionWaitingTest
/// @dev While a succession of a member's person is open, only their wallet itself takes their part of a division.
contract FinalDivisionWaitingTest is WaitingTown {
    /// @dev The town was divided, and lives again: Amina and Ben each have 50 units of it; Amina's succession is open.
    function setUp() external {
        openTown(100, false);
        vm.prank(headOffice);
        towns.removeTownAmbassador(town);
        vm.warp(block.timestamp + 365 days);
        division.divide(town);

        address ambassador = officers[town].townAmbassador;
        vm.prank(headOffice);
        towns.appointTownAmbassador(town, ambassador, accepted(Roles.townAmbassador(town), ambassador));
        vm.warp(block.timestamp + 7 days);
        loseWallet(amina);
    }

    function testOthersPassHerOverAndPayTheOthers() external {
        division.claim(1, numbers());

        _requirePaid(amina, AMINAS, false);
        _requirePaid(ben, BENS, true);
    }

    function testHerOwnWalletTakesHers() external {
        vm.prank(amina);
        division.claim(1, numbers());

        _requirePaid(amina, AMINAS, true);
        _requirePaid(ben, BENS, true);
    }

    function testWhatWasKeptForHerWaitsForHerOwnWallet() external {
        vm.expectRevert(abi.encodeWithSelector(IFinalDivision.FinalDivisionWaiting.selector, town, AMINAS));
        division.claimKept(town, AMINAS);

        vm.prank(amina);
        division.claimKept(town, AMINAS);
        division.claimKept(town, BENS);
    }

    function _requirePaid(address wallet, uint16 number, bool paid) private view {
        vm.assertEq(dollar.balanceOf(wallet), paid ? 50 : 0, "part");
        vm.assertTrue(division.isPaid(1, number) == paid, "paid");
    }
}
