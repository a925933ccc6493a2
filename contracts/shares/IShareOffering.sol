// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Agreement} from "../lib/Agreement.sol";
import {Authorization} from "../lib/Authorization.sol";
import {Deed} from "../lib/Deed.sol";
import {Permit} from "../lib/Permit.sol";
import {Tier} from "../members/IMemberRegistry.sol";
import {IInsiders} from "../projects/IInsiders.sol";
import {IInvestorToken} from "./IInvestorToken.sol";

/// @notice Where a sale stands. Local, Country and World have the values of the tier that each first admits.
enum Phase {
    None, // there is no such offering
    Local,
    Country,
    World,
    Succeeded, // shares still locked
    Failed, // every holder is refunded
    Settled // shares unlocked, releases under way
}

/// @title IShareOffering: the local-first sale of a business's shares
interface IShareOffering is IInsiders {
    /// @notice The terms of a sale; nothing in them can change.
    /// @param business the project id.
    /// @param price units of the town's currency for one share.
    /// @param goal shares that must be sold for the sale to succeed; at least `LEAST_GOAL`.
    /// @param cap shares on offer in the local phase; in the later phases only `goal` is.
    /// @param limitLocal most shares a person may hold after a purchase in the local phase: less than one in `LIMIT_PART` of
    /// the goal.
    /// @param limitLater the same in the later phases.
    /// @param opens seconds; at least `OPENING_NOTICE` after the approval.
    /// @param localEnds seconds; `LEAST_PHASE` to `MOST_PHASE` after opening.
    /// @param countryEnds seconds, `LEAST_PHASE` to `MOST_PHASE` after the phase before; 0 for no country phase.
    /// @param worldEnds seconds, `LEAST_PHASE` to `MOST_PHASE` after the phase before; 0 for no world phase.
    /// @param tranches 1 to `MOST_TRANCHES` parts in basis points of what is raised, summing to a whole; the last takes the
    /// rest.
    /// @param plan hash of the business plan. @param pack hash of the investor pack. Those of the ProjectRegistry.
    /// @param deed the profit deed in force.
    /// @param name the token's name, 1 to `MOST_NAME_BYTES`. @param symbol the token's symbol, 1 to `MOST_SYMBOL_BYTES`.
    /// `Names` says what they may consist of; each belongs to the first business that used it.
    struct Terms {
        uint64 business;
        uint96 price;
        uint32 goal;
        uint32 cap;
        uint32 limitLocal;
        uint32 limitLater;
        uint40 opens;
        uint40 localEnds;
        uint40 countryEnds;
        uint40 worldEnds;
        uint16[] tranches;
        bytes32 plan;
        bytes32 pack;
        Deed deed;
        string name;
        string symbol;
    }

    /// @notice How a sale runs. `phase` is the one that was last written down; the lengths of absent phases are zero.
    struct Sale {
        uint40 opens;
        uint24 localLasts;
        uint24 countryLasts;
        uint24 worldLasts;
        uint32 goal;
        uint32 cap;
        uint32 limitLocal;
        uint32 limitLater;
        Phase phase;
        Tier scope;
    }

    /// @notice What is on sale.
    /// @param price units of the currency for one share.
    struct Asset {
        IInvestorToken token;
        uint96 price;
        IERC20 currency;
        uint64 business;
    }

    /// @notice Terms that wait for the Country Ambassador.
    /// @param proposer the Town Ambassador who proposed them, and is in office.
    /// @param until seconds; from then on they cannot be approved.
    /// @param termsHash keccak256 of the ABI encoding of the terms: what is approved.
    struct Proposal {
        address proposer;
        uint40 until;
        bytes32 termsHash;
    }

