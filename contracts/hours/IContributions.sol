// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Document} from "../lib/Document.sol";
import {IEnrolment} from "../members/IEnrolment.sol";

/// @title IContributions: weekly timesheets, and what a week earns
interface IContributions is IEnrolment {
    /// @notice A timesheet that waits for the end of its review.
    /// @param pointer where its bytes are stored as contract code, behind one zero byte; zero when none is pending.
    /// @param weekIndex its week.
    /// @param reviewEnds seconds; from then on it can be neither amended nor rejected, and anyone may finalise it.
    /// @param reviewWindow seconds that the review lasts from each amendment: the town's when it was submitted.
    /// @param by the coordinator who wrote it last.
    struct Pending {
        address pointer;
        uint16 weekIndex;
        uint40 reviewEnds;
        uint32 reviewWindow;
        address by;
    }

    /// @notice A finalised timesheet.
    /// @param pointer where its bytes are stored as contract code, behind one zero byte.
    /// @param cashPerActive units of the town's currency for each active member.
    struct Finalised {
        address pointer;
        uint96 cashPerActive;
    }

    /// @notice A town's money for its members.
    /// @param carry units left over by past timesheets, for the next.
    /// @param running units that the streams add to the next timesheet.
    /// @param timesheets how many have been finalised; their indices are 0 to this minus one.
    /// @param lastWorked one more than the index of the last timesheet in which anybody was active; 0 for none.
    /// @param lastActive how many members were active in that one.
    struct Pool {
        uint96 carry;
        uint96 running;
        uint16 timesheets;
        uint16 lastWorked;
        uint16 lastActive;
    }

    /// @notice Only a coordinator of the town may call this.
    error ContributionsNotCoordinator(uint32 town, address caller);

    /// @notice Only the town's or its country's ambassador may call this.
    error ContributionsNotAmbassador(uint32 town, address caller);

    /// @notice The week has not ended, or lies more than `OPEN_WEEKS` back.
    error ContributionsWeekNotOpen(uint16 weekIndex, uint16 currentWeek);

    /// @notice The week already has a finalised timesheet.
    error ContributionsWeekDone(uint32 town, uint16 weekIndex);

    /// @notice Another timesheet of the town is pending.
    error ContributionsPending(uint32 town, uint16 weekIndex);

    /// @notice No timesheet of the town is pending.
    error ContributionsNothingPending(uint32 town);

    /// @notice More bytes than a timesheet can hold.
    error ContributionsTooLong(uint256 length, uint256 most);

    /// @notice The member number has not been given, or was given after the week.
    error ContributionsNotYetMember(uint32 town, uint256 number, uint16 weekIndex);

    /// @notice The member had left, was suspended, had moved away or died before the week.
    error ContributionsAway(uint32 town, uint256 number, uint16 weekIndex);

    /// @notice A timesheet is amended by another coordinator than the one who wrote it last.
    error ContributionsSameCoordinator(uint32 town, address caller);

    /// @notice An amendment has one byte for each of its member numbers, at least one.
    error ContributionsUneven(uint256 numbers, uint256 quarters);

    /// @notice The member numbers of an amendment begin above zero and grow.
    error ContributionsNotAscending(uint256 number, uint256 previous);

    /// @notice Nobody writes their own hours.
    error ContributionsOwnHours(uint32 town, uint256 number);

    /// @notice The evidence's hash must not be zero.
    error ContributionsNoEvidence();

    /// @notice A rejection needs the hash of its reason.
    error ContributionsNoReason();

    /// @notice The review is over; nothing can be amended or rejected any more.
    error ContributionsReviewOver(uint32 town, uint16 weekIndex, uint256 reviewEnds);

    /// @notice The review is not over yet.
    error ContributionsReviewRuns(uint32 town, uint16 weekIndex, uint256 reviewEnds);

    /// @notice Money is spread over 1 to `MOST_WEEKS` timesheets.
    error ContributionsBadWeeks(uint256 weeks_);

    /// @notice The town's pool could exceed what its records can hold.
    error ContributionsTooMuch(uint256 amount, uint256 most);

    /// @notice Claims reach at most to the last finalised timesheet.
    error ContributionsNoSuchTimesheet(uint32 town, uint256 upTo);

    /// @notice The member number has not been given.
    error ContributionsNoSuchMember(uint32 town, uint256 number);

