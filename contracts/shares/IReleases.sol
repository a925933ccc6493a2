// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Agreement} from "../lib/Agreement.sol";
import {Document} from "../lib/Document.sol";
import {Phase} from "./IShareOffering.sol";

/// @title IReleases: how the money of a successful sale leaves escrow
interface IReleases {
    /// @notice The tranche that is asked for.
    /// @param by who asked; zero when nobody has.
    /// @param until seconds; from then on it cannot be approved.
    /// @param id counts an offering's requests up from 1.
    /// @param approver who approved; the approval lasts while they are in office without a break.
    /// @param payableFrom seconds; zero until approved. `PAYABLE_FOR` later the approval has lapsed.
    /// @param payout who is paid: the business's payout wallet when it was approved; with another one the approval ends.
    /// @param evidence what the request rests on.
    struct Request {
        address by;
        uint40 until;
        uint32 id;
        address approver;
        uint40 payableFrom;
        address payout;
        Document evidence;
    }

    /// @notice How far the money of an offering has left escrow.
    /// @param next index of the tranche that is next.
    /// @param requests how many requests there were.
    /// @param lastRelease seconds; when a tranche was paid last, zero for never.
    /// @param askableFrom seconds; from when on the next tranche can be asked for again, zero when it was never blocked.
    /// @param objecting shares whose holders object to the next tranche.
    /// @param windingUp shares whose holders want to wind up.
    /// @param windUpFrom seconds; from when on the wind-up pays what is left to the holders, zero while there is none.
    struct Progress {
        uint8 next;
        uint32 requests;
        uint40 lastRelease;
        uint40 askableFrom;
        uint32 objecting;
        uint32 windingUp;
        uint40 windUpFrom;
    }

    /// @notice How a holder votes.
    /// @param objecting shares with which they object, or objected, to the tranche `tranche`.
    /// @param windingUp shares with which they want to wind up.
    /// @param tranche index of the tranche they objected to last.
    /// @param nonce counts signed votes and withdrawals: a signature is good for the nonce of the moment alone.
    struct Vote {
        uint32 objecting;
        uint32 windingUp;
        uint8 tranche;
        uint32 nonce;
    }

    /// @notice How far the holders' votes are. Shares of manager, payout wallet and Country Ambassador are in none of it.
    /// @param objecting shares that object to the next tranche. @param windingUp shares that want to wind up.
    /// @param votable shares that may. @param blockingPart one of so many of them blocks the next tranche.
    struct Tally {
        uint256 objecting;
        uint256 windingUp;
        uint256 votable;
        uint256 blockingPart;
    }

    /// @notice Only the business's manager or the Town Ambassador may call this.
    error ReleasesNotManager(uint64 business, address caller);

    /// @notice The sale is not settled.
    error ReleasesNotSettled(uint256 offering, Phase phase);

    /// @notice Every tranche has been released.
    error ReleasesAllReleased(uint256 offering);

    /// @notice The tranche has been approved already.
    error ReleasesApproved(uint256 offering, uint256 tranche);

    /// @notice Holders blocked the tranche; it can be asked for again from `askableFrom` (seconds) on.
    error ReleasesTooSoon(uint256 offering, uint256 askableFrom, uint256 now_);

    /// @notice A release needs evidence.
    error ReleasesNoEvidence();

    /// @notice This is not what is asked for, or has waited for too long, or who asked may not any more.
    error ReleasesNotRequested(uint256 offering, uint64 business, uint256 tranche, bytes32 evidence);

    /// @notice Who approves is not who asked.
    error ReleasesOwnRequest(address approver);

    /// @notice The payout wallet holds a key by now, and who decides is not who is paid; or it is no wallet that money of the
    /// town may be paid to: see ProjectRegistry.mayBePaid.
    error ReleasesBadPayout(uint64 business, address payout);

    /// @notice Holders of so many shares object, of those that may vote, that one of `part` blocks the tranche.
    error ReleasesObjectedTo(uint256 offering, uint256 objecting, uint256 votable, uint256 part);

    /// @notice The tranche is not payable yet; `payableFrom` is zero while no acting ambassador's approval stands.
    error ReleasesNotPayable(uint256 offering, uint256 payableFrom, uint256 now_);

    /// @notice Only the share token of the business may call this.
    error ReleasesNotToken(uint64 business, address caller);

    /// @notice There is nothing asked for that could be objected to, or taken back.
    error ReleasesNoRequest(uint256 offering);

    /// @notice Only the Country Ambassador, or until the approval who asked, may call this.
    error ReleasesNotApprover(uint256 offering, address caller);

    /// @notice Another tranche is next.
    error ReleasesOtherTranche(uint256 offering, uint256 tranche, uint256 next);

    /// @notice Who has no shares has no vote.
    error ReleasesNoShares(uint256 offering, address holder);

    /// @notice Manager and payout wallet of the business, and the Country Ambassador, have no vote.
    error ReleasesInsider(uint64 business, address holder);