    /// @notice What a holder signs to give shares back. Business and price are those of the offering: a number alone might
    /// be another sale's after the chain was reorganised.
    /// @param nonce the holder's next, as `nonces` says. @param deadline seconds.
    struct Cancellation {
        uint256 offering;
        uint64 business;
        uint96 price;
        uint32 shares;
        address holder;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice Only the Releases may call this.
    error ShareOfferingNotReleases(address caller);

    /// @notice Only the ProjectRegistry may call this.
    error ShareOfferingNotProjectRegistry(address caller);

    /// @notice The business is not at the funding stage.
    error ShareOfferingNotFunding(uint64 business);

    /// @notice The business has no manager or payout wallet yet.
    error ShareOfferingNoManagement(uint64 business);

    /// @notice Plan or pack are not those in the ProjectRegistry.
    error ShareOfferingOtherDocuments(bytes32 plan, bytes32 pack);

    /// @notice The deed is not the one in force.
    error ShareOfferingOtherDeed(uint64 business);

    /// @notice The business has a live or a successful offering already.
    error ShareOfferingExists(uint64 business, uint256 offering);

    /// @notice A price of zero, or price × cap beyond what the records can hold.
    error ShareOfferingBadPrice(uint256 price, uint256 cap);

    /// @notice Not `least` ≤ goal ≤ cap.
    error ShareOfferingBadGoal(uint256 goal, uint256 cap, uint256 least);

    /// @notice A personal limit of zero, or of one in `LIMIT_PART` of the goal or more.
    error ShareOfferingBadLimits(uint256 limitLocal, uint256 limitLater, uint256 goal);

    /// @notice The sale would open before a town could hear of it: at `earliest` (seconds) at the earliest.
    error ShareOfferingOpensTooSoon(uint256 opens, uint256 earliest);

    /// @notice A phase too short or too long, in seconds.
    error ShareOfferingBadPhase(Phase phase, uint256 lasts, uint256 least, uint256 most);

    /// @notice Not 1 to `MOST_TRANCHES` tranches above zero that sum to a whole.
    error ShareOfferingBadTranches(uint256 count, uint256 sum);

    /// @notice A name and a symbol are needed, neither too long, and to be read as they are: see `Names`.
    error ShareOfferingBadName(string name, uint256 mostBytes);

    /// @notice Another business has used this name, as one of its own or of its shares, in whatever capitals.
    error ShareOfferingNameTaken(string name, uint64 business);

    /// @notice Not the terms that the Town Ambassador now in office proposed, or they have waited for too long.
    error ShareOfferingNotProposed(uint64 business, bytes32 termsHash);

    /// @notice There is no offering with this id.
    error ShareOfferingNoSuchOffering(uint256 offering);

    /// @notice The sale has not opened yet, or is over.
    error ShareOfferingNotOpen(uint256 offering, Phase phase, uint256 opens, uint256 now_);

    /// @notice The buyer may not buy in this phase, or not at all (tier None).
    error ShareOfferingNotInPhase(address buyer, Tier tier, Phase phase);

    /// @notice The buyer would hold more than the limit.
    error ShareOfferingOverPersonalLimit(address buyer, uint256 wouldHold, uint256 limit);

    /// @notice Fewer shares are left on offer.
    error ShareOfferingSoldOut(uint256 wanted, uint256 left);

    /// @notice Manager and payout wallet of the business, and the Country Ambassador, cannot buy.
    error ShareOfferingInsider(uint64 business, address buyer);

    /// @notice A purchase or cancellation of no shares.
    error ShareOfferingNoShares();

    /// @notice The cancellation's deadline (seconds) has passed.
    error ShareOfferingExpired(uint256 deadline);

    /// @notice The cancellation is not signed by this holder.
    error ShareOfferingBadSignature(address holder);

    /// @notice The cancellation is of shares of another business, or at another price, than are on sale.
    error ShareOfferingOtherSale(uint256 offering, uint64 business, uint256 price);

    /// @notice The last `CANCEL_NOTICE` of a phase has begun.
    error ShareOfferingTooLateToCancel(uint256 now_, uint256 until);