    /// @notice Only the FinalDivision may call this.
    error ContributionsNotFinalDivision(address caller);

    /// @notice Only the MemberRegistry may call this.
    error ContributionsNotMemberRegistry(address caller);

    /// @notice A coordinator submitted a week's hours; the review runs until `reviewEnds`.
    event TimesheetSubmitted(
        uint32 indexed town,
        uint16 indexed weekIndex,
        address indexed by,
        address pointer,
        uint40 reviewEnds,
        bytes32 evidence,
        string uri
    );

    /// @notice Another coordinator wrote other quarters for some members of the pending timesheet, which is now stored at
    /// `pointer`; its review begins anew and runs until `reviewEnds`.
    event TimesheetAmended(
        uint32 indexed town,
        uint16 indexed weekIndex,
        address indexed by,
        address pointer,
        uint40 reviewEnds,
        uint16[] numbers,
        bytes quarters
    );

    /// @notice An ambassador rejected the pending timesheet; the week can be submitted again.
    event TimesheetRejected(uint32 indexed town, uint16 indexed weekIndex, address indexed by, bytes32 reason);

    /// @notice A timesheet was finalised: INFINITY minted for its shifts, cash fixed for its active members.
    event TimesheetFinalised(
        uint32 indexed town,
        uint16 indexed weekIndex,
        uint16 indexed index,
        uint256 active,
        uint256 shifts,
        uint96 cashPerActive,
        uint96 carry
    );

    /// @notice Money came in for a town's members: `perWeek` for each of the next `weeks_` timesheets, the rest to the
    /// carry at once.
    event MembersFunded(
        uint32 indexed town,
        address indexed by,
        uint256 amount,
        uint16 weeks_,
        uint16 firstIndex,
        uint96 perWeek
    );

    /// @notice A member was paid for the finalised timesheets below index `upTo` that were not paid yet.
    event ContributionsClaimed(
        uint32 indexed town,
        uint16 indexed number,
        address indexed wallet,
        uint256 infinity,
        uint256 cash,
        uint16 upTo
    );

    /// @notice A member number was passed over; `reason` is the error a single claim would have met.
    event ClaimSkipped(uint32 indexed town, uint16 indexed number, bytes reason);

    /// @notice The currency refused a member's cash; it is kept for them.
    event CashKept(uint32 indexed town, uint16 indexed number, address indexed wallet, uint256 amount);

    /// @notice Kept cash was paid.
    event KeptCashPaid(uint32 indexed town, uint16 indexed number, address indexed wallet, uint256 amount);

    /// @notice The carry of a town and all that its streams still promised were paid to the FinalDivision; the pool is
    /// empty.
    event PoolSurrendered(uint32 indexed town, uint256 amount);

    /// @notice Submits the hours of an ended week, one of the last `OPEN_WEEKS`. Only a coordinator of the town.
    /// @param quarters byte *i* is member number *i + 1*; missing trailing bytes are zero; at most `MAX_MEMBERS`.
    /// @param evidence what the hours rest on.
    /// @dev Reverts with ContributionsNotCoordinator, TownRegistryDormant, ContributionsWeekNotOpen,
    /// ContributionsWeekDone, ContributionsPending, ContributionsTooLong, ContributionsNotYetMember, ContributionsAway,
    /// ContributionsOwnHours, ContributionsNoEvidence.
    function submit(uint32 town, uint16 weekIndex, bytes calldata quarters, Document calldata evidence) external;

    /// @notice Writes other quarters for some members of the pending timesheet while its review runs, and begins the
    /// review anew. Only a coordinator of the town, another than the one who wrote it last.
    /// @param numbers member numbers, growing, never the caller's own; one beyond the end makes the timesheet longer.
    /// @param quarters one byte for each of them.
    /// @dev Reverts with ContributionsNotCoordinator, TownRegistryDormant, ContributionsNothingPending,
    /// ContributionsReviewOver, ContributionsSameCoordinator, ContributionsUneven, ContributionsNotAscending,
    /// ContributionsOwnHours, ContributionsTooLong, ContributionsNotYetMember, ContributionsAway.
    function amend(uint32 town, uint16[] calldata numbers, bytes calldata quarters) external;

