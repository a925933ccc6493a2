// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IContributions} from "../hours/IContributions.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {Money} from "../lib/Money.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Votes} from "../lib/Votes.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry, ProjectStage} from "../projects/IProjectRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {ITownTreasury, SpendingState} from "./ITownTreasury.sol";

/// @title TownTreasury: the town funds and the country office funds
/// @notice Holds every town's fund and every country office's fund, each on its own account. The ProfitSplitter pays in,
/// anyone may donate. What a town's fund pays for a project is proposed by the Town Ambassador and approved by the
/// Country Ambassador within `APPROVAL_PERIOD`; what an office's fund pays, by the Country Ambassador and head office.
/// Then the members who were active last may object for `OBJECTION_PERIOD`; one in `OBJECTING_PART` of them,
/// `LEAST_OBJECTIONS` at least, block it; else anyone executes it within `EXECUTION_PERIOD`. A town without keys gives its
/// fund to the FinalDivision. Nobody can take money out alone or in silence, pay a wallet that holds a key, spend for a
/// closed project or in a dormant town, or undo what members blocked.
/// Units: the towns' currencies; seconds. Assumes: the currency keeps balances as they are, and documents say truly what
/// the money is for. Known limits: where nobody was ever active nobody can object, and fewer active members than
/// `LEAST_OBJECTIONS` cannot block; a spending that lapsed because its proposer or approver left stands again if that wallet is appointed
/// again in time; money sent here past these functions is on no account, and stays.
contract TownTreasury is ITownTreasury, ReentrancyGuardTransient, EIP712 {
    using BitMaps for BitMaps.BitMap;
    using Money for IERC20;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    /// @notice How long a proposal waits for its approval: those who may object are fixed by when it was made.
    uint256 public constant APPROVAL_PERIOD = 30 days;

    /// @notice How long members may object to an approved spending.
    uint256 public constant OBJECTION_PERIOD = 7 days;

    /// @notice How long after that anyone may execute it.
    uint256 public constant EXECUTION_PERIOD = 30 days;

    /// @notice The least objections that block a spending.
    uint256 public constant LEAST_OBJECTIONS = 3;

    /// @notice One in so many active members blocks a spending.
    uint256 public constant OBJECTING_PART = 5;

    bytes32 private constant _OBJECTION = keccak256("Objection(uint256 spending,uint16 number)");

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IContributions private immutable _CONTRIBUTIONS;
    address private immutable _SPLITTER;
    address private immutable _DIVISION;

    mapping(uint256 spending => Spending) private _spendings;
    mapping(uint256 spending => BitMaps.BitMap) private _objected;

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
        uint256 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending) {
        _TOWNS.requireTownAmbassador(project.townOf(), msg.sender);

        return _propose({project: project, fromOffice: false, amount: amount, payee: payee, document: document});
    }

    /// @inheritdoc ITownTreasury
    function proposeFromOffice(
        uint64 project,
        uint256 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending) {
        _TOWNS.requireCountryAmbassador(project.townOf(), msg.sender);

        return _propose({project: project, fromOffice: true, amount: amount, payee: payee, document: document});
    }

    /// @inheritdoc ITownTreasury
    function approve(uint256 spending) external {
        Spending memory s = _requireState(spending, SpendingState.Proposed);
        (, address approving) = _keysOf(s);
        require(msg.sender == approving, TownTreasuryNotApprover(spending, msg.sender));
        require(msg.sender != s.proposer, TownTreasuryOwnSpending(spending, msg.sender));
        _requirePayable(s.project, s.payee);

        s.state = SpendingState.Approved;
        s.payableFrom = Moments.in40Bits(block.timestamp + OBJECTION_PERIOD);
        s.lapsesAt = Moments.in40Bits(s.payableFrom + EXECUTION_PERIOD);
        s.approver = msg.sender;
        _spendings[spending] = s;

        emit SpendingApproved(spending, msg.sender, s.payableFrom);
    }

    /// @inheritdoc ITownTreasury
    function object(uint256 spending, uint16 number) external {
        (Spending memory s, uint32 town, address wallet) = _openToObjection(spending, number);
        require(msg.sender == wallet, TownTreasuryNotMember(town, number, msg.sender));

        _object(spending, s, number, wallet);
    }

    /// @inheritdoc ITownTreasury
    function objectWithSignature(uint256 spending, uint16 number, bytes calldata signature) external {
        (Spending memory s, , address wallet) = _openToObjection(spending, number);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_OBJECTION, spending, number)));
        bool signed = Signatures.isSigned(wallet, digest, signature);
        require(signed, TownTreasuryNotSigned(spending, number, wallet));

        _object(spending, s, number, wallet);
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
        require(_isOpen(s), TownTreasuryWrongState(spending, s.state));
        (address proposing, ) = _keysOf(s);
        require(msg.sender == s.proposer || msg.sender == proposing, TownTreasuryNotProposer(spending, msg.sender));

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
    function spendingOf(uint256 spending) external view returns (Spending memory) {
        return _spendings[spending];
    }

    /// @inheritdoc ITownTreasury
    function stateOf(uint256 spending) external view returns (SpendingState) {
        return _stateOf(_spendings[spending]);
    }

    /// @inheritdoc ITownTreasury
    function hasObjected(uint256 spending, uint16 number) public view returns (bool) {
        return _objected[spending].get(number);
    }

    function _propose(
        uint64 project,
        bool fromOffice,
        uint256 amount,
        address payee,
        Document calldata document
    ) private returns (uint256 spending) {
        _requirePayable(project, payee);
        require(amount > 0, TownTreasuryNoAmount());
        require(document.hash != 0, TownTreasuryNoDocument());
        IContributions.Pool memory pool = _CONTRIBUTIONS.poolOf(project.townOf());

        spending = ++spendingCount;
        _spendings[spending] = Spending({
            project: project,
            fromOffice: fromOffice,
            state: SpendingState.Proposed,
            payableFrom: 0,
            lapsesAt: Moments.in40Bits(block.timestamp + APPROVAL_PERIOD),
            timesheet: pool.lastWorked,
            active: pool.lastActive,
            objections: 0,
            proposer: msg.sender,
            approver: address(0),
            payee: payee,
            amount: amount
        });

        emit SpendingProposed({
            spending: spending,
            project: project,
            payee: payee,
            proposer: msg.sender,
            fromOffice: fromOffice,
            amount: amount,
            timesheet: pool.lastWorked,
            active: pool.lastActive,
            document: document.hash,
            uri: document.uri
        });
    }

    /// @dev `wallet` is the number's, and agrees.
    function _object(uint256 spending, Spending memory s, uint16 number, address wallet) private {
        uint256 quarters = _quartersOf(s, number);
        require(quarters >= Timesheet.SHIFT, TownTreasuryNotActive(spending, number, quarters));
        require(!hasObjected(spending, number), TownTreasuryObjectedAlready(spending, number));

        uint16 objections = s.objections + 1;
        bool blocks = objections >= LEAST_OBJECTIONS && Votes.reach(objections, OBJECTING_PART, s.active);
        _objected[spending].set(number);
        _spendings[spending].objections = objections;
        if (blocks) _spendings[spending].state = SpendingState.Blocked;

        emit SpendingObjected({spending: spending, number: number, wallet: wallet, objections: objections});
        if (blocks) emit SpendingBlocked(spending, objections, s.active);
    }

    /// @dev A spending that members may still object to, and the wallet of one of its town's numbers. It need not stand
    /// at this moment: else somebody could be removed for as long as members may object, and then be appointed again.
    function _openToObjection(
        uint256 spending,
        uint16 number
    ) private view returns (Spending memory s, uint32 town, address wallet) {
        s = _spendings[spending];
        require(s.state == SpendingState.Approved, TownTreasuryWrongState(spending, _stateOf(s)));
        require(block.timestamp < s.payableFrom, TownTreasuryObjectionsOver(spending, s.payableFrom, block.timestamp));
        town = s.project.townOf();
        (wallet, ) = _MEMBERS.memberAt(town, number);
    }

    function _quartersOf(Spending memory s, uint16 number) private view returns (uint256) {
        if (s.timesheet == 0) return 0; // nobody had ever been active

        return _CONTRIBUTIONS.quartersAt(s.project.townOf(), s.timesheet - 1, number);
    }

    /// @dev Who may propose such a spending now, and who may approve it.
    function _keysOf(Spending memory s) private view returns (address proposing, address approving) {
        uint32 town = s.project.townOf();
        if (s.fromOffice) return (_TOWNS.countryKeyOf(town), _AUTHORITY.headOffice());
        return (_TOWNS.townKeyOf(town), _TOWNS.countryKeyOf(town));
    }

    function _stateOf(Spending memory s) private view returns (SpendingState) {
        if (!_isOpen(s)) return s.state;

        (address proposing, address approving) = _keysOf(s);
        if (s.proposer != proposing || block.timestamp >= s.lapsesAt) return SpendingState.Lapsed;
        if (s.state == SpendingState.Proposed) return SpendingState.Proposed;
        return s.approver == approving ? SpendingState.Approved : SpendingState.Lapsed;
    }

    /// @dev Proposed or approved, and nothing that ended it is written down.
    function _isOpen(Spending memory s) private pure returns (bool) {
        return s.state == SpendingState.Proposed || s.state == SpendingState.Approved;
    }

    function _requireState(uint256 spending, SpendingState wanted) private view returns (Spending memory s) {
        s = _spendings[spending];
        SpendingState state = _stateOf(s);
        require(state == wanted, TownTreasuryWrongState(spending, state));
    }

    /// @dev What must hold at every step towards a payment. Who proposes and who approves hold keys, so neither is paid.
    function _requirePayable(uint64 project, address payee) private view {
        _TOWNS.requireActive(project.townOf());
        ProjectStage stage = _PROJECTS.projectOf(project).stage;
        require(stage != ProjectStage.None && stage != ProjectStage.Closed, TownTreasuryProjectNotOpen(project, stage));
        require(
            payee != address(0) && payee != address(this) && !_AUTHORITY.holdsKey(payee),
            TownTreasuryBadPayee(payee)
        );
    }
}
