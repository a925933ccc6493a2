// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Phase} from "./IShareOffering.sol";

/// @title IReleases: how the money of a successful sale leaves escrow
interface IReleases {
    /// @notice The tranche that is asked for.
    /// @param by who asked; zero when nobody has.
    /// @param payableFrom seconds; zero until approved.
    /// @param id counts an offering's requests up from 1.
    /// @param approver who approved; the approval lasts while they are in office.
    /// @param payout who is paid: the business's payout wallet when it was approved; with another one the approval ends.
    /// @param objecting shares whose holders object.
    /// @param evidence hash of what the request rests on.
    struct Request {
        address by;
        uint40 payableFrom;
        uint32 id;
        address approver;
        uint32 objecting;
        address payout;
        bytes32 evidence;
    }

    /// @notice How far the money of an offering has left escrow.
    /// @param next index of the tranche that is next.
    /// @param requests how many requests there were.
    /// @param lastRelease seconds; when a tranche was paid last, zero for never.
    /// @param windingUp shares whose holders want to wind up.
    /// @param windUpFrom seconds; from when on the wind-up pays what is left to the holders, zero while there is none.
    struct Progress {
        uint8 next;
        uint32 requests;
        uint40 lastRelease;
        uint32 windingUp;
        uint40 windUpFrom;
    }

    /// @notice How a holder votes. Their shares are pledged while any of the first two is above zero.
    /// @param objecting shares with which they object, or objected, to the request `request`.
    /// @param windingUp shares with which they want to wind up.
    /// @param request id of the request they objected to last.
    /// @param nonce counts signed votes and withdrawals: a signature is good for the nonce of the moment alone.
    struct Vote {
        uint32 objecting;
        uint32 windingUp;
        uint32 request;
        uint32 nonce;
    }

    /// @notice Only the business's manager or the Town Ambassador may call this.
    error ReleasesNotManager(uint64 business, address caller);

    /// @notice The sale is not settled.
    error ReleasesNotSettled(uint256 offering, Phase phase);

    /// @notice Every tranche has been released.
    error ReleasesAllReleased(uint256 offering);

    /// @notice The tranche has been approved already.
    error ReleasesApproved(uint256 offering, uint256 tranche);

    /// @notice A release needs evidence.
    error ReleasesNoEvidence();

    /// @notice No tranche has been asked for with this evidence.
    error ReleasesNotRequested(uint256 offering, bytes32 evidence);

    /// @notice Who approves is not who asked.
    error ReleasesOwnRequest(address approver);

    /// @notice The payout wallet holds one of the town's two keys, and who decides is not who is paid.
    error ReleasesKeyIsPaid(uint64 business, address payout);

    /// @notice The tranche is not payable yet; `payableFrom` is zero while no acting ambassador's approval stands.
    error ReleasesNotPayable(uint256 offering, uint256 payableFrom, uint256 now_);

    /// @notice Only the share token of the business may call this.
    error ReleasesNotToken(uint64 business, address caller);

    /// @notice Only the town's or its country's ambassador may call this.
    error ReleasesNotAmbassador(uint32 town, address caller);

    /// @notice There is nothing asked for that could be objected to, or not this.
    error ReleasesNoRequest(uint256 offering, uint256 id);

    /// @notice Who has no shares has no vote.
    error ReleasesNoShares(uint256 offering, address holder);

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

    /// @notice A holder objected with all their shares; `objecting` shares do in all.
    event ReleaseObjected(
        uint256 indexed offering,
        uint256 indexed id,
        address indexed holder,
        uint256 shares,
        uint256 objecting
    );

    /// @notice Holders of one in `BLOCKING_PART` of the shares objected: the request is void.
    event ReleaseBlocked(uint256 indexed offering, uint256 indexed id);

    /// @notice The Country Ambassador took back what was asked for.
    event ReleaseRevoked(uint256 indexed offering, uint256 indexed id, address indexed by);

    /// @notice A holder voted with all their shares for winding up; `windingUp` shares do in all.
    event WindUpVoted(uint256 indexed offering, address indexed holder, uint256 shares, uint256 windingUp);

    /// @notice A holder took all votes back, signed ones that nobody has sent included, and is free to send shares.
    /// @param objecting shares that object to the present request after that, and `windingUp` for winding up.
    event VotesWithdrawn(uint256 indexed offering, address indexed holder, uint256 objecting, uint256 windingUp);

    /// @notice One of both ambassadors agreed to wind up.
    event WindUpAgreed(uint256 indexed offering, address indexed ambassador);

