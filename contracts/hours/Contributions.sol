// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {LibMap} from "solady/src/utils/LibMap.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {Absences} from "../lib/Absences.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {Money} from "../lib/Money.sol";
import {Streams} from "../lib/Streams.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IEnrolment} from "../members/IEnrolment.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IContributions} from "./IContributions.sol";
import {IInfinityToken} from "./IInfinityToken.sol";

/// @title Contributions: weekly timesheets, and what a week earns
/// @notice Holds unclaimed INFINITY and, per town, the cash meant for its members. A coordinator submits a week's hours,
/// week after week, never their own; while the review runs another coordinator may amend them, and the Town Ambassador
/// the one byte that the submitter may not write; an ambassador or head office may reject them. Then anyone finalises,
/// and anyone may send a claim, which always pays the member it belongs to. The FinalDivision takes what no timesheet
/// has divided yet of a town that was given up. Nobody can shorten a review, submit a week before the last finalised one,
/// steer money to a week that had ended when it came in, change a finalised timesheet, mint beyond its shifts, take money
/// out in another way, or make a claim expire.
/// Units: quarter hours; the town's currency; INFINITY with 18 decimals. Assumes: coordinators write what was worked
/// (the evidence and the review are the check), the registries are those of the same deployment.
/// Known limits: a claim walks over every timesheet since the last one; two coordinators who amend each other's sheets
/// hold up a review until an ambassador or head office rejects it, or `REACH` weeks have passed since the week; so far
/// back a rejected week closes too; a coordinator who is the heir of a member may write that member's last hours; an
/// issuer that freezes this whole contract freezes the cash in it, not the INFINITY.
contract Contributions is IContributions, ReentrancyGuardTransient {
    using LibMap for LibMap.Uint16Map;
    using LibMap for LibMap.Uint32Map;
    using LibMap for LibMap.Uint40Map;
    using Money for IERC20;
    using SafeERC20 for IERC20;

    /// @notice How many of the last ended weeks are open, if no later one has been finalised.
    uint256 public constant OPEN_WEEKS = 8;

    /// @notice How long a rejected week stays open at least.
    uint40 public constant REJECTED_OPEN_FOR = 7 days;

    /// @notice How long a timesheet is reviewed.
    uint40 public constant REVIEW = 4 days;

    /// @notice How long a timesheet is reviewed from when it first was a jump.
    uint40 public constant JUMP_REVIEW = 7 days;

    /// @notice How long the review goes on at least after an amendment.
    uint40 public constant AMENDED_REVIEW = 3 days;

    /// @notice A jump has more active members than so many percent of the electors, and `JUMP_MORE`.
    uint256 public constant JUMP_PERCENT = 125;

    /// @notice How many active members more than `JUMP_PERCENT` of the electors are no jump yet.
    uint256 public constant JUMP_MORE = 10;

    /// @notice The most timesheets that one payment may be spread over.
    uint16 public constant MOST_WEEKS = Weeks.MOST_SPREAD;

    /// @notice How many full weeks must have passed since a week before those active in it decide anything.
    uint256 public constant ELECTORS_AFTER = 8;

    /// @notice Of how many timesheets the one with the most active members names a town's electors.
    uint256 public constant ELECTORS_OF = 4;

    /// @notice The furthest week back that can be submitted or amended: who was away before is not known exactly.
    uint256 public constant REACH = Absences.EXACT;

    uint256 private constant _INFINITY_PER_SHIFT = 1e18;

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IInfinityToken private immutable _INFINITY;
    address private immutable _DIVISION;

    mapping(uint32 town => Pending) private _pending;
    mapping(uint32 town => Pool) private _pools;
    mapping(uint32 town => mapping(uint256 index => Finalised)) private _timesheets;
    mapping(uint32 town => mapping(uint256 index => Change)) private _changes;

    // Eight timesheets a slot: the week of each, and how many members were active in it, 16 bits each.
    mapping(uint32 town => LibMap.Uint32Map) private _turnouts;

    // Sixteen weeks a slot: one more than the index of each week's timesheet.
    mapping(uint32 town => LibMap.Uint16Map) private _indices;

    // Six weeks a slot: until when (seconds) a rejected week stays open.
    mapping(uint32 town => LibMap.Uint40Map) private _openUntil;

    // Sixteen members a slot: one more than the timesheets that each has been paid for. Written when they join, so that
    // a first claim finds its slot in use, and begins where the member began.
    mapping(uint32 town => LibMap.Uint16Map) private _cursors;

    // A town's currency is fixed: kept here since its first payment, it need not be asked for at every claim.
    mapping(uint32 town => IERC20) private _currencies;

    /// @inheritdoc IContributions
    mapping(uint32 town => mapping(uint256 number => uint256)) public keptOf;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members,
        IInfinityToken infinity,
        address division
    ) {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
        _INFINITY = infinity;
        _DIVISION = division;
    }

    /// @inheritdoc IEnrolment
    function enrol(uint32 town, uint256 first, uint256 last) external {
        require(msg.sender == address(_MEMBERS), ContributionsNotMemberRegistry(msg.sender));

        uint16 cursor = _pools[town].timesheets + 1;
        for (uint256 number = first; number <= last; number++) {
            _cursors[town].set(number, cursor);
        }
    }

    /// @inheritdoc IContributions
    function submit(uint32 town, uint16 weekIndex, bytes calldata quarters, Document calldata evidence) external {
        _requireCoordinator(town);
        _requireOpen(town, weekIndex);
        _requireNothingPending(town);
        bytes memory sheet = quarters;
        uint16 own = _ownNumber(town);
        require(own == 0 || own > sheet.length || sheet[own - 1] == 0, ContributionsOwnHours(town, own));
        require(evidence.hash != 0, ContributionsNoEvidence());

        Pending memory pending;
        pending.weekIndex = weekIndex;
        pending.by = msg.sender;
        pending.submitter = own;
        uint16[] memory passedOver = _openWeeks(town, weekIndex);
        if (passedOver.length > 0) pending.jumpSince = Moments.in40Bits(block.timestamp);
        _storeForReview(town, pending, sheet, REVIEW);

        emit TimesheetSubmitted({
            town: town,
            weekIndex: weekIndex,
            by: msg.sender,
            pointer: pending.pointer,
            reviewEnds: pending.reviewEnds,
            active: pending.active,
            electors: pending.electors,
            passedOver: passedOver,
            evidence: evidence.hash,
            uri: evidence.uri
        });
    }

    /// @inheritdoc IContributions
    function amend(uint32 town, uint16[] calldata numbers, bytes calldata quarters) external {
        bool byTownAmbassador = _TOWNS.isTownAmbassador(town, msg.sender);
        if (!byTownAmbassador) _requireCoordinator(town);
        Pending memory pending = _requireUnderReview(town);
        _requireWithinReach(pending.weekIndex);
        _requireAmendment(town, numbers, quarters);
        if (byTownAmbassador) _requireSubmittersAlone(town, pending.submitter, numbers);
        else require(pending.by != msg.sender, ContributionsSameCoordinator(town, msg.sender));

        // Whoever may not amend next is the coordinator who wrote last.
        if (!byTownAmbassador) pending.by = msg.sender;
        _storeForReview(
            town,
            pending,
            Timesheet.amended(SSTORE2.read(pending.pointer), numbers, quarters),
            AMENDED_REVIEW
        );

        emit TimesheetAmended({
            town: town,
            weekIndex: pending.weekIndex,
            by: msg.sender,
            pointer: pending.pointer,
            reviewEnds: pending.reviewEnds,
            active: pending.active,
            electors: pending.electors,
            numbers: numbers,
            quarters: quarters
        });
    }

    /// @inheritdoc IContributions
    function reject(uint32 town, bytes32 reason) external {
        require(
            _TOWNS.isAmbassador(town, msg.sender) || msg.sender == _AUTHORITY.headOffice(),
            ContributionsMayNotReject(town, msg.sender)
        );
        uint16 weekIndex = _requireUnderReview(town).weekIndex;
        require(reason != 0, ContributionsNoReason());

        delete _pending[town];
        _openUntil[town].set(weekIndex, Moments.in40Bits(block.timestamp) + REJECTED_OPEN_FOR);

        emit TimesheetRejected(town, weekIndex, msg.sender, reason);
    }

    /// @inheritdoc IContributions
    function finalise(uint32 town) external {
        Pending memory pending = _requirePending(town);
        require(
            block.timestamp >= pending.reviewEnds,
            ContributionsReviewRuns(town, pending.weekIndex, pending.reviewEnds)
        );

        delete _pending[town];
        if (pending.active == 0) {
            _pools[town].lastWeek = pending.weekIndex;
            emit EmptyTimesheetFinalised(town, pending.weekIndex);
            return;
        }
        (uint16 index, uint96 cashPerActive, uint96 carry) = _divide(town, pending.weekIndex, pending.active);
        _timesheets[town][index] = Finalised({pointer: pending.pointer, cashPerActive: cashPerActive});
        _indices[town].set(pending.weekIndex, index + 1);
        _turnouts[town].set(index, (uint32(pending.weekIndex) << 16) | pending.active);

        emit TimesheetFinalised({
            town: town,
            weekIndex: pending.weekIndex,
            index: index,
            active: pending.active,
            shifts: pending.shifts,
            cashPerActive: cashPerActive,
            carry: carry
        });

        _INFINITY.mint(pending.shifts * _INFINITY_PER_SHIFT);
    }

    /// @inheritdoc IContributions
    function fund(uint32 town, uint256 amount, uint16 weeks_) external nonReentrant {
        IERC20 currency = _TOWNS.currencyOf(town);
        require(weeks_ > 0 && weeks_ <= MOST_WEEKS, ContributionsBadWeeks(weeks_));
        Pool storage pool = _pools[town];
        uint96 most = Streams.room(pool.undivided);
        require(amount <= most, ContributionsTooMuch(amount, most));

        uint96 added = SafeCast.toUint96(amount);
        (uint96 perWeek, uint96 rest) = Streams.spread(added, weeks_);
        uint16 firstIndex = fundedFrom(town);
        pool.undivided += added;
        pool.carry += rest;
        _changes[town][firstIndex].starting += perWeek;
        _changes[town][firstIndex + weeks_ - 1].ending += perWeek;
        _currencies[town] = currency;

        emit MembersFunded({
            town: town,
            by: msg.sender,
            amount: amount,
            weeks_: weeks_,
            firstIndex: firstIndex,
            perWeek: perWeek
        });

        currency.pull(msg.sender, amount);
    }

    /// @inheritdoc IContributions
    function claim(uint32 town, uint16[] calldata numbers, uint16 upTo) external nonReentrant {
        require(
            upTo == 0 || _timesheets[town][upTo - 1].pointer != address(0),
            ContributionsNoSuchTimesheet(town, upTo)
        );

        (address[] memory wallets, bool[] memory waiting) = _walletsAt(town, numbers);
        uint256[] memory infinities = new uint256[](numbers.length);
        IERC20 currency = _currencies[town];
        for (uint256 i = 0; i < numbers.length; i++) {
            if (_mayClaim(wallets[i], waiting[i])) {
                infinities[i] = _settle(town, numbers[i], wallets[i], upTo, currency);
            } else {
                emit ClaimSkipped(town, numbers[i], _reasonAgainst(town, numbers[i], wallets[i]));
            }
        }

        _INFINITY.transferBatch(wallets, infinities);
    }

    /// @inheritdoc IContributions
    function claimKept(uint32 town, uint16 number) external nonReentrant {
        (address wallet, ) = _MEMBERS.memberAt(town, number);
        if (!_mayClaim(wallet, _MEMBERS.isWaiting(wallet))) {
            LowLevelCall.bubbleRevert(_reasonAgainst(town, number, wallet));
        }
        uint256 amount = keptOf[town][number];
        if (amount == 0) return;

        delete keptOf[town][number];

        emit KeptCashPaid(town, number, wallet, amount);

        _currencies[town].safeTransfer(wallet, amount);
    }

    /// @inheritdoc IContributions
    function surrender(uint32 town) external nonReentrant returns (uint256 amount) {
        require(msg.sender == _DIVISION, ContributionsNotFinalDivision(msg.sender));
        _requireNothingPending(town);
        Pool memory pool = _pools[town];
        amount = pool.undivided;
        if (amount == 0) return 0;

        (pool.undivided, pool.carry, pool.running) = (0, 0, 0);
        _pools[town] = pool;
        for (uint256 i = 0; i < REACH + 1 + MOST_WEEKS; i++) {
            delete _changes[town][pool.timesheets + i];
        }

        emit PoolSurrendered(town, amount);

        _currencies[town].safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IContributions
    function quartersAt(uint32 town, uint256 index, uint256 number) external view returns (uint256) {
        return _quartersOf(_timesheets[town][index].pointer, number);
    }

    /// @inheritdoc IContributions
    function pendingOf(uint32 town) external view returns (Pending memory) {
        return _pending[town];
    }

    /// @inheritdoc IContributions
    function timesheetAt(uint32 town, uint256 index) external view returns (Finalised memory) {
        return _timesheets[town][index];
    }

    /// @inheritdoc IContributions
    function turnoutAt(uint32 town, uint256 index) external view returns (uint16 weekIndex, uint16 active) {
        uint32 turnout = _turnouts[town].get(index);
        return (uint16(turnout >> 16), uint16(turnout));
    }

    /// @inheritdoc IContributions
    function poolOf(uint32 town) external view returns (Pool memory pool) {
        pool = _pools[town];
        pool.running += _changes[town][pool.timesheets].starting;
    }

    /// @inheritdoc IContributions
    function changeAt(uint32 town, uint256 index) external view returns (Change memory) {
        return _changes[town][index];
    }

    /// @inheritdoc IContributions
    function openWeeksOf(uint32 town) external view returns (uint16[] memory) {
        return _openWeeks(town, Weeks.indexOf(block.timestamp));
    }

    /// @inheritdoc IContributions
    function fundedFrom(uint32 town) public view returns (uint16) {
        Pool storage pool = _pools[town];
        (uint16 timesheets, uint16 lastWeek) = (pool.timesheets, pool.lastWeek);
        Pending storage pending = _pending[town];
        bool underReview = pending.pointer != address(0);
        if (lastWeek == 0) return timesheets + (underReview ? 1 : 0);

        uint16 current = Weeks.indexOf(block.timestamp);
        uint16 open = uint16(_openWeeks(town, current).length);
        bool counted = !underReview || _isOpen(town, pending.weekIndex, lastWeek, current);
        return timesheets + open + (counted ? 0 : 1);
    }

    /// @inheritdoc IContributions
    function electorsOf(uint32 town) public view returns (uint16 timesheet, uint16 active) {
        return _busiest(town, Weeks.indexOf(block.timestamp) - ELECTORS_AFTER);
    }

    /// @inheritdoc IContributions
    function electorsIn(uint32 town, uint16 weekIndex) external view returns (uint16 timesheet, uint16 active) {
        return _busiest(town, weekIndex - ELECTORS_AFTER);
    }

    /// @inheritdoc IContributions
    function mostActiveOf(uint32 town) external view returns (uint16 active) {
        (, active) = _busiest(town, Weeks.indexOf(block.timestamp));
    }

    /// @inheritdoc IContributions
    function timesheetOf(uint32 town, uint16 weekIndex) external view returns (uint16) {
        return _indices[town].get(weekIndex);
    }

    /// @inheritdoc IContributions
    function claimedUpTo(uint32 town, uint256 number) public view returns (uint16) {
        uint16 cursor = _cursors[town].get(number);
        return cursor == 0 ? 0 : cursor - 1;
    }

    /// @inheritdoc IContributions
    function claimable(uint32 town, uint16 number, uint16 upTo) external view returns (uint256 infinity, uint256 cash) {
        return _earned(town, number, claimedUpTo(town, number), upTo);
    }

    /// @dev Moves a member's cursor, and sends the cash that the timesheets it passed earned them; what the currency
    /// refuses is kept for them.
    /// @return infinity what else they earned, for the caller to send.
    function _settle(
        uint32 town,
        uint16 number,
        address wallet,
        uint16 upTo,
        IERC20 currency
    ) private returns (uint256 infinity) {
        uint16 from = claimedUpTo(town, number);
        if (from >= upTo) return 0;
        uint256 cash;
        (infinity, cash) = _earned(town, number, from, upTo);

        _cursors[town].set(number, upTo + 1);

        emit ContributionsClaimed({
            town: town,
            number: number,
            wallet: wallet,
            infinity: infinity,
            cash: cash,
            upTo: upTo
        });

        if (cash == 0 || currency.tryPay(wallet, cash)) return infinity;

        keptOf[town][number] += cash;

        emit CashKept(town, number, wallet, cash);
    }

    /// @dev Stores a sheet, counts it, and says how long it is reviewed: `least` from now, and longer if it is a jump or
    /// once was one. Electors are those of this moment.
    function _storeForReview(uint32 town, Pending memory pending, bytes memory sheet, uint40 least) private {
        _requireWritable(town, pending.weekIndex, sheet);

        (pending.active, pending.shifts) = Timesheet.count(sheet);
        (, pending.electors) = electorsOf(town);
        uint40 present = Moments.in40Bits(block.timestamp);
        if (pending.jumpSince == 0 && _isJump(pending.active, pending.electors)) pending.jumpSince = present;
        uint40 ends = present + least;
        if (pending.jumpSince != 0 && pending.jumpSince + JUMP_REVIEW > ends) ends = pending.jumpSince + JUMP_REVIEW;
        if (ends > pending.reviewEnds) pending.reviewEnds = ends;
        pending.pointer = SSTORE2.write(sheet);
        _pending[town] = pending;
    }

    /// @dev Divides what is there for the next timesheet equally among its active members, at least one.
    function _divide(
        uint32 town,
        uint16 weekIndex,
        uint16 active
    ) private returns (uint16 index, uint96 cashPerActive, uint96 carry) {
        Pool memory pool = _pools[town];
        index = pool.timesheets;
        Change memory change = _changes[town][index];
        uint96 running = pool.running + change.starting;
        (cashPerActive, carry) = Streams.divide(pool.carry, running, active);

        pool.undivided -= cashPerActive * active;
        pool.carry = carry;
        pool.running = running - change.ending;
        pool.timesheets = index + 1;
        pool.lastWeek = weekIndex;
        _pools[town] = pool;
    }

    /// @dev What a member earned in the timesheets from index `from` to index `upTo`, the latter excluded.
    function _earned(
        uint32 town,
        uint256 number,
        uint256 from,
        uint256 upTo
    ) private view returns (uint256 infinity, uint256 cash) {
        mapping(uint256 => Finalised) storage timesheets = _timesheets[town];
        for (uint256 index = from; index < upTo; index++) {
            Finalised storage timesheet = timesheets[index];
            uint256 quarters = _quartersOf(timesheet.pointer, number);
            if (quarters < Timesheet.SHIFT) continue;

            infinity += (quarters / Timesheet.SHIFT) * _INFINITY_PER_SHIFT;
            cash += timesheet.cashPerActive;
        }
    }

    /// @dev The one place that knows how timesheets are stored: the code of `pointer`, behind one zero byte. Reading
    /// beyond its end gives zero.
    function _quartersOf(address pointer, uint256 memberNumber) private view returns (uint256 quarters) {
        assembly ("memory-safe") {
            mstore(0, 0)
            extcodecopy(pointer, 31, memberNumber, 1)
            quarters := mload(0)
        }
    }

    /// @dev Of the latest timesheets of weeks before `week`, the one with the most active members; the later of equals.
    /// Walks over few: weeks grow with the index, so that at most as many are left out as have ended since `week`.
    function _busiest(uint32 town, uint256 week) private view returns (uint16 timesheet, uint16 active) {
        LibMap.Uint32Map storage turnouts = _turnouts[town];
        uint256 looked = 0;
        for (uint16 place = _pools[town].timesheets; place > 0 && looked < ELECTORS_OF; place--) {
            uint32 turnout = turnouts.get(place - 1);
            if (turnout >> 16 >= week) continue;

            looked++;
            if (uint16(turnout) > active) (timesheet, active) = (place, uint16(turnout));
        }
    }

    /// @dev Of the weeks that have ended, those open that lie before `end`.
    function _openWeeks(uint32 town, uint256 end) private view returns (uint16[] memory weeks_) {
        uint16 lastWeek = _pools[town].lastWeek;
        uint16 current = Weeks.indexOf(block.timestamp);
        weeks_ = new uint16[](REACH);
        uint256 count = 0;
        uint256 first = lastWeek + REACH < current ? current - REACH : uint256(lastWeek) + 1;
        for (uint256 week = first; week < end; week++) {
            if (_isOpen(town, uint16(week), lastWeek, current)) weeks_[count++] = uint16(week);
        }
        assembly ("memory-safe") {
            mstore(weeks_, count)
        }
    }

    function _isOpen(uint32 town, uint16 weekIndex, uint16 lastWeek, uint16 current) private view returns (bool) {
        if (weekIndex <= lastWeek || weekIndex >= current || weekIndex + REACH < current) return false;
        return weekIndex + OPEN_WEEKS >= current || block.timestamp < _openUntil[town].get(weekIndex);
    }

    /// @dev The present wallets of member numbers, read where the answer lies, for less than decoding it costs: the
    /// registry is ours, and what it answers are two arrays as memory has them.
    function _walletsAt(
        uint32 town,
        uint16[] calldata numbers
    ) private view returns (address[] memory wallets, bool[] memory waiting) {
        bytes memory question = abi.encodeCall(IMemberRegistry.walletsAt, (town, numbers));
        (bool answered, bytes memory answer) = address(_MEMBERS).staticcall(question);
        if (!answered) LowLevelCall.bubbleRevert(answer);
        assembly ("memory-safe") {
            let start := add(answer, 0x20)
            wallets := add(start, mload(start))
            waiting := add(start, mload(add(start, 0x20)))
        }
    }

    /// @dev Whether the caller may claim for a member with this wallet.
    function _mayClaim(address wallet, bool waiting) private view returns (bool) {
        return wallet != address(0) && (!waiting || wallet == msg.sender);
    }

    /// @dev The caller's member number in a town, zero when they have none there.
    function _ownNumber(uint32 town) private view returns (uint16) {
        IMemberRegistry.Person memory self = _MEMBERS.personOf(msg.sender);
        return self.town == town ? self.number : 0;
    }

    /// @dev Of a town without any ambassador in power nobody but head office could reject what coordinators write.
    function _requireCoordinator(uint32 town) private view {
        require(_AUTHORITY.acts(Roles.coordinator(town), msg.sender), ContributionsNotCoordinator(town, msg.sender));
        require(
            _TOWNS.townKeyOf(town) != address(0) || _TOWNS.countryKeyOf(town) != address(0),
            ContributionsNobodyInPower(town)
        );
    }

    function _requireSubmittersAlone(uint32 town, uint16 submitter, uint16[] calldata numbers) private pure {
        bool alone = submitter != 0 && numbers.length == 1 && numbers[0] == submitter;
        require(alone, ContributionsNotSubmittersHours(town, submitter));
    }

    function _requireOpen(uint32 town, uint16 weekIndex) private view {
        uint16 lastWeek = _pools[town].lastWeek;
        require(weekIndex > lastWeek, ContributionsWeekClosed(town, weekIndex, lastWeek));
        uint16 current = Weeks.indexOf(block.timestamp);
        require(_isOpen(town, weekIndex, lastWeek, current), ContributionsWeekNotOpen(weekIndex, current));
    }

    function _requireWithinReach(uint16 weekIndex) private view {
        uint16 current = Weeks.indexOf(block.timestamp);
        require(weekIndex + REACH >= current, ContributionsWeekNotOpen(weekIndex, current));
    }

    /// @dev Join weeks grow with the number, so the last member with any time decides for all.
    function _requireWritable(uint32 town, uint16 weekIndex, bytes memory sheet) private view {
        require(sheet.length <= Timesheet.MAX_MEMBERS, ContributionsTooLong(sheet.length, Timesheet.MAX_MEMBERS));
        uint256[] memory worked = Timesheet.worked(sheet);
        uint256 last = Timesheet.lastMember(worked);
        if (last == 0) return;
        (address wallet, uint16 joinedIn) = _MEMBERS.memberAt(town, last);
        require(wallet != address(0) && joinedIn <= weekIndex, ContributionsNotYetMember(town, last, weekIndex));
        uint256 away = _MEMBERS.firstAway(town, weekIndex, worked);
        require(away == 0, ContributionsAway(town, away, weekIndex));
    }

    function _requireAmendment(uint32 town, uint16[] calldata numbers, bytes calldata quarters) private view {
        require(
            numbers.length > 0 && numbers.length == quarters.length,
            ContributionsUneven(numbers.length, quarters.length)
        );
        uint256 own = _ownNumber(town);
        uint256 previous = 0;
        for (uint256 i = 0; i < numbers.length; i++) {
            require(numbers[i] > previous, ContributionsNotAscending(numbers[i], previous));
            require(numbers[i] != own, ContributionsOwnHours(town, own));
            previous = numbers[i];
        }
    }

    function _requireNothingPending(uint32 town) private view {
        Pending storage pending = _pending[town];
        require(pending.pointer == address(0), ContributionsPending(town, pending.weekIndex));
    }

    function _requireUnderReview(uint32 town) private view returns (Pending memory pending) {
        pending = _requirePending(town);
        require(
            block.timestamp < pending.reviewEnds,
            ContributionsReviewOver(town, pending.weekIndex, pending.reviewEnds)
        );
    }

    function _requirePending(uint32 town) private view returns (Pending memory pending) {
        pending = _pending[town];
        require(pending.pointer != address(0), ContributionsNothingPending(town));
    }

    /// @dev The error that stands against a claim for a member with this wallet.
    function _reasonAgainst(uint32 town, uint256 number, address wallet) private pure returns (bytes memory) {
        bytes4 reason = wallet == address(0) ? ContributionsNoSuchMember.selector : ContributionsWaiting.selector;
        return abi.encodeWithSelector(reason, town, number);
    }

    function _isJump(uint256 active, uint256 electors) private pure returns (bool) {
        return active * 100 > electors * JUMP_PERCENT + JUMP_MORE * 100;
    }
}
