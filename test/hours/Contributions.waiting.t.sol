// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../../contracts/hours/IContributions.sol";
import {vm} from "../support/Vm.sol";
import {WaitingTown} from "../support/WaitingTown.sol";

/// @title ContributionsWaitingTest
/// @dev While a succession of a member's person is open, only their wallet itself takes what they earned.
contract ContributionsWaitingTest is WaitingTown {
    /// @dev Amina and Ben each earned a shift and 50 units; Amina's succession is open.
    function setUp() external {
        openTown(100, true);
        loseWallet(amina);
    }

    function testOthersPassHerOverAndPayTheOthers() external {
        contributions.claim(town, numbers(), 1);

        _requirePaid(amina, AMINAS, false);
        _requirePaid(ben, BENS, true);
    }

    function testHerOwnWalletTakesHersAndPassesOthersOver() external {
        loseWallet(ben);

        vm.prank(amina);
        contributions.claim(town, numbers(), 1);

        _requirePaid(amina, AMINAS, true);
        _requirePaid(ben, BENS, false);
    }

    function testWhatWasKeptForHerWaitsForHerOwnWallet() external {
        vm.expectRevert(abi.encodeWithSelector(IContributions.ContributionsWaiting.selector, town, AMINAS));
        contributions.claimKept(town, AMINAS);

        vm.prank(amina);
        contributions.claimKept(town, AMINAS);
        contributions.claimKept(town, BENS);
    }

    function _requirePaid(address wallet, uint16 number, bool paid) private view {
        vm.assertEq(dollar.balanceOf(wallet), paid ? 50 : 0, "cash");
        vm.assertEq(infinity.balanceOf(wallet), paid ? 1e18 : 0, "INFINITY");
        vm.assertEq(contributions.claimedUpTo(town, number), paid ? 1 : 0, "cursor");
    }
}
