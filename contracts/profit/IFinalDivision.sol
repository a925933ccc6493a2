// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title IFinalDivision: the money of a town that has lost its keys, to its electors
interface IFinalDivision {
    /// @notice One division of a town's money.
    /// @param currency the town's.
    /// @param town whose money.
    /// @param timesheet index of the timesheet whose active members share it: they were the town's electors at the call.
    /// @param active how many they are.
    /// @param cashPerActive units for each of them.
    struct Division {
        IERC20 currency;
        uint32 town;
        uint16 timesheet;
        uint16 active;
        uint256 cashPerActive;
    }

    /// @notice The town has both ambassadors (`since` is zero), or has lacked one for less than `DORMANT_FOR`, or its money
    /// was divided less than `DORMANT_FOR` ago: `since` is the later of the two.
    error FinalDivisionTooEarly(uint32 town, uint256 since, uint256 now_);

    /// @notice The town has no electors: there is nobody to divide among.
    error FinalDivisionNoElectors(uint32 town);

    /// @notice There is not a unit for each active member.
    error FinalDivisionTooLittle(uint32 town, uint256 amount, uint256 active);

    /// @notice There is no such division.
    error FinalDivisionNoSuchDivision(uint256 division);

    /// @notice The member number was not active in the division's timesheet.
    error FinalDivisionNotActive(uint256 division, uint256 number, uint256 quarters);

    /// @notice A succession of the member's person is open: until it ends only their wallet itself may claim.
    error FinalDivisionWaiting(uint32 town, uint256 number);

    /// @notice The member number has been paid.
    error FinalDivisionPaidAlready(uint256 division, uint256 number);

    /// @notice A town's money was divided.
    /// @param fromPool units that the town had for its members, streams included. @param fromFund units of its fund.
    /// @param remainder units that are left over, for the town's next division; those of the one before went into this.
    event TownDivided(
        uint256 indexed division,
        uint32 indexed town,
        IERC20 indexed currency,
        uint16 timesheet,
        uint16 active,
        uint256 fromPool,
        uint256 fromFund,
        uint256 cashPerActive,
        uint256 remainder
    );

    /// @notice A member was paid their part, unless it was kept.
    event PartClaimed(uint256 indexed division, uint16 indexed number, address indexed wallet, uint256 amount);

    /// @notice A member number was passed over; `reason` is the error a single claim would have met.
    event PartSkipped(uint256 indexed division, uint16 indexed number, bytes reason);

    /// @notice The currency refused a member's part; it is kept for them.
    event PartKept(uint256 indexed division, uint16 indexed number, address indexed wallet, uint256 amount);

    /// @notice Kept parts were paid.
    event KeptPartsPaid(uint32 indexed town, uint16 indexed number, address indexed wallet, uint256 amount);

    /// @notice Divides all money that a town has for its members, streams included, and its fund, equally among the
    /// town's electors. Anyone, once the town has lacked one of its ambassadors for `DORMANT_FOR`; what comes in later, once as
    /// long has passed again. No approved spending is left by then: it lapses long before.
    /// @dev Reverts with TownRegistryNoSuchTown, FinalDivisionTooEarly, FinalDivisionNoElectors, FinalDivisionTooLittle,
    /// ContributionsPending, MoneyNotReceivedInFull, or as the currency does.
    /// @return division the new division's id.
    function divide(uint32 town) external returns (uint256 division);

    /// @notice Pays members their part of a division, at their present wallets, once. Anyone. Who was not active, has
    /// been paid, or has an open succession and is not the caller, is passed over with an event; what the currency refuses is
    /// kept.
    /// @dev Reverts with FinalDivisionNoSuchDivision.
    function claim(uint256 division, uint16[] calldata numbers) external;

    /// @notice Pays a member, at their present wallet, what the currency once refused. Anyone; only that wallet while a
    /// succession of its person is open. Nothing kept is nothing changed.
    /// @dev Reverts with FinalDivisionWaiting, or as the currency does.
    function claimKept(uint32 town, uint16 number) external;

    /// @notice How many divisions there are; ids are 1 to this.
    function divisionCount() external view returns (uint256);

    /// @notice A division's record; all zero when there is none.
    function divisionOf(uint256 division) external view returns (Division memory);

    /// @notice When (seconds) a town's money was divided last; 0 when it never was.
    function dividedAt(uint32 town) external view returns (uint256);

    /// @notice Units left over by a town's last division, for its next.
    function remainderOf(uint32 town) external view returns (uint256);

    /// @notice Whether a member number has been paid its part of a division, or it is kept for them.
    function isPaid(uint256 division, uint16 number) external view returns (bool);

    /// @notice Units of a member that the currency refused.
    function keptOf(uint32 town, uint256 number) external view returns (uint256);
}