    /// @notice This ambassador has agreed to call the offering off already.
    error ShareOfferingAgreed(uint256 offering, address ambassador);

    /// @notice This ambassador's agreement is not what waits for the other's.
    error ShareOfferingNotAgreed(uint256 offering, address ambassador);

    /// @notice The sale has not failed.
    error ShareOfferingNotFailed(uint256 offering, Phase phase);

    /// @notice The sale has not succeeded, or is settled already.
    error ShareOfferingNotSucceeded(uint256 offering, Phase phase);

    /// @notice The sale is not settled.
    error ShareOfferingNotSettled(uint256 offering, Phase phase);

    /// @notice The holder has no shares to be refunded.
    error ShareOfferingNothingToRefund(uint256 offering, address holder);

    /// @notice A succession of this holder is open: what others claim for them waits until it has ended.
    error ShareOfferingWaiting(address holder);

    /// @notice Less than this is left of what the sale raised.
    error ShareOfferingNotInEscrow(uint256 offering, uint256 amount, uint256 left);

    /// @notice The Town Ambassador proposed the terms of a sale.
    event OfferingProposed(uint64 indexed business, bytes32 indexed termsHash, Terms terms);

    /// @notice The Town Ambassador took back what was proposed.
    event ProposalWithdrawn(uint64 indexed business, bytes32 indexed termsHash);

    /// @notice The Country Ambassador approved exactly the proposed terms; nothing in them can change.
    event OfferingApproved(
        uint256 indexed offering,
        uint64 indexed business,
        IInvestorToken indexed token,
        bytes32 termsHash
    );

    /// @notice Shares were bought, locked, for the price of the terms each.
    event SharesBought(uint256 indexed offering, address indexed buyer, uint256 shares);

    /// @notice A purchase was cancelled and paid back.
    event PurchaseCancelled(uint256 indexed offering, address indexed buyer, uint256 shares);

    /// @notice A phase ended and was judged.
    event PhaseEnded(uint256 indexed offering, Phase indexed ended, Phase indexed next, uint256 sold);

    /// @notice One of both ambassadors agreed to call the offering off, which counts until `until` (seconds).
    event CallOffAgreed(uint256 indexed offering, address indexed ambassador, uint40 until);

    /// @notice The ambassador who had agreed to call the offering off took that back.
    event CallOffWithdrawn(uint256 indexed offering, address indexed ambassador);

    /// @notice Both ambassadors called the offering off; it has failed.
    event OfferingCalledOff(uint256 indexed offering);

    /// @notice The sale succeeded and its shares are unlocked.
    event OfferingSettled(uint256 indexed offering, uint256 sold, uint256 raised, Tier scope);

    /// @notice A holder of a failed sale got their money back, at the wallet `to` to which what is theirs belongs now.
    event Refunded(uint256 indexed offering, address indexed holder, address to, uint256 shares, uint256 amount);

    /// @notice A holder was passed over; `reason` is the error a single refund would have met.
    event RefundSkipped(uint256 indexed offering, address indexed holder, bytes reason);

    /// @notice The currency refused a refund; it is kept for the holder.
    event RefundKept(uint256 indexed offering, address indexed holder, uint256 amount);

    /// @notice A kept refund was paid, at the wallet `to` to which what is the holder's belongs now.
    event KeptRefundPaid(uint256 indexed offering, address indexed holder, address to, uint256 amount);

    /// @notice Money of a settled sale left escrow.
    event EscrowPaid(uint256 indexed offering, address indexed to, uint256 amount);