    /// @notice Rejects the pending timesheet while its review runs. Only the town's or its country's ambassador.
    /// @param reason hash of the reason.
    /// @dev Reverts with ContributionsNotAmbassador, ContributionsNothingPending, ContributionsReviewOver,
    /// ContributionsNoReason.
    function reject(uint32 town, bytes32 reason) external;

    /// @notice Finalises the pending timesheet after its review: counts it, mints 1 INFINITY a shift, and divides what
    /// is available equally among active members. Anyone.
    /// @dev Reverts with ContributionsNothingPending, ContributionsReviewRuns.
    function finalise(uint32 town) external;

    /// @notice Pays money in for a town's members, spread over the next timesheets. Anyone who allowed it.
    /// @param amount units of the town's currency.
    /// @param weeks_ how many of the next timesheets share it, 1 to `MOST_WEEKS`.
    /// @dev Reverts with TownRegistryNoSuchTown, ContributionsBadWeeks, ContributionsTooMuch, MoneyNotReceivedInFull.
    function fund(uint32 town, uint256 amount, uint16 weeks_) external;

    /// @notice Pays members, at their present wallets, for every finalised timesheet below index `upTo` since their
    /// last claim. Anyone. Unknown numbers are passed over with an event; a claim of nothing changes nothing.
    /// @param numbers member numbers; neighbours in one call share storage.
    /// @param upTo how many timesheets to reckon with, at most all that are finalised.
    /// @dev Reverts with ContributionsNoSuchTimesheet.
    function claim(uint32 town, uint16[] calldata numbers, uint16 upTo) external;

    /// @notice Pays a member the cash that the currency once refused, at their present wallet. Anyone.
    /// @dev Reverts with ContributionsNoSuchMember, or as the currency does.
    function claimKept(uint32 town, uint16 number) external;

    /// @notice Pays all that a town has for its members, streams included, to the FinalDivision, and leaves the pool empty.
    /// What members have earned already stays theirs to claim, kept cash too. Only the FinalDivision. With nothing in the
    /// pool it changes nothing.
    /// @dev Reverts with ContributionsNotFinalDivision, ContributionsPending, or as the currency does.
    /// @return amount units of the town's currency.
    function surrender(uint32 town) external returns (uint256 amount);

    /// @notice A member's quarters in a finalised timesheet; zero when there is no such timesheet or number.
    function quartersAt(uint32 town, uint256 index, uint256 number) external view returns (uint256);

    /// @notice One more than the index of the finalised timesheet of a week; 0 when the week has none.
    function timesheetOf(uint32 town, uint16 weekIndex) external view returns (uint16);

    /// @notice The town's electors, who decide on its money: the members active in one of its timesheets. Of those whose
    /// week lies more than eight weeks before the running one take the four latest, and of these the one with the most
    /// active members, the later of equals. So nobody new decides anything for eight full weeks, and a quiet week decides
    /// nothing. A member is an elector with at least a shift in it: `quartersAt(town, timesheet - 1, number)`.
    /// @return timesheet one more than its index; 0 when the town has no electors yet.
    /// @return active how many electors there are.
    function electorsOf(uint32 town) external view returns (uint16 timesheet, uint16 active);

    /// @notice The largest number of members active in any of the town's four latest timesheets, of whatever week.
    function mostActiveOf(uint32 town) external view returns (uint16 active);

    /// @notice The town's pending timesheet; its pointer is zero when there is none.
    function pendingOf(uint32 town) external view returns (Pending memory);

    /// @notice A finalised timesheet; its pointer is zero when there is none.
    function timesheetAt(uint32 town, uint256 index) external view returns (Finalised memory);

    /// @notice The town's pool.
    function poolOf(uint32 town) external view returns (Pool memory);

    /// @notice Units by which the running sum falls after timesheet `index`.
    function endingAt(uint32 town, uint256 index) external view returns (uint96);

    /// @notice How many timesheets a member has been paid for, or were finalised before they joined.
    function claimedUpTo(uint32 town, uint256 number) external view returns (uint16);

    /// @notice What a claim up to timesheet `upTo` would pay a member.
    function claimable(uint32 town, uint16 number, uint16 upTo) external view returns (uint256 infinity, uint256 cash);

    /// @notice Cash of a member that the currency refused.
    function keptOf(uint32 town, uint256 number) external view returns (uint256);
}