    /// @notice Nothing is released any more; from `windUpFrom` on, what is left is paid to the holders.
    event WindUpBegan(uint256 indexed offering, uint40 windUpFrom);

    /// @notice What was left in escrow was paid to the holders, as a dividend.
    event WindUpPaid(uint256 indexed offering, uint256 amount);

    /// @notice Asks for the next tranche, in place of what was asked for and is not approved. Only the business's
    /// manager or the Town Ambassador, in an active town.
    /// @dev Reverts with ReleasesNotManager, TownRegistryDormant, ReleasesNotSettled, ReleasesWindingUp,
    /// ReleasesAllReleased, ReleasesApproved, ReleasesNoEvidence.
    function request(uint256 offering, bytes32 evidence, string calldata uri) external;

    /// @notice Approves the tranche that was asked for with this evidence. Only the Country Ambassador, in an active
    /// town, who did not ask; who is paid holds no key.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, TownRegistryDormant, ReleasesNotRequested, ReleasesApproved,
    /// ReleasesOwnRequest, ReleasesKeyIsPaid.
    function approve(uint256 offering, bytes32 evidence) external;

    /// @notice Takes back what was asked for, approved or not; it can be asked for anew. Only the Country Ambassador.
    /// @dev Reverts with TownRegistryNoSuchTown, TownRegistryNotCountryAmbassador, ReleasesNoRequest.
    function revoke(uint256 offering) external;

    /// @notice Pays an approved tranche to the business's payout wallet, `RELEASE_DELAY` after the approval, while who
    /// approved it is in office. Anyone, in an active town.
    /// @dev Reverts with TownRegistryDormant, ReleasesNotPayable, ReleasesKeyIsPaid.
    function release(uint256 offering) external;

    /// @notice Objects to what is asked for, until it is paid. Only a holder, with all their shares, which stay where they
    /// are until the votes are withdrawn; once more after receiving more. Holders of one in `BLOCKING_PART` of the
    /// shares block it.
    /// @dev Reverts with ReleasesNoRequest, ReleasesNoShares.
    function object(uint256 offering) external;

    /// @notice The same for a holder who signed it, sent by anyone.
    /// @param signature of the holder's wallet (ERC-1271 aware) over the EIP-712 struct
    /// Objection(uint256 offering,uint256 id,address holder,uint256 nonce,uint256 deadline).
    /// @dev Reverts with ReleasesExpired, ReleasesNotSigned, and as `object` does.
    function objectWithSignature(
        uint256 offering,
        uint256 id,
        address holder,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Votes for paying what is left in escrow to the holders. Only a holder, with all their shares, which stay
    /// where they are until the votes are withdrawn; once more after receiving more. Holders of more than half the
    /// shares begin it, in a dormant town as well.
    /// @dev Reverts with ReleasesNotSettled, ReleasesWindingUp, ReleasesNothingLeft, ReleasesNoShares.
    function voteWindUp(uint256 offering) external;

    /// @notice The same for a holder who signed it, sent by anyone.
    /// @param signature of the holder's wallet (ERC-1271 aware) over the EIP-712 struct
    /// WindUp(uint256 offering,address holder,uint256 nonce,uint256 deadline).
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

    /// @notice Agrees to pay what is left in escrow to the holders; when the other ambassador, in office now, has agreed
    /// too, that begins. Only the two.
    /// @dev Reverts with ReleasesNotAmbassador, ReleasesNotSettled, ReleasesWindingUp, ReleasesNothingLeft,
    /// ReleasesAgreed.
    function agreeWindUp(uint256 offering) external;

    /// @notice The same when nothing has been released for a year, or never within a year of the sale's end. Anyone, in
    /// a dormant town as well.
    /// @dev Reverts with ReleasesNotSettled, ReleasesWindingUp, ReleasesNothingLeft, ReleasesNotStalled.
    function windUp(uint256 offering) external;

    /// @notice Pays what is left in escrow to the holders as a dividend, `WIND_UP_DELAY` after the wind-up began. Anyone,
    /// in a dormant town as well, once.
    /// @dev Reverts with ReleasesNotWoundUp, ReleasesNothingLeft.
    function payWindUp(uint256 offering) external;

    /// @notice The tranche that is asked for now.
    function requestOf(uint256 offering) external view returns (Request memory);

    /// @notice How far the money of an offering has left escrow.
    function progressOf(uint256 offering) external view returns (Progress memory);

    /// @notice How a holder votes.
    function voteOf(uint256 offering, address holder) external view returns (Vote memory);

    /// @notice The ambassador who agreed to the wind-up last; zero for nobody.
    function agreedOf(uint256 offering) external view returns (address);
}