    /// @notice The holder's wallet did not sign this for the nonce of the moment.
    error ReleasesNotSigned(uint256 offering, address holder, uint256 nonce);

    /// @notice The signature's deadline (seconds) has passed.
    error ReleasesExpired(uint256 deadline);

    /// @notice The wind-up has begun: nothing is released any more.
    error ReleasesWindingUp(uint256 offering, uint256 windUpFrom);

    /// @notice There is nothing left in escrow.
    error ReleasesNothingLeft(uint256 offering);

    /// @notice This ambassador has agreed to the wind-up already.
    error ReleasesAgreed(uint256 offering, address ambassador);

    /// @notice This ambassador's agreement is not what waits for the other's.
    error ReleasesNotAgreed(uint256 offering, address ambassador);

    /// @notice A year without a release is not over yet.
    error ReleasesNotStalled(uint256 offering, uint256 until, uint256 now_);

    /// @notice The wind-up does not pay yet; `windUpFrom` is zero while there is none.
    error ReleasesNotWoundUp(uint256 offering, uint256 windUpFrom, uint256 now_);

    /// @notice A tranche was asked for.
    event ReleaseRequested(
        uint256 indexed offering,
        uint256 indexed id,
        uint256 tranche,
        address indexed by,
        bytes32 evidence,
        string uri
    );

    /// @notice A tranche was approved, payable from `payableFrom` on.
    event ReleaseApproved(uint256 indexed offering, uint256 indexed id, address indexed by, uint40 payableFrom);

    /// @notice A tranche was paid to the business.
    event TrancheReleased(
        uint256 indexed offering,
        uint256 indexed id,
        uint256 tranche,
        address indexed payout,
        uint256 amount
    );

    /// @notice A holder objected to a tranche with all their shares; `objecting` shares do in all.
    event ReleaseObjected(
        uint256 indexed offering,
        uint256 indexed tranche,
        address indexed holder,
        uint256 shares,
        uint256 objecting
    );

    /// @notice Enough holders object: the request is void, and the tranche can be asked for again from `askableFrom` on.
    event ReleaseBlocked(uint256 indexed offering, uint256 indexed id, uint40 askableFrom);

    /// @notice The Country Ambassador, or who had asked, took back what was asked for.
    event ReleaseRevoked(uint256 indexed offering, uint256 indexed id, address indexed by);

    /// @notice A holder voted with all their shares for winding up; `windingUp` shares do in all.
    event WindUpVoted(uint256 indexed offering, address indexed holder, uint256 shares, uint256 windingUp);

    /// @notice A holder took all votes back, signed ones that nobody has sent included, and is free to send shares.
    /// @param objecting shares that object to the next tranche after that, and `windingUp` for winding up.
    event VotesWithdrawn(uint256 indexed offering, address indexed holder, uint256 objecting, uint256 windingUp);

    /// @notice One of both ambassadors agreed to wind up, which counts until `until` (seconds).
    event WindUpAgreed(uint256 indexed offering, address indexed ambassador, uint40 until);

    /// @notice The ambassador who had agreed to wind up took that back.
    event WindUpAgreementWithdrawn(uint256 indexed offering, address indexed ambassador);

    /// @notice Nothing is released any more; from `windUpFrom` on, what is left is paid to the holders.
    event WindUpBegan(uint256 indexed offering, uint40 windUpFrom);

    /// @notice What was left in escrow was paid to the holders, as a dividend.
    event WindUpPaid(uint256 indexed offering, uint256 amount);

    /// @notice Asks for the next tranche, in place of what was asked for and is not approved; it waits `REQUEST_LASTS` for
    /// the Country Ambassador. Only the business's manager or the Town Ambassador, in an active town. Where objections that
    /// stand are enough already, it is blocked at once.
    /// @dev Reverts with ReleasesNotManager, TownRegistryDormant, ReleasesNotSettled, ReleasesWindingUp,
    /// ReleasesAllReleased, ReleasesApproved, ReleasesTooSoon, ReleasesNoEvidence.
    function request(uint256 offering, Document calldata evidence) external;

    /// @notice Approves the tranche that was asked for: of this business, with this number, for this evidence. Only the
    /// Country Ambassador, in an active town, who did not ask; who is paid holds no key and is no contract of the system.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, TownRegistryDormant, ReleasesNotRequested, ReleasesApproved,
    /// ReleasesOwnRequest, ReleasesObjectedTo, ReleasesBadPayout.
    function approve(uint256 offering, uint64 business, uint256 tranche, bytes32 evidence) external;

    /// @notice Takes back what was asked for; it can be asked for anew. The Country Ambassador, also when it is approved;
    /// who asked, until it is.
    /// @dev Reverts with ReleasesNoRequest, ReleasesNotApprover.
    function revoke(uint256 offering) external;

