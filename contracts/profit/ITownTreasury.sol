// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Document} from "../lib/Document.sol";
import {ProjectStage} from "../projects/IProjectRegistry.sol";

/// @notice Where a spending stands.
enum SpendingState {
    None, // there is no such spending
    Proposed,
    Approved, // electors may object for a time, then anyone executes for a time
    Blocked, // electors objected
    Spent,
    Cancelled,
    Lapsed // nobody approved or executed it in time, or whoever proposed it left office before its approval
}

/// @title ITownTreasury: the town funds and the country office funds
interface ITownTreasury {
    /// @notice What a spending is, and all of what is approved.
    /// @param project what it is for; its town's fund pays, or the fund of its country's office in its town's currency.
    /// @param fromOffice whether the country office's fund pays.
    /// @param payee who is paid.
    /// @param amount units of the town's currency.
    /// @param document SHA-256 of what the money is for.
    struct Content {
        uint64 project;
        bool fromOffice;
        address payee;
        uint96 amount;
        bytes32 document;
    }

    /// @notice A payment out of a fund. Four slots.
    /// @param proposer who proposed it.
    /// @param project as in Content, and so fromOffice, payee, amount and document.
    /// @param again whether the same content was blocked before: then it takes one in `OBJECTING_PART_AGAIN` to block it.
    /// @param state as last written down: None, Proposed, Approved, Blocked, Spent or Cancelled. See stateOf.
    /// @param approver who approved it; zero until then.
    /// @param proposedAt seconds; it can be approved for `APPROVAL_PERIOD`.
    /// @param payableFrom seconds; until then electors may object, and for `EXECUTION_PERIOD` from then on anyone executes
    /// it; zero until it is approved.
    struct Spending {
        address proposer;
        uint64 project;
        bool fromOffice;
        bool again;
        SpendingState state;
        address approver;
        uint40 proposedAt;
        uint40 payableFrom;
        address payee;
        uint96 amount;
        bytes32 document;
    }

    /// @notice What a town's electors say to a spending. Who they are is fixed with its approval.
    /// @param timesheet one more than the index of the timesheet whose active members they are; 0 when the town is not
    /// asked.
    /// @param electors how many they are.
    /// @param objections how many of them have objected.
    /// @param needed so many of them block it.
    struct Vote {
        uint16 timesheet;
        uint16 electors;
        uint16 objections;
        uint16 needed;
    }

    /// @notice A spending of a fund that is proposed or approved, and not at its end.
    struct OpenSpending {
        uint256 id;
        Spending spending;
        string uri;
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

    /// @notice Paid is a wallet that holds no key: not nobody, a contract of this system, the currency or a share token.
    error TownTreasuryBadPayee(address payee);

    /// @notice As many of a fund's spendings are open as may be at once; one must be paid, blocked, cancelled or lapse first.
    error TownTreasuryTooManyOpen(uint256 most);

    /// @notice The same was blocked lately; it may be proposed again from `again` (seconds) on.
    error TownTreasuryBlockedLately(uint256 again, uint256 now_);

    /// @notice The step is not open to a spending in this state.
    error TownTreasuryWrongState(uint256 spending, SpendingState state);

    /// @notice The Country Ambassador approves what a town's fund pays, head office what a country office's fund pays.
    error TownTreasuryNotApprover(uint256 spending, address caller);

    /// @notice Who approves is not who proposed.
    error TownTreasuryOwnSpending(uint256 spending, address approver);

    /// @notice The approval names another project, fund, payee, amount or document than was proposed.
    error TownTreasuryOtherContent(uint256 spending);

    /// @notice Too few could object: the town has `electors`, of whom the proposer is none, and `least` are needed.
    error TownTreasuryTooFewElectors(uint256 spending, uint256 electors, uint256 least);

    /// @notice No town whose businesses paid into the office's fund has enough electors to be asked.
    error TownTreasuryNobodyToAsk(uint256 spending);

    /// @notice Only who acts in the office that proposed a spending may cancel it.
    error TownTreasuryNotProposer(uint256 spending, address caller);

