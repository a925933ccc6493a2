// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Document} from "../lib/Document.sol";
import {ProjectStage} from "../projects/IProjectRegistry.sol";

/// @notice Where a spending stands.
enum SpendingState {
    None, // there is no such spending
    Proposed,
    Approved, // members may object for a time, then anyone executes for a time
    Blocked, // members objected, for good
    Spent,
    Cancelled,
    Lapsed // nobody approved or executed it in time, or who proposed or approved it does not act any more
}

/// @title ITownTreasury: the town funds and the country office funds
interface ITownTreasury {
    /// @notice A payment out of a fund.
    /// @param project what it is for; its town's fund pays, or the fund of its country's office in its town's currency.
    /// @param fromOffice whether the country office's fund pays.
    /// @param state as last written down: None, Proposed, Approved, Blocked, Spent or Cancelled. See stateOf.
    /// @param payableFrom seconds; until then members may object; zero until it is approved.
    /// @param lapsesAt seconds; until then it can be approved, and when it is approved, executed.
    /// @param timesheet one more than the index of the timesheet whose active members may object: the last one worked
    /// when the spending was proposed; 0 for none.
    /// @param active how many members were active in it.
    /// @param objections how many of them have objected.
    /// @param proposer who proposed it. @param approver who approved it; zero until then. @param payee who is paid.
    /// @param amount units of the town's currency.
    struct Spending {
        uint64 project;
        bool fromOffice;
        SpendingState state;
        uint40 payableFrom;
        uint40 lapsesAt;
        uint16 timesheet;
        uint16 active;
        uint16 objections;
        address proposer;
        address approver;
        address payee;
        uint256 amount;
    }

    /// @notice Only the ProfitSplitter may call this.
    error TownTreasuryNotDepositor(address caller);

    /// @notice Only the FinalDivision may call this.
    error TownTreasuryNotFinalDivision(address caller);

    /// @notice A donation or spending of nothing.
    error TownTreasuryNoAmount();

    /// @notice A spending needs a document that says what it is for.
    error TownTreasuryNoDocument();

    /// @notice Money is spent on registered projects that are not closed.
    error TownTreasuryProjectNotOpen(uint64 project, ProjectStage stage);

    /// @notice Nobody, this contract, or a wallet that holds one of the keys cannot be paid.
    error TownTreasuryBadPayee(address payee);

    /// @notice The step is not open to a spending in this state.
    error TownTreasuryWrongState(uint256 spending, SpendingState state);

    /// @notice The Country Ambassador approves what a town's fund pays, head office what a country office's fund pays.
    error TownTreasuryNotApprover(uint256 spending, address caller);

    /// @notice Who approves is not who proposed.
    error TownTreasuryOwnSpending(uint256 spending, address approver);

    /// @notice Only who proposed a spending, or who acts in that office now, may cancel it.
    error TownTreasuryNotProposer(uint256 spending, address caller);

    /// @notice The time in which members may object is over.
    error TownTreasuryObjectionsOver(uint256 spending, uint256 payableFrom, uint256 now_);

    /// @notice The member number is not the caller's.
    error TownTreasuryNotMember(uint32 town, uint256 number, address caller);

    /// @notice The present wallet of the member number did not sign this objection.
    error TownTreasuryNotSigned(uint256 spending, uint256 number, address wallet);

    /// @notice Only members who were active in the last timesheet before the proposal may object.
    error TownTreasuryNotActive(uint256 spending, uint256 number, uint256 quarters);

    /// @notice Each member objects once.
    error TownTreasuryObjectedAlready(uint256 spending, uint256 number);

    /// @notice Members may still object; the spending is not payable yet.
    error TownTreasuryNotPayable(uint256 spending, uint256 payableFrom, uint256 now_);

    /// @notice The fund does not hold what the spending takes.
    error TownTreasuryNotCovered(uint256 spending, uint256 held, uint256 amount);

    /// @notice A part of a profit came in.
    /// @param town whose fund. @param country whose office. @param toFund units for the fund.
    /// @param toOffice units for the office.
    event TreasuryFunded(
        uint32 indexed town,
        uint16 indexed country,
        IERC20 indexed currency,
        uint256 toFund,
        uint256 toOffice
    );

    /// @notice Somebody gave to a town's fund.
    event FundDonated(uint32 indexed town, address indexed by, uint256 amount);

    /// @notice Somebody gave to a country office's fund.
    event OfficeDonated(uint16 indexed country, IERC20 indexed currency, address indexed by, uint256 amount);

    /// @notice A spending was proposed; the members active in timesheet `timesheet` less one may object once it is
    /// approved, nobody when it is 0.
    event SpendingProposed(
        uint256 indexed spending,
        uint64 indexed project,
        address indexed payee,
        address proposer,
        bool fromOffice,
        uint256 amount,
        uint16 timesheet,
        uint16 active,
        bytes32 document,
        string uri
    );

    /// @notice A spending was approved; members may object until `payableFrom` (seconds), anyone may execute it from
    /// then on, for `EXECUTION_PERIOD`.
    event SpendingApproved(uint256 indexed spending, address indexed approver, uint40 payableFrom);

    /// @notice A member objected; `objections` with this one.
    event SpendingObjected(uint256 indexed spending, uint16 indexed number, address indexed wallet, uint16 objections);

    /// @notice One in `OBJECTING_PART` of the active members, `LEAST_OBJECTIONS` at least, objected: the spending is blocked for good.
    event SpendingBlocked(uint256 indexed spending, uint16 objections, uint16 active);