    /// @notice Pays an approved tranche to the business's payout wallet, from `RELEASE_DELAY` after the approval on and for
    /// `PAYABLE_FOR`, while who approved it is in office. Anyone, in an active town.
    /// @dev Reverts with TownRegistryDormant, ReleasesNotPayable, ReleasesObjectedTo, ReleasesBadPayout.
    function release(uint256 offering) external;

    /// @notice Objects to the tranche that is asked for, whatever is asked for it anew, until it is paid or wound up. Only a
    /// holder who is no insider, with all their shares, which stay where they are meanwhile; once more after receiving
    /// more. Holders of one in `BLOCKING_PART` of the shares that may vote block it; from then on of one in
    /// `BLOCKING_PART_AGAIN`.
    /// @dev Reverts with ReleasesNoRequest, ReleasesInsider, ReleasesNoShares.
    function object(uint256 offering) external;

    /// @notice The same for a holder who signed it, sent by anyone.
    /// @param tranche the tranche that is next.
    /// @param signature of the holder's wallet (ERC-1271 aware) over the EIP-712 struct
    /// Objection(uint256 offering,uint64 business,uint256 tranche,address holder,uint256 nonce,uint256 deadline).
    /// @dev Reverts with ReleasesOtherTranche, ReleasesExpired, ReleasesNotSigned, and as `object` does.
    function objectWithSignature(
        uint256 offering,
        uint256 tranche,
        address holder,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Votes for paying what is left in escrow to the holders. Only a holder who is no insider, with all their
    /// shares, which stay where they are until the votes are withdrawn; once more after receiving more. Holders of more
    /// than one in `WINDING_UP_PART` of the shares that may vote begin it, in a dormant town as well.
    /// @dev Reverts with ReleasesNotSettled, ReleasesWindingUp, ReleasesNothingLeft, ReleasesInsider, ReleasesNoShares.
    function voteWindUp(uint256 offering) external;

    /// @notice The same for a holder who signed it, sent by anyone.
    /// @param signature of the holder's wallet (ERC-1271 aware) over the EIP-712 struct
    /// WindUp(uint256 offering,uint64 business,address holder,uint256 nonce,uint256 deadline).
    /// @dev Reverts with ReleasesExpired, ReleasesNotSigned, and as `voteWindUp` does.
    function voteWindUpWithSignature(
        uint256 offering,
        address holder,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Takes all of the caller's votes in one offering back, signed ones that nobody has sent included, and frees
    /// their shares. What was blocked or has begun stays so.
    function withdraw(uint256 offering) external;

    /// @notice Takes a holder's votes back because their shares go to another wallet. Only the business's share token.
    /// @dev Reverts with ReleasesNotToken.
    function drop(uint64 business, address holder) external;

    /// @notice Agrees to pay what is left in escrow to the holders; when the other ambassador, in office now, agreed within
    /// `AGREEMENT_LASTS` before, that begins. Only the two.
    /// @dev Reverts with TownRegistryNotAmbassador, ReleasesNotSettled, ReleasesWindingUp, ReleasesNothingLeft,
    /// ReleasesAgreed.
    function agreeWindUp(uint256 offering) external;

    /// @notice Takes the caller's agreement to wind up back. Only the ambassador who agreed last.
    /// @dev Reverts with ReleasesNotAgreed.
    function withdrawAgreement(uint256 offering) external;

    /// @notice The same when nothing has been released for `STALLED_AFTER`, or never since the sale's end, unless a tranche is
    /// approved, unblocked and not lapsed. Anyone, in a dormant town as well.
    /// @dev Reverts with ReleasesNotSettled, ReleasesWindingUp, ReleasesNothingLeft, ReleasesNotStalled, ReleasesApproved.
    function windUp(uint256 offering) external;

    /// @notice Pays what is left in escrow to the holders as a dividend, `WIND_UP_DELAY` after the wind-up began. Anyone, in
    /// a dormant town as well, once.
    /// @dev Reverts with ReleasesNotWoundUp, ReleasesNothingLeft.
    function payWindUp(uint256 offering) external;

    /// @notice The tranche that is asked for, as it stands now: all zero when none is, or it has lapsed; without approver,
    /// payout wallet and time while no approval stands.
    function requestOf(uint256 offering) external view returns (Request memory);

    /// @notice How far the money of an offering has left escrow.
    function progressOf(uint256 offering) external view returns (Progress memory);

    /// @notice How a holder votes.
    function voteOf(uint256 offering, address holder) external view returns (Vote memory);

    /// @notice How far the holders' votes are.
    function tallyOf(uint256 offering) external view returns (Tally memory);

    /// @notice Whether an objection or vote of a holder stands, and so keeps their shares where they are.
    function isHeld(uint64 business, address holder) external view returns (bool);

    /// @notice The ambassador who agreed to the wind-up last, and until when that counts; all zero for nobody.
    function agreementOf(uint256 offering) external view returns (Agreement memory);
}
