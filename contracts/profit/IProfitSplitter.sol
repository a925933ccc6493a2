// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Authorization} from "../lib/Authorization.sol";
import {Deed} from "../lib/Deed.sol";
import {Document} from "../lib/Document.sol";
import {Permit} from "../lib/Permit.sol";
import {IDeeds} from "../shares/IDeeds.sol";
import {IInvestorToken} from "../shares/IInvestorToken.sol";

/// @notice Who receives a part of a profit.
enum Receiver {
    Holders, // of the business's shares, through their token
    Members, // of the town, through its pool
    Treasury // the town's fund and the country's office
}

/// @title IProfitSplitter: profit deeds and deposits
interface IProfitSplitter is IDeeds {
    /// @notice A deed on its way.
    /// @param deed what was proposed.
    /// @param proposedAt seconds; it waits for `DEED_WAITS`, and ends when its proposer leaves office.
    /// @param inForceFrom seconds; zero until the Country Ambassador approves.
    /// @param proposer the Town Ambassador who proposed it.
    struct Change {
        Deed deed;
        uint40 proposedAt;
        uint40 inForceFrom;
        address proposer;
    }

    /// @notice A part of a profit for one receiver.
    /// @param receiver who receives it.
    /// @param business whose profit it is.
    /// @param weeks_ over how many timesheets the members' part is spread.
    /// @param token through which the holders receive it.
    /// @param amount units for the receiver; of the treasury's, for the town's fund.
    /// @param toOffice units for the country's office.
    struct Part {
        Receiver receiver;
        uint64 business;
        uint16 weeks_;
        IInvestorToken token;
        uint128 amount;
        uint128 toOffice;
    }

    /// @notice Only the ShareOffering may call this.
    error ProfitSplitterNotOffering(address caller);

    /// @notice The project is not a business, so it has no profit.
    error ProfitSplitterNotABusiness(uint64 business);

    /// @notice The deed is sealed: shares are on offer or sold under it.
    error ProfitSplitterSealed(uint64 business);

    /// @notice Another change is agreed, and not in force yet.
    error ProfitSplitterChangeAgreed(uint64 business, uint256 inForceFrom);

    /// @notice Not the deed that waits for approval: another, none, or one approved already.
    error ProfitSplitterNotProposed(uint64 business, Deed deed);

    /// @notice A deposit of nothing.
    error ProfitSplitterNoAmount();

    /// @notice More than any part of the system could hold.
    error ProfitSplitterTooMuch(uint256 amount, uint256 most);

    /// @notice A deposit needs the hash of the accounts it rests on.
    error ProfitSplitterNoAccounts();

    /// @notice The members' part is spread over `LEAST_WEEKS` to `MOST_WEEKS` timesheets.
    error ProfitSplitterBadWeeks(uint256 weeks_);

    /// @notice Only this contract itself may call this.
    error ProfitSplitterNotItself(address caller);

    /// @notice There is no such part, or it has been passed on.
    error ProfitSplitterNothingKept(uint256 kept);

    /// @notice The Town Ambassador proposed a deed.
    event DeedProposed(uint64 indexed business, Deed deed);

    /// @notice The Town Ambassador took back the deed that was proposed.
    event DeedWithdrawn(uint64 indexed business, Deed deed);

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

    /// @notice A receiver could not take its part of a profit, which is kept for it; `reason` is what stood against it.
    event ProfitPartKept(uint256 indexed kept, uint64 indexed business, Receiver receiver, Part part, bytes reason);

    /// @notice A part that was kept went to its receiver.
    event ProfitPartPassedOn(uint256 indexed kept, uint64 indexed business, Receiver receiver, Part part);

    /// @notice Proposes a deed within the bounds. Only the Town Ambassador, until the deed is sealed.
    /// @dev Reverts with TownRegistryNotTownAmbassador, ProfitSplitterNotABusiness, ProfitSplitterSealed,
    /// ProfitSplitterChangeAgreed, DeedNotWhole, DeedBelowCommunityFloor, DeedLeavesMembersNothing, DeedAboveInvestorsCeiling,
    /// DeedCountryPartNeedsCornerstone.
    function proposeDeed(uint64 business, Deed calldata deed) external;

    /// @notice Takes back the deed that waits for approval. Only the Town Ambassador.
    /// @dev Reverts with TownRegistryNotTownAmbassador, ProfitSplitterNotProposed.
    function withdrawDeed(uint64 business) external;

    /// @notice Approves exactly the proposed deed, for `DEED_WAITS`, while its proposer has been in office ever since; it is
    /// in force `DEED_DELAY` later. Only the Country Ambassador.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, ProfitSplitterNotProposed.
    function approveDeed(uint64 business, Deed calldata deed) external;

    /// @notice Deposits the net profit of a period and divides it by the deed in force, once the business's offering is up to
    /// date. Anyone who allowed the amount. Without settled shares the investors' part goes to the members. A part that its
    /// receiver cannot take is kept for it, and the others go.
    /// @param amount units of the town's currency, above zero.
    /// @param weeks_ over how many timesheets the members' part is spread, `LEAST_WEEKS` to `MOST_WEEKS`, so that nobody picks
    /// a quiet week for it.
    /// @param period which period the profit is of, in words.
    /// @param accounts the accounts that the profit rests on.
    /// @dev Reverts with ProfitSplitterNotABusiness, ProfitSplitterNoAmount, ProfitSplitterTooMuch, ProfitSplitterNoAccounts,
    /// ProfitSplitterBadWeeks, MoneyNotReceivedInFull.
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

    /// @notice Passes a part on that was kept for its receiver. Anyone.
    /// @dev Reverts with ProfitSplitterNothingKept, or as the receiver or the currency does.
    function passOn(uint256 kept) external;

    /// @notice Hands a part to its receiver, so that what stands against it undoes that alone. Only this contract itself.
    /// @dev Reverts with ProfitSplitterNotItself, or as the receiver or the currency does.
    function handOver(Part calldata part) external;

    /// @notice How many parts were ever kept; ids are 1 to this.
    function keptCount() external view returns (uint256);

    /// @notice A part that is kept for its receiver; all zero when it has been passed on.
    function keptOf(uint256 kept) external view returns (Part memory);

    /// @notice The deed on its way, proposed or approved; all zero for none.
    function changeOf(uint64 business) external view returns (Change memory);

    /// @notice Whether a business's deed is sealed: from the approval of an offering's terms on, unless that has failed.
    function isSealed(uint64 business) external view returns (bool);
}