    /// @notice Proposes the terms of a sale, in place of what was proposed for the business before; they wait
    /// `PROPOSAL_LASTS` for the Country Ambassador. Only the Town Ambassador of an active town.
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryDormant, and for terms outside their bounds with
    /// ShareOfferingNotFunding, ShareOfferingNoManagement, ShareOfferingOtherDocuments, ShareOfferingOtherDeed,
    /// ShareOfferingExists, ShareOfferingOpensTooSoon, ShareOfferingNameTaken, ShareOfferingBadGoal,
    /// ShareOfferingBadPrice, ShareOfferingBadLimits, ShareOfferingBadPhase, ShareOfferingBadTranches,
    /// ShareOfferingBadName.
    function propose(Terms calldata terms) external;

    /// @notice Takes back what was proposed for a business and nobody has approved. Only the Town Ambassador.
    /// @dev Reverts with TownRegistryNotTownAmbassador, ShareOfferingNotProposed.
    function withdrawProposal(uint64 business) external;

    /// @notice Approves exactly the proposed terms: creates the share token, seals the deed. Only the Country
    /// Ambassador of an active town.
    /// @param termsHash keccak256 of the ABI encoding of the terms.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, TownRegistryDormant, ShareOfferingNotProposed,
    /// ShareOfferingNotFunding, ShareOfferingNoManagement, ShareOfferingOtherDocuments, ShareOfferingOtherDeed,
    /// ShareOfferingExists, ShareOfferingOpensTooSoon, ShareOfferingNameTaken.
    /// @return offering the new offering's id.
    function approve(uint64 business, bytes32 termsHash) external returns (uint256 offering);

    /// @notice Buys shares for the caller, who allowed price × shares. Refused with the first that applies of
    /// ShareOfferingNotOpen, ShareOfferingNotInPhase, ShareOfferingOverPersonalLimit, ShareOfferingSoldOut; then
    /// ShareOfferingInsider, ShareOfferingNoShares, MoneyNotReceivedInFull. Source: "Local residents get first
    /// preference to buy shares in their own businesses".
    function buy(uint256 offering, uint32 shares) external;

    /// @notice As `buy`, where the caller's permit of exactly price × shares takes the place of an allowance. A permit
    /// that was used already does no harm: then the allowance decides.
    /// @dev Reverts as `buy` does.
    function buyWithPermit(uint256 offering, uint32 shares, Permit calldata permit) external;

    /// @notice As `buy`, by and for the payer who signed the authorisation, sent by anyone: whatever is asked of a buyer
    /// is asked of the payer, who gets the shares. A sender can change nothing that the payer agreed to, and nobody can
    /// use the authorisation for anything else. Source: ERC-3009.
    /// @param authorization of exactly price × shares; `Authorization` says how its nonce is made, here of the arguments
    /// (business, price, offering, shares): whatever offering has that number, nothing else is bought with it.
    /// @dev Reverts as `buy` does, and with the currency's own errors.
    function buyWithAuthorization(uint256 offering, uint32 shares, Authorization calldata authorization) external;

    /// @notice Gives any of the caller's shares back for what was paid, until `CANCEL_NOTICE` before the running phase ends.
    /// @dev Reverts with ShareOfferingNotOpen, ShareOfferingTooLateToCancel, ShareOfferingNoShares,
    /// ERC20InsufficientBalance.
    function cancel(uint256 offering, uint32 shares) external;

    /// @notice The same for a holder who signed it, sent by anyone; pays the holder.
    /// @param signature of the holder (ERC-1271 aware) over the EIP-712 struct Cancellation(uint256 offering,uint64
    /// business,uint96 price,uint32 shares,address holder,uint256 nonce,uint256 deadline).
    /// @dev Reverts with ShareOfferingExpired, ShareOfferingOtherSale, ShareOfferingBadSignature, InvalidAccountNonce, and
    /// as `cancel` does.
    function cancelWithSignature(Cancellation calldata cancellation, bytes calldata signature) external;

    /// @notice Agrees to call a live offering off; when the other ambassador, in office now, agreed within `AGREEMENT_LASTS`
    /// before, it has failed. Only the two.
    /// @dev Reverts with TownRegistryNotAmbassador, ShareOfferingNotOpen (when over), ShareOfferingAgreed.
    function callOff(uint256 offering) external;

