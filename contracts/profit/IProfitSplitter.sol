// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Authorization} from "../lib/Authorization.sol";
import {Deed} from "../lib/Deed.sol";
import {Document} from "../lib/Document.sol";
import {Permit} from "../lib/Permit.sol";
import {IDeeds} from "../shares/IDeeds.sol";

/// @title IProfitSplitter: profit deeds and deposits
interface IProfitSplitter is IDeeds {
    /// @notice A deed on its way.
    /// @param deed what was proposed.
    /// @param inForceFrom seconds; zero until the Country Ambassador approves.
    /// @param proposer the Town Ambassador who proposed it.
    struct Change {
        Deed deed;
        uint40 inForceFrom;
        address proposer;
    }

    /// @notice Only the ShareOffering may call this.
    error ProfitSplitterNotOffering(address caller);

    /// @notice The project is not a business, so it has no profit.
    error ProfitSplitterNotABusiness(uint64 business);

    /// @notice The deed is sealed: shares are on offer or sold under it.
    error ProfitSplitterSealed(uint64 business);

    /// @notice Another change is agreed, and not in force yet.
    error ProfitSplitterChangeAgreed(uint64 business, uint256 inForceFrom);

    /// @notice Not the deed that the Town Ambassador now in office proposed, or it is approved already.
    error ProfitSplitterNotProposed(uint64 business, Deed deed);

    /// @notice A deposit of nothing.
    error ProfitSplitterNoAmount();

    /// @notice More than any part of the system could hold.
    error ProfitSplitterTooMuch(uint256 amount, uint256 most);

    /// @notice A deposit needs the hash of the accounts it rests on.
    error ProfitSplitterNoAccounts();

    /// @notice The members' part is spread over 1 to `MOST_WEEKS` timesheets.
    error ProfitSplitterBadWeeks(uint256 weeks_);

    /// @notice The Town Ambassador proposed a deed.
    event DeedProposed(uint64 indexed business, Deed deed);

    /// @notice The Country Ambassador approved a deed, in force from `inForceFrom` (seconds) on.
    event DeedApproved(uint64 indexed business, Deed deed, uint40 inForceFrom);

    /// @notice A deed was sealed, until its offering fails.
    event DeedSealed(uint64 indexed business, Deed deed);

    /// @notice The net profit of a period was deposited and divided.
    /// @param investors units credited to the holders of shares.
    /// @param members units for the members, spread over the next `weeks_` timesheets.
    /// @param fund units for the town fund. @param country units for the country office.
    event ProfitDeposited(
        uint64 indexed business,
        address indexed by,
        uint256 investors,
        uint256 members,
        uint256 fund,
        uint256 country,
        uint16 weeks_,
        string period,
        bytes32 accounts,
        string uri
    );

    /// @notice Proposes a deed within the bounds. Only the Town Ambassador, until the deed is sealed.
    /// @dev Reverts with TownRegistryNotTownAmbassador, ProfitSplitterNotABusiness, ProfitSplitterSealed,
    /// ProfitSplitterChangeAgreed, DeedNotWhole, DeedBelowCommunityFloor, DeedLeavesMembersNothing, DeedAboveInvestorsCeiling,
    /// DeedCountryPartNeedsCornerstone.
    function proposeDeed(uint64 business, Deed calldata deed) external;

    /// @notice Approves exactly the proposed deed; it is in force `DEED_DELAY` later. Only the Country Ambassador.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, ProfitSplitterNotProposed.
    function approveDeed(uint64 business, Deed calldata deed) external;

    /// @notice Deposits the net profit of a period and divides it by the deed in force. Anyone who allowed the amount.
    /// Without settled shares the investors' part goes to the members.
    /// @param amount units of the town's currency, above zero.
    /// @param weeks_ over how many of the next timesheets the members' part is spread, 1 to `MOST_WEEKS`.
    /// @param period which period the profit is of, in words.
    /// @param accounts the accounts that the profit rests on.
    /// @dev Reverts with ProfitSplitterNotABusiness, ProfitSplitterNoAmount, ProfitSplitterTooMuch, ProfitSplitterNoAccounts,
    /// ProfitSplitterBadWeeks, MoneyNotReceivedInFull, InvestorTokenTooMuch, ContributionsTooMuch.
    function deposit(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts
    ) external;

    /// @notice As `deposit`, where the caller's permit of exactly the amount takes the place of an allowance. A permit
    /// that was used already does no harm: then the allowance decides.
    /// @dev Reverts as `deposit` does.
    function depositWithPermit(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts,
        Permit calldata permit
    ) external;

    /// @notice As `deposit`, by the payer who signed the authorisation, sent by anyone. A sender can change nothing that
    /// the payer agreed to, and nobody can use the authorisation for anything else. Source: ERC-3009.
    /// @param authorization of exactly the amount; `Authorization` says how its nonce is made.
    /// @dev Reverts as `deposit` does, and with the currency's own errors.
    function depositWithAuthorization(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts,
        Authorization calldata authorization
    ) external;

    /// @notice The deed on its way; all zero for none.
    function changeOf(uint64 business) external view returns (Change memory);

    /// @notice Whether a business's deed is sealed: from the approval of an offering's terms on, unless that has failed.
    function isSealed(uint64 business) external view returns (bool);
}