    /// @notice A spending was paid.
    event SpendingExecuted(uint256 indexed spending, uint64 indexed project, address indexed payee, uint256 amount);

    /// @notice A spending was cancelled.
    event SpendingCancelled(uint256 indexed spending, address indexed by);

    /// @notice A town without keys gave its whole fund to the FinalDivision.
    event FundSurrendered(uint32 indexed town, uint256 amount);

    /// @notice Takes the parts of a profit for a town's fund and its country's office. Only the ProfitSplitter, who
    /// allowed their sum.
    /// @dev Reverts with TownTreasuryNotDepositor, MoneyNotReceivedInFull.
    function deposit(uint32 town, uint256 toFund, uint256 toOffice) external;

    /// @notice Gives to a town's fund. Anyone who allowed the amount.
    /// @dev Reverts with TownRegistryNoSuchTown, TownTreasuryNoAmount, MoneyNotReceivedInFull.
    function donate(uint32 town, uint256 amount) external;

    /// @notice Gives to the fund of a country's office, in the currency of one of its towns. Anyone who allowed the
    /// amount.
    /// @param town which town: its country, its currency.
    /// @dev Reverts with TownRegistryNoSuchTown, TownTreasuryNoAmount, MoneyNotReceivedInFull.
    function donateToOffice(uint32 town, uint256 amount) external;

    /// @notice Proposes that a town's fund pays for one of its projects. Only the Town Ambassador of an active town.
    /// Source: "for maintenance of existing projects and funding new projects".
    /// @param project any project of the town that is not closed.
    /// @param amount units of the town's currency; the fund need not hold them yet.
    /// @param payee who is paid; holds none of the keys.
    /// @param document what the money is for.
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryDormant, TownTreasuryProjectNotOpen,
    /// TownTreasuryBadPayee, TownTreasuryNoAmount, TownTreasuryNoDocument.
    /// @return spending the new spending's id.
    function propose(
        uint64 project,
        uint256 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending);

    /// @notice Proposes that a country office's fund pays for a project, in the currency of the project's town. Only the
    /// Country Ambassador; the town must be active.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, and as `propose` does.
    /// @return spending the new spending's id.
    function proposeFromOffice(
        uint64 project,
        uint256 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending);

    /// @notice Approves a spending whose proposer still acts. Only the Country Ambassador for a town's fund, head office
    /// for a country office's; never who proposed it.
    /// @dev Reverts with TownTreasuryWrongState, TownTreasuryNotApprover, TownTreasuryOwnSpending, TownRegistryDormant,
    /// TownTreasuryProjectNotOpen, TownTreasuryBadPayee.
    function approve(uint256 spending) external;

    /// @notice Objects to an approved spending, until it is payable. Only a member who was active in the last timesheet
    /// worked before it was proposed, by their number's present wallet, once; also while who proposed or approved it does
    /// not act. One in `OBJECTING_PART` of these members, `LEAST_OBJECTIONS` at least, block it
    /// for good.
    /// @dev Reverts with TownTreasuryWrongState, TownTreasuryObjectionsOver, TownTreasuryNotMember,
    /// TownTreasuryNotActive, TownTreasuryObjectedAlready.
    function object(uint256 spending, uint16 number) external;

    /// @notice The same for a member who signed it, sent by anyone.
    /// @param signature of the number's present wallet (ERC-1271 aware) over the EIP-712 struct
    /// Objection(uint256 spending,uint16 number).
    /// @dev Reverts with TownTreasuryNotSigned instead of TownTreasuryNotMember, and as `object` does.
    function objectWithSignature(uint256 spending, uint16 number, bytes calldata signature) external;

    /// @notice Pays an approved spending, from `OBJECTION_PERIOD` after its approval on, for `EXECUTION_PERIOD`, while who
    /// proposed and who approved it act. Anyone. A payment that the currency refuses reverts, and can be tried again.
    /// @dev Reverts with TownTreasuryWrongState, TownTreasuryNotPayable, TownRegistryDormant, TownTreasuryProjectNotOpen,
    /// TownTreasuryBadPayee, TownTreasuryNotCovered, or as the currency does.
    function execute(uint256 spending) external;

    /// @notice Cancels a spending that is neither paid nor blocked, also a lapsed one. Only who proposed it, or who acts
    /// in that office now.
    /// @dev Reverts with TownTreasuryWrongState, TownTreasuryNotProposer.
    function cancel(uint256 spending) external;

    /// @notice Pays a town's whole fund to the FinalDivision; office funds stay. Only the FinalDivision.
    /// @dev Reverts with TownTreasuryNotFinalDivision, or as the currency does.
    /// @return amount units of the town's currency.
    function surrender(uint32 town) external returns (uint256 amount);

    /// @notice Units of its currency in a town's fund.
    function fundOf(uint32 town) external view returns (uint256);

    /// @notice Units of a currency in a country office's fund.
    function officeOf(uint16 country, IERC20 currency) external view returns (uint256);

    /// @notice How many spendings there are; ids are 1 to this.
    function spendingCount() external view returns (uint256);

    /// @notice A spending's record; all zero when there is none.
    function spendingOf(uint256 spending) external view returns (Spending memory);

    /// @notice Where a spending stands at this moment, whatever was last written down.
    function stateOf(uint256 spending) external view returns (SpendingState);

    /// @notice Whether a member number has objected to a spending.
    function hasObjected(uint256 spending, uint16 number) external view returns (bool);
}
