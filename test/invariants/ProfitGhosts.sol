// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deed} from "../../contracts/lib/Deed.sol";
import {Receiver} from "../../contracts/profit/IProfitSplitter.sol";
import {ITownTreasury, SpendingState} from "../../contracts/profit/ITownTreasury.sol";
import {ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {ShareGhosts} from "./ShareGhosts.sol";

/// @title ProfitGhosts: deeds, deposits, spendings and divisions
abstract contract ProfitGhosts is ShareGhosts {
    struct Deposit {
        uint256 amount;
        uint256 community;
        uint256 investors;
    }

    /// @dev A part of a profit, for its receiver.
    struct Part {
        Receiver receiver;
        uint64 business;
        uint256 weeks_;
        uint256 offering; // whose holders receive it
        uint256 amount;
        uint256 toOffice;
    }

    struct Spending {
        uint64 project;
        uint32 town;
        bool fromOffice;
        uint256 amount;
        address payee;
        address proposer;
        address approver;
        SpendingState state; // as last written down
        uint256 proposedAt;
        uint256 payableFrom;
        uint256 sheet; // one more than the index of the timesheet whose members are its electors
        uint256 electors; // of the town, whose the fund is or whose businesses alone paid into it
        uint256 objections;
        uint256 needed;
        bool again;
    }

    /// @dev A division of a town's money.
    struct Parted {
        uint32 town;
        uint256 sheet;
        uint256 each;
    }

    struct Agreement {
        Deed deed;
        Deed coming;
        uint256 comingFrom;
    }

    mapping(uint64 business => Agreement) internal agreements;

    Deposit[] internal deposits;
    Part[] internal keptParts; // the one with id 0 is empty
    mapping(uint256 kept => bool) internal passedOn;
    Parted[] internal divisions; // the one with id 0 is empty
    mapping(uint32 town => uint256) internal divisionRest;
    mapping(uint256 id => mapping(uint256 number => bool)) internal partPaid;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal keptPart;

    Spending[] internal spendings; // the one with id 0 is empty
    mapping(uint256 spending => mapping(uint256 number => bool)) internal objected;
    uint256 internal fundIn; // everything that came into funds and offices
    uint256 internal fundSpent;
    uint256 internal fundSurrendered;
    mapping(bytes32 content => uint256) internal blockedAt;
    mapping(uint32 town => uint256) internal paysSince; // into its country's office
    mapping(uint32 town => uint256) internal dividedAt;
    mapping(uint32 town => uint256) internal fundOf;
    mapping(uint32 town => uint256) internal officeOf; // each town has its own country here

    /// @dev All of what a spending is, as its approval names it.
    function spendingContent(uint256 id) internal view returns (ITownTreasury.Content memory) {
        Spending storage s = spendings[id];
        return
            ITownTreasury.Content({
                project: s.project,
                fromOffice: s.fromOffice,
                payee: s.payee,
                amount: uint96(s.amount),
                document: documentOf("invoice").hash
            });
    }

    /// @dev What a receiver has of a part that reached it.
    function creditPart(Part memory part) internal {
        uint32 town = uint32(part.business >> 32);
        if (part.receiver == Receiver.Holders) creditDividend(part.offering, part.amount);
        else if (part.receiver == Receiver.Members) fundGhost(town, part.amount, part.weeks_);
        else _creditFunds(town, part.amount, part.toOffice);
    }

    /// @dev What is kept of a town's currency for those who could not take it.
    function keptIn(uint32 town) internal view returns (uint256 amount) {
        for (uint256 id = 1; id < keptParts.length; id++) {
            Part storage part = keptParts[id];
            if (uint32(part.business >> 32) == town && !passedOn[id]) amount += part.amount + part.toOffice;
        }
    }

    /// @dev One more business, with the deed of every business that has agreed to no other.
    function addBusiness(uint32 town, ProjectKind kind) internal returns (uint64 business) {
        business = addProject(town, kind);
        agreements[business].deed = Deed({investors: 3_333, members: 3_333, fund: 3_334, country: 0});
    }

    /// @dev The deed in force now, by the ghosts' own reckoning.
    function deedNow(uint64 business) internal view returns (Deed memory) {
        Agreement storage a = agreements[business];
        bool changed = a.comingFrom != 0 && block.timestamp >= a.comingFrom;
        return changed ? a.coming : a.deed;
    }

    function _creditFunds(uint32 town, uint256 toFund, uint256 toOffice) private {
        fundOf[town] += toFund;
        officeOf[town] += toOffice;
        if (toOffice > 0 && paysSince[town] == 0) paysSince[town] = block.timestamp;
        fundIn += toFund + toOffice;
    }
}