    /// @notice The time in which electors may object is over.
    error TownTreasuryObjectionsOver(uint256 spending, uint256 payableFrom, uint256 now_);

    /// @notice The member number is not the caller's.
    error TownTreasuryNotMember(uint32 town, uint256 number, address caller);

    /// @notice The present wallet of the member number did not sign this objection.
    error TownTreasuryNotSigned(uint32 town, uint256 number, address wallet);

    /// @notice The town is not asked: it is another town's fund, its businesses paid nothing into the office's, or it has too
    /// few electors.
    error TownTreasuryNotAsked(uint256 spending, uint32 town);

    /// @notice The member is no elector of the town: too few quarters in the timesheet that decides who is.
    error TownTreasuryNotElector(uint256 spending, uint256 number, uint256 quarters);

    /// @notice Each elector objects once to a spending.
    error TownTreasuryObjectedAlready(uint256 spending, uint32 town, uint256 number);

    /// @notice Electors may still object; the spending is not payable yet.
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

    /// @notice A spending was proposed; `again` when the same was blocked before.
    event SpendingProposed(
        uint256 indexed spending,
        uint64 indexed project,
        address indexed payee,
        address proposer,
        bool fromOffice,
        bool again,
        uint96 amount,
        bytes32 document,
        string uri
    );

    /// @notice A spending was approved; electors may object until `payableFrom` (seconds), anyone may execute it from
    /// then on, for `EXECUTION_PERIOD`.
    event SpendingApproved(uint256 indexed spending, address indexed approver, uint40 payableFrom);

    /// @notice It was written down who of a town may object to a spending: the members active in timesheet `timesheet` less
    /// one, `electors` of them; `needed` block it. With the approval for a town's fund, with a town's first objection for an
    /// office's.
    event ElectorsFixed(
        uint256 indexed spending,
        uint32 indexed town,
        uint16 timesheet,
        uint16 electors,
        uint16 needed
    );

    /// @notice An elector objected; `objections` of the town with this one.
    event SpendingObjected(
        uint256 indexed spending,
        uint32 indexed town,
        uint16 indexed number,
        address wallet,
        uint16 objections
    );

    /// @notice As many electors of a town objected as it takes: the spending is blocked.
    event SpendingBlocked(uint256 indexed spending, uint32 indexed town, uint16 objections, uint16 electors);

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
    /// amount. A gift gives that town no say over the fund.
    /// @param town which town: its country, its currency.
    /// @dev Reverts with TownRegistryNoSuchTown, TownTreasuryNoAmount, MoneyNotReceivedInFull.
    function donateToOffice(uint32 town, uint256 amount) external;

    /// @notice Proposes that a town's fund pays for one of its projects. Only the Town Ambassador of an active town, while
    /// fewer than `MOST_OPEN` spendings of the fund are open.
    /// Source: "for maintenance of existing projects and funding new projects".
    /// @param project any project of the town that is not closed.
    /// @param amount units of the town's currency; the fund need not hold them yet.
    /// @param payee who is paid: a wallet that holds none of the keys.
    /// @param document what the money is for.
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryDormant, TownTreasuryProjectNotOpen,
    /// TownTreasuryBadPayee, TownTreasuryNoAmount, TownTreasuryNoDocument, TownTreasuryBlockedLately,
    /// TownTreasuryTooManyOpen.
    /// @return spending the new spending's id.
    function propose(
        uint64 project,
        uint96 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending);

    /// @notice Proposes that a country office's fund pays for a project, in the currency of the project's town. Only the
    /// Country Ambassador; the town must be active.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, and as `propose` does.
    /// @return spending the new spending's id.
    function proposeFromOffice(
        uint64 project,
        uint96 amount,
        address payee,
        Document calldata document
    ) external returns (uint256 spending);