    /// @notice Takes the caller's agreement to call an offering off back. Only the ambassador who agreed last.
    /// @dev Reverts with ShareOfferingNotAgreed.
    function withdrawCallOff(uint256 offering) external;

    /// @notice Pays holders of a failed offering what they paid; whoever has another wallet by now, or died, there or at
    /// the heir's. Anyone. Who has no shares is passed over with an event, and so is, unless they send it themselves, who
    /// has an open succession; what the currency refuses is kept.
    /// @dev Reverts with ShareOfferingNotFailed.
    function refund(uint256 offering, address[] calldata holders) external;

    /// @notice Pays a holder, as `refund` does, what the currency once refused. Anyone, but while a succession of theirs is
    /// open the holder alone.
    /// @dev Reverts with ShareOfferingWaiting.
    function claimKept(uint256 offering, address holder) external;

    /// @notice Unlocks the shares of an offering that succeeded. Anyone.
    /// @dev Reverts with ShareOfferingNotSucceeded.
    function settle(uint256 offering) external;

    /// @notice Brings a business's latest offering up to date: judges ended phases, settles a success. Anyone.
    /// @return token the share token when its shares are settled, else zero.
    function update(uint64 business) external returns (IInvestorToken token);

    /// @notice Pays money of a settled sale out of escrow. Only the Releases.
    /// @param amount units of the currency, at most what is left.
    /// @dev Reverts with ShareOfferingNotReleases, ShareOfferingNotSettled, ShareOfferingNotInEscrow.
    function payOut(uint256 offering, address to, uint256 amount) external;

    /// @notice Where an offering stands at this moment, whatever was last written down.
    function phaseOf(uint256 offering) external view returns (Phase);

    /// @notice The latest offering of a business, 0 for none.
    function latestOf(uint64 business) external view returns (uint256);

    /// @notice How many offerings there are; ids are 1 to this.
    function offeringCount() external view returns (uint256);

    /// @notice What waits for the Country Ambassador; all zero when nothing does, or nobody can approve it any more.
    function proposalOf(uint64 business) external view returns (Proposal memory);

    /// @notice The terms that wait for the Country Ambassador, all of them.
    /// @dev Reverts with ShareOfferingNotProposed when `proposalOf` is all zero.
    function proposedTermsOf(uint64 business) external view returns (Terms memory);

    /// @notice The terms of an offering, all of them.
    /// @dev Reverts with ShareOfferingNoSuchOffering.
    function termsOf(uint256 offering) external view returns (Terms memory);

    /// @notice The tranches of an offering's terms alone.
    /// @dev Reverts with ShareOfferingNoSuchOffering.
    function tranchesOf(uint256 offering) external view returns (uint16[] memory);

    /// @notice The business that a name belongs to, as one of its own or of its shares; 0 when it is free.
    function businessNamed(string calldata name) external view returns (uint64);

    /// @notice Whether a wallet asks for a business's money, receives it or approves it: its manager, its payout wallet, or
    /// the acting Country Ambassador. Such a wallet neither buys its shares nor votes with them.
    function isInsider(uint64 business, address wallet) external view returns (bool);

    /// @notice The sale's record.
    function saleOf(uint256 offering) external view returns (Sale memory);

    /// @notice The token, price, currency and business of an offering; all zero when there is no such offering.
    function assetOf(uint256 offering) external view returns (Asset memory);

    /// @notice Units of the currency that have left the escrow of a settled sale.
    function releasedOf(uint256 offering) external view returns (uint256);

    /// @notice The ambassador who agreed to call an offering off last, and until when that counts; all zero for nobody.
    function callOffOf(uint256 offering) external view returns (Agreement memory);

    /// @notice A refund that the currency refused.
    function keptOf(uint256 offering, address holder) external view returns (uint256);
}
