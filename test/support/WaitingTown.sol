// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {System} from "./System.sol";
import {vm} from "./Vm.sol";

/// @title WaitingTown: a town of which two members worked a shift, and may each lose their wallet
abstract contract WaitingTown is System {
    uint16 internal constant AMINAS = 2;
    uint16 internal constant BENS = 3;

    uint32 internal town;
    address internal amina;
    address internal ben;

    /// @dev Number 1 is the coordinator, 2 Amina, 3 Ben. `money` is given for a week, before the one that both worked in is
    /// finalised, which is timesheet 1, or after it.
    function openTown(uint256 money, bool before) internal {
        deploySystem();
        town = foundTown(710, "Alpha");
        uint40 until = uint40(block.timestamp + 3 * 365 days);
        (amina, ben) = (personNamed("amina"), personNamed("ben"));
        attestResident(town, amina, until, true);
        attestResident(town, ben, until, true);
        uint16 week = uint16((block.timestamp - 4 days) / 7 days);
        vm.warp(uint256(week + 1) * 7 days + 4 days);
        if (before) fundMembers(town, address(this), money, 1);
        submitTimesheet(town, week, hex"000c0c");
        finaliseTimesheet(town);
        if (!before) fundMembers(town, address(this), money, 1);
    }

    /// @dev The registrar proposes a new wallet for a person, which has signed for it: from now on what others claim waits.
    function loseWallet(address wallet) internal {
        address newWallet = personNamed(string.concat("the next of ", vm.toString(uint256(uint160(wallet)))));
        uint256 deadline = block.timestamp + 1 days;
        bytes memory word = takingOver(wallet, newWallet, deadline, newWallet);
        vm.prank(officers[town].registrar);
        succession.proposeMove(wallet, newWallet, deadline, word);
    }

    function numbers() internal pure returns (uint16[] memory both) {
        both = new uint16[](2);
        (both[0], both[1]) = (AMINAS, BENS);
    }
}