    /// @notice Approves exactly what was proposed, for `APPROVAL_PERIOD`, while its proposer has been in office ever since.
    /// Only the Country Ambassador for a town's fund, head office for a country office's; never who proposed it. The
    /// electors are fixed. A town's fund needs `LEAST_ELECTORS` besides the proposer, and one in `TURNOUT_PART` of the largest
    /// number active in any of its last four finalised timesheets; an office's fund needs a town to ask: one whose
    /// businesses paid into it and that has `LEAST_ELECTORS`.
    /// @dev Reverts with TownTreasuryWrongState, TownTreasuryNotApprover, TownTreasuryOwnSpending,
    /// TownTreasuryOtherContent, TownTreasuryBlockedLately, TownRegistryDormant, TownTreasuryProjectNotOpen,
    /// TownTreasuryBadPayee, TownTreasuryTooFewElectors, TownTreasuryNobodyToAsk.
    function approve(uint256 spending, Content calldata content) external;

    /// @notice Objects to spendings that were approved, each until it is payable. Only an elector of the town whose fund
    /// it is, or of a town that is asked of an office's fund, by their number's present wallet, once for each; also when it
    /// was blocked or cancelled since, so that nobody can make others' objections fail. One in `OBJECTING_PART` of a town's
    /// electors, `LEAST_OBJECTIONS` at least, block it; one in `OBJECTING_PART_AGAIN` when the same was blocked before.
    /// @dev Reverts with TownTreasuryNotMember, TownTreasuryWrongState, TownTreasuryObjectionsOver, TownTreasuryNotAsked,
    /// TownTreasuryNotElector, TownTreasuryObjectedAlready.
    function object(uint32 town, uint16 number, uint256[] calldata spendings) external;

    /// @notice The same for an elector who signed it, sent by anyone.
    /// @param signature of the number's present wallet (ERC-1271 aware) over the EIP-712 struct
    /// Objection(uint32 town,uint16 number,uint256[] spendings).
    /// @dev Reverts with TownTreasuryNotSigned instead of TownTreasuryNotMember, and as `object` does.
    function objectWithSignature(
        uint32 town,
        uint16 number,
        uint256[] calldata spendings,
        bytes calldata signature
    ) external;

    /// @notice Pays an approved spending, from `OBJECTION_PERIOD` after its approval on, for `EXECUTION_PERIOD`, in an active
    /// town. Anyone. A payment that the currency refuses reverts, and can be tried again.
    /// @dev Reverts with TownTreasuryWrongState, TownTreasuryNotPayable, TownRegistryDormant, TownTreasuryProjectNotOpen,
    /// TownTreasuryBadPayee, TownTreasuryNotCovered, or as the currency does.
    function execute(uint256 spending) external;

    /// @notice Cancels a spending that is neither paid nor blocked, also a lapsed one. Only who acts now in the office that
    /// proposed it.
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

    /// @notice The towns whose businesses have paid into a country office's fund, the first to pay first.
    function payersOf(uint16 country, IERC20 currency) external view returns (uint32[] memory towns);

    /// @notice Since when (seconds) a town's businesses have paid into the fund of its country's office in its currency; 0
    /// when they never did.
    function paysSince(uint32 town) external view returns (uint40);

    /// @notice How many spendings there are; ids are 1 to this.
    function spendingCount() external view returns (uint256);

    /// @notice A spending's record; all zero when there is none.
    function spendingOf(uint256 spending) external view returns (Spending memory);

    /// @notice Where to fetch the document of a spending.
    function uriOf(uint256 spending) external view returns (string memory);

    /// @notice Where a spending stands at this moment, whatever was last written down.
    function stateOf(uint256 spending) external view returns (SpendingState);

    /// @notice The open spendings of a town's fund, `MOST_OPEN` at most.
    function openOf(uint32 town) external view returns (OpenSpending[] memory);

    /// @notice The open spendings of a country office's fund in a currency.
    function openOfOffice(uint16 country, IERC20 currency) external view returns (OpenSpending[] memory);

    /// @notice What a town's electors say to a spending that was approved; all zero when the town is not asked.
    function voteOf(uint256 spending, uint32 town) external view returns (Vote memory);

    /// @notice Whether a member number of a town has objected to a spending.
    function hasObjected(uint256 spending, uint32 town, uint16 number) external view returns (bool);

    /// @notice When (seconds) the same content was blocked last; 0 when it never was.
    function blockedAt(Content calldata content) external view returns (uint256);
}
