// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {LibBit} from "solady/src/utils/LibBit.sol";
import {LibMap} from "solady/src/utils/LibMap.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
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
/// @notice Holds unclaimed INFINITY and, per town, the cash meant for its members. A coordinator submits a week's
/// hours, never their own; while the review runs another coordinator may amend them, which begins the review anew, and
/// an ambassador may reject them; then anyone finalises, and anyone may send a claim, which always pays the member it
/// belongs to. The FinalDivision takes what no timesheet has divided yet of a town that was given up. Nobody can change
/// a finalised timesheet, mint beyond its shifts, take money out in another way, or make a claim expire.
/// Units: quarter hours; the town's currency; INFINITY with 18 decimals. Assumes: coordinators write what was worked
/// (the evidence and the review are the check), the registries are those of the same deployment.
/// Known limits: a claim walks over every timesheet since the last one; two coordinators who amend each other's sheets
/// hold up a review until an ambassador rejects it; a coordinator who is the heir of a member may write that member's
/// last hours; an issuer that freezes this whole contract freezes the cash in it, not the INFINITY.
contract Contributions is IContributions, ReentrancyGuardTransient {
    using LibMap for LibMap.Uint32Map;
    using Money for IERC20;
    using SafeERC20 for IERC20;

    /// @notice How many of the last ended weeks may still be submitted.
    uint256 public constant OPEN_WEEKS = 8;

    /// @notice The most timesheets that one payment may be spread over.
    uint16 public constant MOST_WEEKS = Weeks.MOST_SPREAD;

    /// @notice How many full weeks must have passed since a week before those active in it decide anything.
    uint256 public constant ELECTORS_AFTER = 8;

    /// @notice Of how many timesheets the one with the most active members names a town's electors.
    uint256 public constant ELECTORS_OF = 4;

    uint256 private constant _INFINITY_PER_SHIFT = 1e18;
    uint256 private constant _LANES_PER_SLOT = 16;

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IInfinityToken private immutable _INFINITY;
    address private immutable _DIVISION;

    mapping(uint32 town => Pending) private _pending;
    mapping(uint32 town => Pool) private _pools;
    mapping(uint32 town => mapping(uint256 index => Finalised)) private _timesheets;

    // Eight timesheets a slot: the week of each, and how many members were active in it, 16 bits each.
    mapping(uint32 town => LibMap.Uint32Map) private _turnouts;

    // Sixteen weeks a slot: one more than the index of each week's timesheet.
    mapping(uint32 town => mapping(uint256 slot => uint256 lanes)) private _weeks;

    // Sixteen members a slot: one more than the timesheets that each has been paid for. Written when they join, so that
    // a first claim finds its slot in use, and begins where the member began.
    mapping(uint32 town => mapping(uint256 slot => uint256 lanes)) private _cursors;

    // A town's currency is fixed: kept here since its first payment, it need not be asked for at every claim.
    mapping(uint32 town => IERC20) private _currencies;

    /// @inheritdoc IContributions
    mapping(uint32 town => mapping(uint256 index => uint96)) public endingAt;

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

        uint16 timesheets = _pools[town].timesheets;
        for (uint256 number = first; number <= last; number++) {
            _setLane(_cursors[town], number, uint256(timesheets) + 1);
        }
    }

    /// @inheritdoc IContributions
    function submit(uint32 town, uint16 weekIndex, bytes calldata quarters, Document calldata evidence) external {
        _requireCoordinator(town);
        _requireOpenWeek(town, weekIndex);
        bytes memory sheet = quarters;
        _requireWritable(town, weekIndex, sheet);
        uint256 own = _ownNumber(town);
        require(own == 0 || own > sheet.length || sheet[own - 1] == 0, ContributionsOwnHours(town, own));
        require(evidence.hash != 0, ContributionsNoEvidence());

        Pending memory pending;
        pending.weekIndex = weekIndex;
        pending.reviewWindow = _TOWNS.townOf(town).reviewWindow;
        _openReview(town, pending, sheet);

        emit TimesheetSubmitted({
            town: town,
            weekIndex: weekIndex,
            by: msg.sender,
            pointer: pending.pointer,
            reviewEnds: pending.reviewEnds,
            evidence: evidence.hash,
            uri: evidence.uri
        });
    }

    /// @inheritdoc IContributions
    function amend(uint32 town, uint16[] calldata numbers, bytes calldata quarters) external {
        _requireCoordinator(town);
        Pending memory pending = _requireUnderReview(town);
        require(pending.by != msg.sender, ContributionsSameCoordinator(town, msg.sender));
        _requireAmendment(town, numbers, quarters);
        bytes memory sheet = Timesheet.amended(SSTORE2.read(pending.pointer), numbers, quarters);
        _requireWritable(town, pending.weekIndex, sheet);

        _openReview(town, pending, sheet);

        emit TimesheetAmended({
            town: town,
            weekIndex: pending.weekIndex,
            by: msg.sender,
            pointer: pending.pointer,
            reviewEnds: pending.reviewEnds,
            numbers: numbers,
            quarters: quarters
        });
    }

    /// @inheritdoc IContributions
    function reject(uint32 town, bytes32 reason) external {
        require(
            _TOWNS.isTownAmbassador(town, msg.sender) || _TOWNS.isCountryAmbassador(town, msg.sender),
            ContributionsNotAmbassador(town, msg.sender)
        );
        Pending memory pending = _requireUnderReview(town);
        require(reason != 0, ContributionsNoReason());

        delete _pending[town];

        emit TimesheetRejected(town, pending.weekIndex, msg.sender, reason);
    }

    /// @inheritdoc IContributions
    function finalise(uint32 town) external {
        Pending memory pending = _requirePending(town);
        require(
            block.timestamp >= pending.reviewEnds,
            ContributionsReviewRuns(town, pending.weekIndex, pending.reviewEnds)
        );

        (uint256 active, uint256 shifts) = Timesheet.count(SSTORE2.read(pending.pointer));
        Pool memory pool = _pools[town];
        uint16 index = pool.timesheets;
        uint96 cashPerActive;

        (cashPerActive, pool.carry) = Streams.divide(pool.carry, pool.running, active);
        pool.running -= endingAt[town][index];
        pool.timesheets = index + 1;
        if (active > 0) (pool.lastWorked, pool.lastActive) = (index + 1, uint16(active));
        _pools[town] = pool;
        _timesheets[town][index] = Finalised({pointer: pending.pointer, cashPerActive: cashPerActive});
        _turnouts[town].set(index, (uint32(pending.weekIndex) << 16) | uint32(active));
        _setLane(_weeks[town], pending.weekIndex, index + 1);
        delete _pending[town];

        emit TimesheetFinalised({
            town: town,
            weekIndex: pending.weekIndex,
            index: index,
            active: active,
            shifts: shifts,
            cashPerActive: cashPerActive,
            carry: pool.carry
        });

        _INFINITY.mint(shifts * _INFINITY_PER_SHIFT);
    }

    /// @inheritdoc IContributions
    function fund(uint32 town, uint256 amount, uint16 weeks_) external nonReentrant {
        IERC20 currency = _TOWNS.currencyOf(town);
        require(weeks_ > 0 && weeks_ <= MOST_WEEKS, ContributionsBadWeeks(weeks_));
        Pool memory pool = _pools[town];
        uint256 most = Streams.room(pool.carry, pool.running);
        require(amount <= most, ContributionsTooMuch(amount, most));

        (uint96 perWeek, uint96 rest) = Streams.spread(amount, weeks_);
        pool.carry += rest;
        pool.running += perWeek;
        _pools[town] = pool;
        endingAt[town][pool.timesheets + weeks_ - 1] += perWeek;
        _currencies[town] = currency;

        emit MembersFunded({
            town: town,
            by: msg.sender,
            amount: amount,
            weeks_: weeks_,
            firstIndex: pool.timesheets,
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

        (address[] memory wallets, ) = _MEMBERS.walletsAt(town, numbers);
        uint256[] memory infinities = new uint256[](numbers.length);
        uint256[] memory cashes = new uint256[](numbers.length);
        for (uint256 i = 0; i < numbers.length; i++) {
            (infinities[i], cashes[i]) = _settle(town, numbers[i], wallets[i], upTo);
        }

        _INFINITY.transferBatch(wallets, infinities);
        _payCash(town, numbers, wallets, cashes);
    }

    /// @inheritdoc IContributions
    function claimKept(uint32 town, uint16 number) external nonReentrant {
        (address wallet, ) = _MEMBERS.memberAt(town, number);
        require(wallet != address(0), ContributionsNoSuchMember(town, number));
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
        amount = pool.carry;
        if (amount + pool.running == 0) return 0;

        // Every stream ends within the next `MOST_WEEKS` timesheets, so nothing runs after them.
        for (uint256 index = pool.timesheets; index < pool.timesheets + MOST_WEEKS; index++) {
            amount += pool.running;
            pool.running -= endingAt[town][index];
            delete endingAt[town][index];
        }
        pool.carry = 0;
        _pools[town] = pool;

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
    function poolOf(uint32 town) external view returns (Pool memory) {
        return _pools[town];
    }

    /// @inheritdoc IContributions
    function electorsOf(uint32 town) external view returns (uint16 timesheet, uint16 active) {
        return _busiest(town, Weeks.indexOf(block.timestamp) - ELECTORS_AFTER);
    }

    /// @inheritdoc IContributions
    function mostActiveOf(uint32 town) external view returns (uint16 active) {
        (, active) = _busiest(town, Weeks.indexOf(block.timestamp));
    }

    /// @inheritdoc IContributions
    function timesheetOf(uint32 town, uint16 weekIndex) public view returns (uint16) {
        return _laneOf(_weeks[town][weekIndex / _LANES_PER_SLOT], weekIndex);
    }

    /// @inheritdoc IContributions
    function claimedUpTo(uint32 town, uint256 number) public view returns (uint16) {
        return _claimedIn(_cursors[town][number / _LANES_PER_SLOT], number);
    }

    /// @inheritdoc IContributions
    function claimable(uint32 town, uint16 number, uint16 upTo) external view returns (uint256 infinity, uint256 cash) {
        return _earned(town, number, claimedUpTo(town, number), upTo);
    }

    /// @dev Moves a member's cursor and says what the timesheets it passed earned them.
    function _settle(
        uint32 town,
        uint16 number,
        address wallet,
        uint16 upTo
    ) private returns (uint256 infinity, uint256 cash) {
        if (wallet == address(0)) {
            emit ClaimSkipped(town, number, abi.encodeWithSelector(ContributionsNoSuchMember.selector, town, number));
            return (0, 0);
        }
        mapping(uint256 => uint256) storage cursors = _cursors[town];
        uint256 lanes = cursors[number / _LANES_PER_SLOT];
        uint16 from = _claimedIn(lanes, number);
        if (from >= upTo) return (0, 0);

        (infinity, cash) = _earned(town, number, from, upTo);
        cursors[number / _LANES_PER_SLOT] = _withLane(lanes, number, uint256(upTo) + 1);

        emit ContributionsClaimed({
            town: town,
            number: number,
            wallet: wallet,
            infinity: infinity,
            cash: cash,
            upTo: upTo
        });
    }

    /// @dev Sends each member's cash; what the currency refuses is kept for them.
    function _payCash(
        uint32 town,
        uint16[] calldata numbers,
        address[] memory wallets,
        uint256[] memory cashes
    ) private {
        IERC20 currency = _currencies[town];
        for (uint256 i = 0; i < numbers.length; i++) {
            if (cashes[i] == 0 || currency.trySafeTransfer(wallets[i], cashes[i])) continue;

            keptOf[town][numbers[i]] += cashes[i];

            emit CashKept(town, numbers[i], wallets[i], cashes[i]);
        }
    }

    /// @dev Stores a sheet that the caller wrote, and begins its review.
    function _openReview(uint32 town, Pending memory pending, bytes memory sheet) private {
        pending.pointer = SSTORE2.write(sheet);
        pending.reviewEnds = Moments.in40Bits(block.timestamp + pending.reviewWindow);
        pending.by = msg.sender;
        _pending[town] = pending;
    }

    function _setLane(mapping(uint256 => uint256) storage slots, uint256 place, uint256 value) private {
        uint256 slot = place / _LANES_PER_SLOT;
        slots[slot] = _withLane(slots[slot], place, value);
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
    /// Walks over few: of each week there is one timesheet at most, and no weeks are passed over but the last eight.
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

    /// @dev The caller's member number in a town, zero when they have none there.
    function _ownNumber(uint32 town) private view returns (uint256) {
        IMemberRegistry.Person memory self = _MEMBERS.personOf(msg.sender);
        return self.town == town ? self.number : 0;
    }

    function _requireCoordinator(uint32 town) private view {
        require(_AUTHORITY.acts(Roles.coordinator(town), msg.sender), ContributionsNotCoordinator(town, msg.sender));
        _TOWNS.requireActive(town);
    }

    function _requireOpenWeek(uint32 town, uint16 weekIndex) private view {
        uint16 current = Weeks.indexOf(block.timestamp);
        require(weekIndex < current && weekIndex + OPEN_WEEKS >= current, ContributionsWeekNotOpen(weekIndex, current));
        require(timesheetOf(town, weekIndex) == 0, ContributionsWeekDone(town, weekIndex));
        _requireNothingPending(town);
    }

    /// @dev Join weeks grow with the number, so the last member with any time decides for all. Of those who were ever
    /// away, only members with any time are looked up.
    function _requireWritable(uint32 town, uint16 weekIndex, bytes memory sheet) private view {
        require(sheet.length <= Timesheet.MAX_MEMBERS, ContributionsTooLong(sheet.length, Timesheet.MAX_MEMBERS));
        uint256 last = Timesheet.lastMember(sheet);
        if (last == 0) return;
        (address wallet, uint16 joinedIn) = _MEMBERS.memberAt(town, last);
        require(wallet != address(0) && joinedIn <= weekIndex, ContributionsNotYetMember(town, last, weekIndex));

        uint256[] memory words = _MEMBERS.awayWords(town, last / 256 + 1);
        for (uint256 i = 0; i < words.length; i++) {
            for (uint256 word = words[i]; word != 0; word &= word - 1) {
                uint256 number = i * 256 + LibBit.ffs(word);
                if (number > last || sheet[number - 1] == 0) continue;
                require(!_MEMBERS.wasAway(town, number, weekIndex), ContributionsAway(town, number, weekIndex));
            }
        }
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

    function _claimedIn(uint256 cursors, uint256 number) private pure returns (uint16) {
        uint16 cursor = _laneOf(cursors, number);
        return cursor == 0 ? 0 : cursor - 1;
    }

    /// @dev The lanes beyond the place are cut off.
    function _laneOf(uint256 lanes, uint256 place) private pure returns (uint16) {
        return uint16(lanes >> _shiftOf(place));
    }

    function _withLane(uint256 lanes, uint256 place, uint256 value) private pure returns (uint256) {
        uint256 shift = _shiftOf(place);
        return (lanes & ~(uint256(type(uint16).max) << shift)) | (value << shift);
    }

    function _shiftOf(uint256 place) private pure returns (uint256) {
        return (place % _LANES_PER_SLOT) * 16;
    }
}
