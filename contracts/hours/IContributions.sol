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
    /// @param jumpSince seconds; since when it has been reviewed as a jump, also if an amendment made it none; 0 when it
    /// never was one. It is one when it passes over open weeks, and when more members are active than `JUMP_PERCENT` of
    /// the electors and `JUMP_MORE`.
    /// @param by the coordinator who wrote it last.
    /// @param submitter the member number of whoever submitted it, whose byte they did not write; 0 for none.
    /// @param active its members with at least a shift.
    /// @param electors how many electors the town had when it was written last.
    /// @param shifts of all its members.
    struct Pending {
        address pointer;
        uint16 weekIndex;
        uint40 reviewEnds;
        uint40 jumpSince;
        address by;
        uint16 submitter;
        uint16 active;
        uint16 electors;
        uint32 shifts;
    }

    /// @notice A finalised timesheet.
    /// @param pointer where its bytes are stored as contract code, behind one zero byte.
    /// @param cashPerActive units of the town's currency for each active member.
    struct Finalised {
        address pointer;
        uint96 cashPerActive;
    }

    /// @notice A town's money for its members.
    /// @param undivided units that no timesheet has divided yet: the carry, and all that the streams still promise.
    /// @param carry units left over by past timesheets, for the next.
    /// @param timesheets how many have been finalised; their indices are 0 to this minus one.
    /// @param lastWeek the week finalised last, whether or not anybody was active in it; 0 for none.
    /// @param running units that the streams add to the next timesheet.
    struct Pool {
        uint96 undivided;
        uint96 carry;
        uint16 timesheets;
        uint16 lastWeek;
        uint96 running;
    }

    /// @notice How the running sum of a town's streams changes at a timesheet.
    /// @param starting units of the streams that begin with it. @param ending units of those for which it is the last.
    struct Change {
        uint96 starting;
        uint96 ending;
    }

    /// @notice Only a coordinator of the town may call this.
    error ContributionsNotCoordinator(uint32 town, address caller);

    /// @notice Only the town's or its country's ambassador or head office may call this.
    error ContributionsMayNotReject(uint32 town, address caller);

    /// @notice Neither of the town's ambassadors is in power: no hours are written until one is.
    error ContributionsNobodyInPower(uint32 town);

    /// @notice The week has not ended, or lies too far back.
    error ContributionsWeekNotOpen(uint16 weekIndex, uint16 currentWeek);

    /// @notice This week or a later one has been finalised already: weeks follow each other.
    error ContributionsWeekClosed(uint32 town, uint16 weekIndex, uint16 lastWeek);

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

    /// @notice The Town Ambassador writes the hours of whoever submitted the timesheet, member number `submitter`, and
    /// nobody else's; 0 when that is no member.
    error ContributionsNotSubmittersHours(uint32 town, uint16 submitter);

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

    /// @notice A town's pool holds less than 2⁹⁶ units, all that is promised together.
    error ContributionsTooMuch(uint256 amount, uint256 most);

    /// @notice Claims reach at most to the last finalised timesheet.
    error ContributionsNoSuchTimesheet(uint32 town, uint256 upTo);

    /// @notice The member number has not been given.
    error ContributionsNoSuchMember(uint32 town, uint256 number);

    /// @notice A succession of the member's person is open: until it ends only their wallet itself may claim.
    error ContributionsWaiting(uint32 town, uint256 number);

    /// @notice Only the FinalDivision may call this.
    error ContributionsNotFinalDivision(address caller);

    /// @notice Only the MemberRegistry may call this.
    error ContributionsNotMemberRegistry(address caller);

    /// @notice A coordinator submitted a week's hours; the review runs until `reviewEnds`. `active` members and so many
    /// `electors` decide how long that is, and whether it passes over open weeks: once it is finalised, those of
    /// `passedOver` are closed for ever.
    event TimesheetSubmitted(
        uint32 indexed town,
        uint16 indexed weekIndex,
        address indexed by,
        address pointer,
        uint40 reviewEnds,
        uint16 active,
        uint16 electors,
        uint16[] passedOver,
        bytes32 evidence,
        string uri
    );

    /// @notice Another coordinator wrote other quarters for some members of the pending timesheet, or the Town Ambassador
    /// those of whoever submitted it. It is now stored at `pointer`, with `active` members, and reviewed until
    /// `reviewEnds`.
    event TimesheetAmended(
        uint32 indexed town,
        uint16 indexed weekIndex,
        address indexed by,
        address pointer,
        uint40 reviewEnds,
        uint16 active,
        uint16 electors,
        uint16[] numbers,
        bytes quarters
    );

    /// @notice An ambassador or head office rejected the pending timesheet; the week can be submitted again.
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

    /// @notice A timesheet in which nobody was active was finalised: its week is closed, and it has no index.
    event EmptyTimesheetFinalised(uint32 indexed town, uint16 indexed weekIndex);

    /// @notice Money came in for a town's members: `perWeek` for each of `weeks_` timesheets from index `firstIndex` on,
    /// the rest to the carry at once.
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

    /// @notice Submits the hours of an open week. Open are the ended weeks of the last `OPEN_WEEKS` that follow the last one
    /// finalised; a rejected one stays open for `REJECTED_OPEN_FOR` at least, up to `REACH` weeks back. The review lasts for
    /// `REVIEW`. It lasts for `JUMP_REVIEW` when the timesheet passes over earlier open weeks, which are closed for ever when
    /// it is finalised, and when more members are active than `JUMP_PERCENT` of the town's electors and `JUMP_MORE`. Only a
    /// coordinator of the town, while one of its ambassadors is in power.
    /// @param quarters byte *i* is member number *i + 1*; missing trailing bytes are zero; at most `MAX_MEMBERS`.
    /// @param evidence what the hours rest on.
    /// @dev Reverts with ContributionsNotCoordinator, ContributionsNobodyInPower, ContributionsWeekClosed,
    /// ContributionsWeekNotOpen, ContributionsPending, ContributionsTooLong, ContributionsNotYetMember,
    /// ContributionsAway, ContributionsOwnHours, ContributionsNoEvidence.
    function submit(uint32 town, uint16 weekIndex, bytes calldata quarters, Document calldata evidence) external;

    /// @notice Writes other quarters for some members of the pending timesheet while its review runs. From then on the
    /// review lasts for `AMENDED_REVIEW` at least, and for `JUMP_REVIEW` from when the timesheet first was a jump. Only a coordinator of the town, another
    /// than the one who wrote it last, while one of its ambassadors is in power; and the Town Ambassador, for the hours of
    /// whoever submitted it alone.
    /// @param numbers member numbers, growing, never the caller's own; one beyond the end makes the timesheet longer.
    /// @param quarters one byte for each of them.
    /// @dev Reverts with ContributionsNotCoordinator, ContributionsNobodyInPower, ContributionsNothingPending,
    /// ContributionsReviewOver, ContributionsWeekNotOpen, ContributionsUneven, ContributionsNotAscending,
    /// ContributionsOwnHours, ContributionsSameCoordinator, ContributionsNotSubmittersHours, ContributionsTooLong,
    /// ContributionsNotYetMember, ContributionsAway.
    function amend(uint32 town, uint16[] calldata numbers, bytes calldata quarters) external;

    /// @notice Rejects the pending timesheet while its review runs, in any state of the town. Only the town's or its
    /// country's ambassador, or head office.
    /// @param reason hash of the reason.
    /// @dev Reverts with ContributionsMayNotReject, ContributionsNothingPending, ContributionsReviewOver,
    /// ContributionsNoReason.
    function reject(uint32 town, bytes32 reason) external;

    /// @notice Finalises the pending timesheet after its review: closes its week and all before, mints 1 INFINITY a shift,
    /// and divides what is available equally among active members. Anyone.
    /// @dev Reverts with ContributionsNothingPending, ContributionsReviewRuns.
    function finalise(uint32 town) external;

    /// @notice Pays money in for a town's members, spread over coming timesheets. They begin after as many as there are
    /// open weeks, one under review included, so that money does not reach a week whose workers are known; before a town's
    /// first finalised timesheet only one under review counts. Anyone who allowed it.
    /// @param amount units of the town's currency.
    /// @param weeks_ how many timesheets share it, 1 to `MOST_WEEKS`.
    /// @dev Reverts with TownRegistryNoSuchTown, ContributionsBadWeeks, ContributionsTooMuch, MoneyNotReceivedInFull.
    function fund(uint32 town, uint256 amount, uint16 weeks_) external;

    /// @notice Pays members, at their present wallets, for every finalised timesheet below index `upTo` since their
    /// last claim. Anyone. Unknown numbers, and others' while a succession of their person is open, are passed over with an
    /// event; a claim of nothing changes nothing.
    /// @param numbers member numbers; neighbours in one call share storage.
    /// @param upTo how many timesheets to reckon with, at most all that are finalised.
    /// @dev Reverts with ContributionsNoSuchTimesheet.
    function claim(uint32 town, uint16[] calldata numbers, uint16 upTo) external;

    /// @notice Pays a member the cash that the currency once refused, at their present wallet. Anyone; only that wallet
    /// while a succession of its person is open.
    /// @dev Reverts with ContributionsNoSuchMember, ContributionsWaiting, or as the currency does.
    function claimKept(uint32 town, uint16 number) external;

    /// @notice Pays all that a town has for its members, streams included, to the FinalDivision, and leaves the pool empty.
    /// What members have earned already stays theirs to claim, kept cash too. Only the FinalDivision. With nothing in the
    /// pool it changes nothing.
    /// @dev Reverts with ContributionsNotFinalDivision, ContributionsPending, or as the currency does.
    /// @return amount units of the town's currency.
    function surrender(uint32 town) external returns (uint256 amount);

    /// @notice A member's quarters in a finalised timesheet; zero when there is no such timesheet or number.
    function quartersAt(uint32 town, uint256 index, uint256 number) external view returns (uint256);

    /// @notice One more than the index of the finalised timesheet of a week; 0 when the week has none, or nobody was
    /// active in it.
    function timesheetOf(uint32 town, uint16 weekIndex) external view returns (uint16);

    /// @notice The town's electors, who decide on its money: the members active in one of its timesheets. Of those whose
    /// week lies more than `ELECTORS_AFTER` before the running one take the `ELECTORS_OF` latest, and of these the one with the most
    /// active members, the later of equals. So nobody new decides anything for eight full weeks, and a quiet week decides
    /// nothing. A member is an elector with at least a shift in it: `quartersAt(town, timesheet - 1, number)`.
    /// @return timesheet one more than its index; 0 when the town has no electors yet.
    /// @return active how many electors there are.
    function electorsOf(uint32 town) external view returns (uint16 timesheet, uint16 active);

    /// @notice The electors that the town had in a week, the running one or one that has passed: as `electorsOf` then said,
    /// with what was finalised since.
    function electorsIn(uint32 town, uint16 weekIndex) external view returns (uint16 timesheet, uint16 active);

    /// @notice The largest number of members active in any of the town's `ELECTORS_OF` latest timesheets, of whatever week.
    function mostActiveOf(uint32 town) external view returns (uint16 active);

    /// @notice The town's pending timesheet; its pointer is zero when there is none.
    function pendingOf(uint32 town) external view returns (Pending memory);

    /// @notice A finalised timesheet; its pointer is zero when there is none.
    function timesheetAt(uint32 town, uint256 index) external view returns (Finalised memory);

    /// @notice The week of a finalised timesheet, and how many members were active in it; both zero when there is none.
    function turnoutAt(uint32 town, uint256 index) external view returns (uint16 weekIndex, uint16 active);

    /// @notice The weeks that can be submitted now, earliest first, that of a pending timesheet included; see `submit`.
    /// Those before a pending timesheet's week are closed for ever when it is finalised.
    function openWeeksOf(uint32 town) external view returns (uint16[] memory);

    /// @notice The index of the first timesheet that money coming in now would reach; see `fund`.
    function fundedFrom(uint32 town) external view returns (uint16);

    /// @notice The town's pool.
    function poolOf(uint32 town) external view returns (Pool memory);

    /// @notice How the running sum changes at timesheet `index`.
    function changeAt(uint32 town, uint256 index) external view returns (Change memory);

    /// @notice How many timesheets a member has been paid for, or were finalised before they joined.
    function claimedUpTo(uint32 town, uint256 number) external view returns (uint16);

    /// @notice What a claim up to timesheet `upTo` would pay a member.
    function claimable(uint32 town, uint16 number, uint16 upTo) external view returns (uint256 infinity, uint256 cash);

    /// @notice Cash of a member that the currency refused.
    function keptOf(uint32 town, uint256 number) external view returns (uint256);
}
