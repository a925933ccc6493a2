// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IContributions} from "../hours/IContributions.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {Money} from "../lib/Money.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Votes} from "../lib/Votes.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry, ProjectStage} from "../projects/IProjectRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {ITownTreasury, SpendingState} from "./ITownTreasury.sol";

/// @title TownTreasury: the town funds and the country office funds
/// @notice Holds every town's fund and every country office's fund, each on its own account. The ProfitSplitter pays in,
/// anyone may donate. What a town's fund pays for a project is proposed by the Town Ambassador and approved by the
/// Country Ambassador, who names all of it; what an office's fund pays, by the Country Ambassador and head office. Then
/// electors may object for `OBJECTION_PERIOD`: those of the town, or of each town whose businesses paid into the office's
/// fund. One in `OBJECTING_PART` of any one town's, `LEAST_OBJECTIONS` at least, block it; else anyone executes it within
/// `EXECUTION_PERIOD`. A town without keys gives its fund to the FinalDivision. Nobody can take money out alone or in
/// silence, have more than `MOST_OPEN` spendings of a fund waiting, pay a wallet that holds a key or a contract of this
/// system, spend for a closed project, in a dormant town, or where too few could object, or undo what electors blocked.
/// Units: the towns' currencies; seconds. Assumes: the currency keeps balances as they are, and documents say truly what
/// the money is for. Known limits: a spending that is blocked may be proposed anew with another amount at once; gifts to an
/// office wait until a town can be asked, and a small town that paid has a veto over it; of an office's fund, a timesheet
/// finalised within the days of objection counts where its week is old enough; money sent here past these functions is on
/// no account, and stays.
contract TownTreasury is ITownTreasury, ReentrancyGuardTransient, EIP712 {
    using BitMaps for BitMaps.BitMap;
    using Money for IERC20;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    /// @notice How long a proposal waits for its approval.
    uint256 public constant APPROVAL_PERIOD = SecondKey.WAITS;

    /// @notice How long electors may object to an approved spending.
    uint256 public constant OBJECTION_PERIOD = 7 days;

    /// @notice How long after that anyone may execute it.
    uint256 public constant EXECUTION_PERIOD = 30 days;

    /// @notice How long after it was blocked the same may be proposed again.
    uint256 public constant AGAIN_AFTER = 30 days;

    /// @notice The most spendings of a fund that are open at once.
    uint256 public constant MOST_OPEN = 3;

    /// @notice The fewest electors, besides the proposer, of a town that is asked.
    uint256 public constant LEAST_ELECTORS = 3;

    /// @notice A town's electors are at least one in so many of the most who were active lately.
    uint256 public constant TURNOUT_PART = 3;

    /// @notice The least objections that block a spending.
    uint256 public constant LEAST_OBJECTIONS = 3;

    /// @notice One in so many electors blocks a spending.
    uint256 public constant OBJECTING_PART = 5;

    /// @notice One in so many electors blocks what was blocked before.
    uint256 public constant OBJECTING_PART_AGAIN = 3;

    bytes32 private constant _OBJECTION = keccak256("Objection(uint32 town,uint16 number,uint256[] spendings)");

    // Beyond any currency's address and country's code.
    uint256 private constant _TOWN_FUND = 1 << 255;

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IContributions private immutable _CONTRIBUTIONS;
    address private immutable _SPLITTER;
    address private immutable _DIVISION;

    mapping(uint256 spending => Spending) private _spendings;
    mapping(uint256 spending => mapping(uint32 town => Vote)) private _votes;
    mapping(uint256 spending => mapping(uint32 town => BitMaps.BitMap numbers)) private _objected;
    mapping(bytes32 contentHash => uint256) private _blockedAt;

    // Of each fund the ids of the spendings that were opened last; one that has ended gives its place to the next.
    mapping(uint256 fund => uint64[MOST_OPEN] spendings) private _places;

    mapping(uint16 country => mapping(IERC20 currency => uint32[] towns)) private _payers;

    /// @inheritdoc ITownTreasury
    mapping(uint32 town => uint40) public paysSince;

    /// @inheritdoc ITownTreasury
    mapping(uint256 spending => string) public uriOf;

    /// @inheritdoc ITownTreasury
    mapping(uint32 town => uint256) public fundOf;

    /// @inheritdoc ITownTreasury
    mapping(uint16 country => mapping(IERC20 currency => uint256)) public officeOf;

    /// @inheritdoc ITownTreasury
    uint256 public spendingCount;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members,
        IProjectRegistry projects,
        IContributions contributions,
        address splitter,
        address division
    ) EIP712("One Small Town treasury", "1") {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
        _PROJECTS = projects;
        _CONTRIBUTIONS = contributions;
        _SPLITTER = splitter;
        _DIVISION = division;
    }

    /// @inheritdoc ITownTreasury
    function deposit(uint32 town, uint256 toFund, uint256 toOffice) external nonReentrant {
        require(msg.sender == _SPLITTER, TownTreasuryNotDepositor(msg.sender));
        uint16 country = _TOWNS.countryOf(town);
        IERC20 currency = _TOWNS.currencyOf(town);

        fundOf[town] += toFund;
        officeOf[country][currency] += toOffice;
        if (toOffice > 0 && paysSince[town] == 0) {
            paysSince[town] = Moments.in40Bits(block.timestamp);
            _payers[country][currency].push(town);
        }

        emit TreasuryFunded({town: town, country: country, currency: currency, toFund: toFund, toOffice: toOffice});

        currency.pull(msg.sender, toFund + toOffice);
    }

    /// @inheritdoc ITownTreasury
    function donate(uint32 town, uint256 amount) external nonReentrant {
        IERC20 currency = _TOWNS.currencyOf(town);
        require(amount > 0, TownTreasuryNoAmount());

        fundOf[town] += amount;

        emit FundDonated(town, msg.sender, amount);

        currency.pull(msg.sender, amount);
    }

    /// @inheritdoc ITownTreasury
    function donateToOffice(uint32 town, uint256 amount) external nonReentrant {
        uint16 country = _TOWNS.countryOf(town);
        IERC20 currency = _TOWNS.currencyOf(town);
        require(amount > 0, TownTreasuryNoAmount());

        officeOf[country][currency] += amount;

        emit OfficeDonated({country: country, currency: currency, by: msg.sender, amount: amount});

        currency.pull(msg.sender, amount);
    }

    /// @inheritdoc ITownTreasury
    function propose(
        uint64 project,
        uint96 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending) {
        _TOWNS.requireTownAmbassador(project.townOf(), msg.sender);

        return _propose({project: project, fromOffice: false, amount: amount, payee: payee, document: document});
    }

    /// @inheritdoc ITownTreasury
    function proposeFromOffice(
        uint64 project,
        uint96 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending) {
        _TOWNS.requireCountryAmbassador(project.townOf(), msg.sender);

        return _propose({project: project, fromOffice: true, amount: amount, payee: payee, document: document});
    }

    /// @inheritdoc ITownTreasury
    function approve(uint256 spending, Content calldata content) external {
        Spending memory s = _requireState(spending, SpendingState.Proposed);
        (, address approving) = _keysOf(s);
        require(msg.sender == approving, TownTreasuryNotApprover(spending, msg.sender));
        require(msg.sender != s.proposer, TownTreasuryOwnSpending(spending, msg.sender));
        bytes32 contentHash = keccak256(abi.encode(content));
        require(contentHash == _hashOf(s), TownTreasuryOtherContent(spending));
        _requireNotBlockedLately(contentHash);
        _requirePayable(s.project, s.payee);

        s.state = SpendingState.Approved;
        s.payableFrom = Moments.in40Bits(block.timestamp + OBJECTION_PERIOD);
        s.approver = msg.sender;
        _spendings[spending] = s;

        emit SpendingApproved(spending, msg.sender, s.payableFrom);

        if (s.fromOffice) _requireSomebodyToAsk(spending, s);
        else _fixElectors(spending, s);
    }

    /// @inheritdoc ITownTreasury
    function object(uint32 town, uint16 number, uint256[] calldata spendings) external {
        (address wallet, ) = _MEMBERS.memberAt(town, number);
        require(msg.sender == wallet, TownTreasuryNotMember(town, number, msg.sender));

        _objectTo(spendings, town, number, wallet);
    }

    /// @inheritdoc ITownTreasury
    function objectWithSignature(
        uint32 town,
        uint16 number,
        uint256[] calldata spendings,
        bytes calldata signature
    ) external {
        (address wallet, ) = _MEMBERS.memberAt(town, number);
        bytes32 listed = keccak256(abi.encodePacked(spendings));
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_OBJECTION, town, number, listed)));
        bool signed = Signatures.isSigned(wallet, digest, signature);
        require(signed, TownTreasuryNotSigned(town, number, wallet));

        _objectTo(spendings, town, number, wallet);
    }

    /// @inheritdoc ITownTreasury
    function execute(uint256 spending) external nonReentrant {
        Spending memory s = _requireState(spending, SpendingState.Approved);
        require(block.timestamp >= s.payableFrom, TownTreasuryNotPayable(spending, s.payableFrom, block.timestamp));
        _requirePayable(s.project, s.payee);
        uint32 town = s.project.townOf();
        IERC20 currency = _TOWNS.currencyOf(town);
        uint16 country = _TOWNS.countryOf(town);
        uint256 held = s.fromOffice ? officeOf[country][currency] : fundOf[town];
        require(held >= s.amount, TownTreasuryNotCovered(spending, held, s.amount));

        if (s.fromOffice) officeOf[country][currency] = held - s.amount;
        else fundOf[town] = held - s.amount;
        _spendings[spending].state = SpendingState.Spent;

        emit SpendingExecuted({spending: spending, project: s.project, payee: s.payee, amount: s.amount});

        currency.safeTransfer(s.payee, s.amount);
    }

    /// @inheritdoc ITownTreasury
    function cancel(uint256 spending) external {
        Spending memory s = _spendings[spending];
        require(_isUndecided(s), TownTreasuryWrongState(spending, s.state));
        (address proposing, ) = _keysOf(s);
        require(msg.sender == proposing, TownTreasuryNotProposer(spending, msg.sender));

        _spendings[spending].state = SpendingState.Cancelled;

        emit SpendingCancelled(spending, msg.sender);
    }

    /// @inheritdoc ITownTreasury
    function surrender(uint32 town) external nonReentrant returns (uint256 amount) {
        require(msg.sender == _DIVISION, TownTreasuryNotFinalDivision(msg.sender));
        amount = fundOf[town];
        if (amount == 0) return 0;

        delete fundOf[town];

        emit FundSurrendered(town, amount);

        _TOWNS.currencyOf(town).safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc ITownTreasury
    function payersOf(uint16 country, IERC20 currency) external view returns (uint32[] memory) {
        return _payers[country][currency];
    }

    /// @inheritdoc ITownTreasury
    function spendingOf(uint256 spending) external view returns (Spending memory) {
        return _spendings[spending];
    }

    /// @inheritdoc ITownTreasury
    function stateOf(uint256 spending) external view returns (SpendingState) {
        return _stateOf(_spendings[spending]);
    }

    /// @inheritdoc ITownTreasury
    function openOf(uint32 town) external view returns (OpenSpending[] memory) {
        return _openOf(_fundOfTown(town));
    }

    /// @inheritdoc ITownTreasury
    function openOfOffice(uint16 country, IERC20 currency) external view returns (OpenSpending[] memory) {
        return _openOf(_fundOfOffice(country, currency));
    }

    /// @inheritdoc ITownTreasury
    function voteOf(uint256 spending, uint32 town) external view returns (Vote memory) {
        return _voteOf(spending, _spendings[spending], town);
    }

    /// @inheritdoc ITownTreasury
    function blockedAt(Content calldata content) external view returns (uint256) {
        return _blockedAt[keccak256(abi.encode(content))];
    }

    /// @inheritdoc ITownTreasury
    function hasObjected(uint256 spending, uint32 town, uint16 number) public view returns (bool) {
        return _objected[spending][town].get(number);
    }

    function _propose(
        uint64 project,
        bool fromOffice,
        uint96 amount,
        address payee,
        Document calldata document
    ) private returns (uint256 spending) {
        _requirePayable(project, payee);
        require(amount > 0, TownTreasuryNoAmount());
        require(document.hash != 0, TownTreasuryNoDocument());
        Spending memory s = Spending({
            proposer: msg.sender,
            project: project,
            fromOffice: fromOffice,
            again: false,
            state: SpendingState.Proposed,
            approver: address(0),
            proposedAt: Moments.in40Bits(block.timestamp),
            payableFrom: 0,
            payee: payee,
            amount: amount,
            document: document.hash
        });
        s.again = _requireNotBlockedLately(_hashOf(s));

        spending = ++spendingCount;
        _takePlace(fromOffice, project.townOf(), spending);
        _spendings[spending] = s;
        uriOf[spending] = document.uri;

        emit SpendingProposed({
            spending: spending,
            project: project,
            payee: payee,
            proposer: msg.sender,
            fromOffice: fromOffice,
            again: s.again,
            amount: amount,
            document: document.hash,
            uri: document.uri
        });
    }

    /// @dev Gives a new spending the place of one of its fund's that has ended.
    function _takePlace(bool fromOffice, uint32 town, uint256 spending) private {
        uint256 fund = fromOffice ? _fundOfOffice(_TOWNS.countryOf(town), _TOWNS.currencyOf(town)) : _fundOfTown(town);
        uint64[MOST_OPEN] storage places = _places[fund];
        uint256 place = 0;
        while (place < MOST_OPEN && _isOpen(_spendings[places[place]])) place++;
        require(place < MOST_OPEN, TownTreasuryTooManyOpen(MOST_OPEN));

        places[place] = SafeCast.toUint64(spending);
    }

    /// @dev Fixes the electors of the town whose fund it is, if they are enough: besides the proposer, and for a town in
    /// which so many have worked lately.
    function _fixElectors(uint256 spending, Spending memory s) private {
        uint32 town = s.project.townOf();
        (uint16 timesheet, uint16 electors) = _CONTRIBUTIONS.electorsOf(town);
        uint256 others = electors;
        if (timesheet > 0 && _isElector(town, timesheet, _numberOf(s.proposer, town))) others--;
        require(others >= LEAST_ELECTORS, TownTreasuryTooFewElectors(spending, others, LEAST_ELECTORS));
        uint256 least = Votes.least(TURNOUT_PART, _CONTRIBUTIONS.mostActiveOf(town));
        require(electors >= least, TownTreasuryTooFewElectors(spending, electors, least));

        _writeVote(spending, town, _newVote(s, timesheet, electors));
    }

    /// @dev `wallet` is the number's, and agrees.
    function _objectTo(uint256[] calldata spendings, uint32 town, uint16 number, address wallet) private {
        for (uint256 i = 0; i < spendings.length; i++) {
            _object(spendings[i], town, number, wallet);
        }
    }

    function _object(uint256 spending, uint32 town, uint16 number, address wallet) private {
        Spending memory s = _spendings[spending];
        // What happened to it since its approval does not matter: else somebody could cancel one, or have it blocked, and
        // so make an objection fail that names others as well.
        require(s.payableFrom != 0, TownTreasuryWrongState(spending, _stateOf(s)));
        require(block.timestamp < s.payableFrom, TownTreasuryObjectionsOver(spending, s.payableFrom, block.timestamp));
        Vote memory vote = _voteOf(spending, s, town);
        require(vote.timesheet > 0, TownTreasuryNotAsked(spending, town));
        uint256 quarters = _CONTRIBUTIONS.quartersAt(town, vote.timesheet - 1, number);
        require(quarters >= Timesheet.SHIFT, TownTreasuryNotElector(spending, number, quarters));
        require(!hasObjected(spending, town, number), TownTreasuryObjectedAlready(spending, town, number));

        if (_votes[spending][town].timesheet == 0) _writeVote(spending, town, vote);
        vote.objections++;
        _votes[spending][town].objections = vote.objections;
        _objected[spending][town].set(number);
        bool blocks = s.state == SpendingState.Approved && vote.objections >= vote.needed;
        if (blocks) {
            _spendings[spending].state = SpendingState.Blocked;
            _blockedAt[_hashOf(s)] = block.timestamp;
        }

        emit SpendingObjected({
            spending: spending,
            town: town,
            number: number,
            wallet: wallet,
            objections: vote.objections
        });
        if (blocks) emit SpendingBlocked(spending, town, vote.objections, vote.electors);
    }

    function _writeVote(uint256 spending, uint32 town, Vote memory vote) private {
        _votes[spending][town] = vote;

        emit ElectorsFixed({
            spending: spending,
            town: town,
            timesheet: vote.timesheet,
            electors: vote.electors,
            needed: vote.needed
        });
    }

    /// @dev What is written down; else, of an approved spending of an office's fund, what a town's first objection writes
    /// down: its electors as they were in the week of the approval.
    function _voteOf(uint256 spending, Spending memory s, uint32 town) private view returns (Vote memory vote) {
        vote = _votes[spending][town];
        if (vote.timesheet != 0 || !s.fromOffice || s.payableFrom == 0) return vote;
        uint256 approvedAt = s.payableFrom - OBJECTION_PERIOD;
        if (!_paidBefore(town, approvedAt) || !_sharesOffice(s.project.townOf(), town)) return vote;

        (uint16 timesheet, uint16 electors) = _CONTRIBUTIONS.electorsIn(town, Weeks.indexOf(approvedAt));
        return electors < LEAST_ELECTORS ? vote : _newVote(s, timesheet, electors);
    }

    function _isElector(uint32 town, uint16 timesheet, uint16 number) private view returns (bool) {
        return _CONTRIBUTIONS.quartersAt(town, timesheet - 1, number) >= Timesheet.SHIFT;
    }

    /// @dev The member number of a wallet in a town, zero for none.
    function _numberOf(address wallet, uint32 town) private view returns (uint16) {
        IMemberRegistry.Person memory person = _MEMBERS.personOf(wallet);
        return person.town == town ? person.number : 0;
    }

    function _paidBefore(uint32 town, uint256 time) private view returns (bool) {
        uint256 since = paysSince[town];
        return since != 0 && since <= time;
    }

    /// @dev Whether two towns' businesses pay into the same office's fund.
    function _sharesOffice(uint32 a, uint32 b) private view returns (bool) {
        return
            _TOWNS.countryOf(a) == _TOWNS.countryOf(b) &&
            address(_TOWNS.currencyOf(a)) == address(_TOWNS.currencyOf(b));
    }

    function _openOf(uint256 fund) private view returns (OpenSpending[] memory open) {
        uint64[MOST_OPEN] storage places = _places[fund];
        open = new OpenSpending[](MOST_OPEN);
        uint256 count = 0;
        for (uint256 i = 0; i < MOST_OPEN; i++) {
            uint256 id = places[i];
            Spending memory s = _spendings[id];
            if (_isOpen(s)) open[count++] = OpenSpending({id: id, spending: s, uri: uriOf[id]});
        }
        assembly ("memory-safe") {
            mstore(open, count)
        }
    }

    /// @dev Who may propose such a spending now, and who may approve it.
    function _keysOf(Spending memory s) private view returns (address proposing, address approving) {
        uint32 town = s.project.townOf();
        if (s.fromOffice) return (_TOWNS.countryKeyOf(town), _AUTHORITY.headOffice());
        return (_TOWNS.townKeyOf(town), _TOWNS.countryKeyOf(town));
    }

    function _stateOf(Spending memory s) private view returns (SpendingState) {
        if (s.state == SpendingState.Proposed) {
            uint256 since = _TOWNS.actsSince(s.project.townOf(), s.proposer);
            return SecondKey.isAwaited(s.proposedAt, since) ? SpendingState.Proposed : SpendingState.Lapsed;
        }
        bool lapsed = s.state == SpendingState.Approved && block.timestamp >= s.payableFrom + EXECUTION_PERIOD;
        return lapsed ? SpendingState.Lapsed : s.state;
    }

    function _isOpen(Spending memory s) private view returns (bool) {
        return _isUndecided(s) && _stateOf(s) == s.state;
    }

    /// @dev A town that can be asked is found early: of those that paid, the first that has enough electors.
    function _requireSomebodyToAsk(uint256 spending, Spending memory s) private view {
        uint32 town = s.project.townOf();
        uint32[] storage payers = _payers[_TOWNS.countryOf(town)][_TOWNS.currencyOf(town)];
        for (uint256 i = 0; i < payers.length; i++) {
            (, uint16 electors) = _CONTRIBUTIONS.electorsOf(payers[i]);
            if (electors >= LEAST_ELECTORS) return;
        }
        revert TownTreasuryNobodyToAsk(spending);
    }

    /// @return again whether the same was blocked before, and long enough ago.
    function _requireNotBlockedLately(bytes32 contentHash) private view returns (bool again) {
        uint256 last = _blockedAt[contentHash];
        again = last != 0;
        require(
            !again || block.timestamp >= last + AGAIN_AFTER,
            TownTreasuryBlockedLately(last + AGAIN_AFTER, block.timestamp)
        );
    }

    function _requireState(uint256 spending, SpendingState wanted) private view returns (Spending memory s) {
        s = _spendings[spending];
        SpendingState state = _stateOf(s);
        require(state == wanted, TownTreasuryWrongState(spending, state));
    }

    /// @dev What must hold at every step towards a payment. Who proposes and who approves hold keys, so neither is paid.
    function _requirePayable(uint64 project, address payee) private view {
        uint32 town = project.townOf();
        _TOWNS.requireActive(town);
        ProjectStage stage = _PROJECTS.projectOf(project).stage;
        require(stage != ProjectStage.None && stage != ProjectStage.Closed, TownTreasuryProjectNotOpen(project, stage));
        require(_PROJECTS.mayBePaid(town, payee), TownTreasuryBadPayee(payee));
    }

    /// @dev Proposed or approved, and nothing that ended it is written down.
    function _isUndecided(Spending memory s) private pure returns (bool) {
        return s.state == SpendingState.Proposed || s.state == SpendingState.Approved;
    }

    function _newVote(Spending memory s, uint16 timesheet, uint16 electors) private pure returns (Vote memory) {
        uint256 least = Votes.least(s.again ? OBJECTING_PART_AGAIN : OBJECTING_PART, electors);
        if (least < LEAST_OBJECTIONS) least = LEAST_OBJECTIONS;
        return Vote({timesheet: timesheet, electors: electors, objections: 0, needed: SafeCast.toUint16(least)});
    }

    function _hashOf(Spending memory s) private pure returns (bytes32) {
        Content memory content = Content({
            project: s.project,
            fromOffice: s.fromOffice,
            payee: s.payee,
            amount: s.amount,
            document: s.document
        });
        return keccak256(abi.encode(content));
    }

    function _fundOfTown(uint32 town) private pure returns (uint256) {
        return _TOWN_FUND | town;
    }

    function _fundOfOffice(uint16 country, IERC20 currency) private pure returns (uint256) {
        return (uint256(country) << 160) | uint160(address(currency));
    }
}
