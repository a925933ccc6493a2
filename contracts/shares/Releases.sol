// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Agreement, Agreements} from "../lib/Agreement.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Tranches} from "../lib/Tranches.sol";
import {Votes} from "../lib/Votes.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry} from "../projects/IProjectRegistry.sol";
import {IReleases} from "./IReleases.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";
import {Phases} from "./Phases.sol";

/// @title Releases: how the money of a successful sale leaves escrow
/// @notice Holds no money: escrow stays with the ShareOffering, which pays out what is agreed here and nothing else. The
/// business's manager or the Town Ambassador asks for the next tranche with evidence, the Country Ambassador approves
/// exactly that, and may take it back; from `RELEASE_DELAY` later, and for `PAYABLE_FOR`, anyone has it paid to the payout
/// wallet of that day, unless holders of one in `BLOCKING_PART` of the shares object before. What was blocked is asked
/// for again after `ASK_AGAIN_AFTER`, and from then on one in `BLOCKING_PART_AGAIN` blocks it; an objection holds for its
/// tranche, whatever is asked for it anew. Both ambassadors, or holders of more than half the shares, or anyone
/// `STALLED_AFTER` the last release can have what is left paid to the holders, `WIND_UP_DELAY` later. Nobody can be paid
/// out of order, more than the terms say, or by one person alone; vote on what they ask for, approve or are paid; vote
/// twice with one share; or be kept from taking a vote back.
/// Units: whole shares; the currency's units; seconds. Assumes: what the ShareOffering says of a settled sale does not
/// change. Known limits: what evidence is worth is for people to judge; who holds shares for an insider is not seen.
contract Releases is IReleases, ReentrancyGuardTransient, EIP712 {
    using Agreements for Agreement;
    using Phases for IShareOffering.Sale;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    /// @notice How long what was asked for waits for the Country Ambassador.
    uint256 public constant REQUEST_LASTS = SecondKey.WAITS;

    /// @notice How long after its approval a tranche is paid.
    uint256 public constant RELEASE_DELAY = 7 days;

    /// @notice How long after a tranche became payable its approval lapses.
    uint256 public constant PAYABLE_FOR = 30 days;

    /// @notice How long after it was blocked a tranche can be asked for again.
    uint256 public constant ASK_AGAIN_AFTER = 30 days;

    /// @notice How long after it began a wind-up pays.
    uint256 public constant WIND_UP_DELAY = 14 days;

    /// @notice How long after the last release anyone may wind up.
    uint256 public constant STALLED_AFTER = 365 days;

    /// @notice One of so many shares blocks a release.
    uint256 public constant BLOCKING_PART = 5;

    /// @notice The same for a tranche that was blocked before.
    uint256 public constant BLOCKING_PART_AGAIN = 3;

    /// @notice More than one of so many shares begins the wind-up.
    uint256 public constant WINDING_UP_PART = 2;

    bytes32 private constant _OBJECTION_TYPEHASH = keccak256(
        "Objection(uint256 offering,uint64 business,uint256 tranche,address holder,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _WIND_UP_TYPEHASH = keccak256(
        "WindUp(uint256 offering,uint64 business,address holder,uint256 nonce,uint256 deadline)"
    );

    ITownRegistry private immutable _TOWNS;
    IProjectRegistry private immutable _PROJECTS;
    IShareOffering private immutable _OFFERING;

    mapping(uint256 offering => Request) private _requests;
    mapping(uint256 offering => Progress) private _progress;
    mapping(uint256 offering => mapping(address holder => Vote)) private _votes;
    mapping(uint256 offering => Agreement) private _agreements;

    constructor(
        ITownRegistry towns,
        IProjectRegistry projects,
        IShareOffering offering
    ) EIP712("One Small Town releases", "1") {
        _TOWNS = towns;
        _PROJECTS = projects;
        _OFFERING = offering;
    }

    /// @inheritdoc IReleases
    function request(uint256 offering, Document calldata evidence) external {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint64 business = asset.business;
        require(_mayRequest(business, msg.sender), ReleasesNotManager(business, msg.sender));
        _TOWNS.requireActive(business.townOf());
        Progress memory progress = _requireRunning(offering);
        require(progress.next < _tranchesOf(offering).length, ReleasesAllReleased(offering));
        require(!_isApproved(business, _requests[offering]), ReleasesApproved(offering, progress.next));
        uint256 askableFrom = progress.askableFrom;
        require(block.timestamp >= askableFrom, ReleasesTooSoon(offering, askableFrom, block.timestamp));
        require(evidence.hash != 0, ReleasesNoEvidence());

        uint32 id = progress.requests + 1;
        _progress[offering].requests = id;
        _requests[offering] = Request({
            by: msg.sender,
            until: Moments.in40Bits(block.timestamp + REQUEST_LASTS),
            id: id,
            approver: address(0),
            payableFrom: 0,
            payout: address(0),
            evidence: evidence
        });

        emit ReleaseRequested({
            offering: offering,
            id: id,
            tranche: progress.next,
            by: msg.sender,
            evidence: evidence.hash,
            uri: evidence.uri
        });

        _blockIfReached(offering, asset);
    }

    /// @inheritdoc IReleases
    function approve(uint256 offering, uint64 business, uint256 tranche, bytes32 evidence) external {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        _TOWNS.requireCountryAmbassador(asset.business.townOf(), msg.sender);
        _TOWNS.requireActive(asset.business.townOf());
        Request storage pending = _requests[offering];
        require(
            business == asset.business && tranche == _progress[offering].next && pending.evidence.hash == evidence,
            ReleasesNotRequested(offering, business, tranche, evidence)
        );
        require(!_isApproved(business, pending), ReleasesApproved(offering, tranche));
        require(_waits(business, pending), ReleasesNotRequested(offering, business, tranche, evidence));
        require(msg.sender != pending.by, ReleasesOwnRequest(msg.sender));
        _requireUnblocked(offering, asset);
        address payout = _requirePayout(asset.business);

        uint40 payableFrom = Moments.in40Bits(block.timestamp + RELEASE_DELAY);
        pending.payout = payout;
        pending.payableFrom = payableFrom;
        pending.approver = msg.sender;

        emit ReleaseApproved(offering, pending.id, msg.sender, payableFrom);
    }

    /// @inheritdoc IReleases
    function revoke(uint256 offering) external {
        Request storage pending = _requests[offering];
        uint256 id = pending.id;
        require(id != 0, ReleasesNoRequest(offering));
        uint32 town = _OFFERING.assetOf(offering).business.townOf();
        require(
            _TOWNS.isCountryAmbassador(town, msg.sender) || (msg.sender == pending.by && pending.payableFrom == 0),
            ReleasesNotApprover(offering, msg.sender)
        );

        delete _requests[offering];

        emit ReleaseRevoked(offering, id, msg.sender);
    }

    /// @inheritdoc IReleases
    function release(uint256 offering) external nonReentrant {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        _TOWNS.requireActive(asset.business.townOf());
        Request storage pending = _requests[offering];
        uint256 payableFrom = _isApproved(asset.business, pending) ? pending.payableFrom : 0;
        require(
            payableFrom != 0 && block.timestamp >= payableFrom,
            ReleasesNotPayable(offering, payableFrom, block.timestamp)
        );
        _requireUnblocked(offering, asset);
        address payout = _requirePayout(asset.business);

        uint256 id = pending.id;
        uint8 tranche = _progress[offering].next;
        uint16[] memory tranches = _tranchesOf(offering);
        uint256 amount = Tranches.amountOf({
            raised: asset.token.totalSupply() * asset.price,
            released: _OFFERING.releasedOf(offering),
            basisPoints: tranches[tranche],
            last: tranche + 1 == tranches.length
        });
        _progress[offering].next = tranche + 1;
        _progress[offering].lastRelease = Moments.in40Bits(block.timestamp);
        _progress[offering].askableFrom = 0;
        _progress[offering].objecting = 0;
        delete _requests[offering];

        emit TrancheReleased({offering: offering, id: id, tranche: tranche, payout: payout, amount: amount});

        _OFFERING.payOut(offering, payout, amount);
    }

    /// @inheritdoc IReleases
    function object(uint256 offering) external {
        _object(offering, msg.sender);
    }

    /// @inheritdoc IReleases
    function objectWithSignature(
        uint256 offering,
        uint256 tranche,
        address holder,
        uint256 deadline,
        bytes calldata signature
    ) external {
        uint256 next = _progress[offering].next;
        require(tranche == next, ReleasesOtherTranche(offering, tranche, next));
        uint64 business = _OFFERING.assetOf(offering).business;
        uint256 nonce = _votes[offering][holder].nonce;
        bytes32 hash = keccak256(abi.encode(_OBJECTION_TYPEHASH, offering, business, tranche, holder, nonce, deadline));
        _useSignature({offering: offering, holder: holder, deadline: deadline, hash: hash, signature: signature});

        _object(offering, holder);
    }

    /// @inheritdoc IReleases
    function voteWindUp(uint256 offering) external {
        _voteWindUp(offering, msg.sender);
    }

    /// @inheritdoc IReleases
    function voteWindUpWithSignature(
        uint256 offering,
        address holder,
        uint256 deadline,
        bytes calldata signature
    ) external {
        uint64 business = _OFFERING.assetOf(offering).business;
        uint256 nonce = _votes[offering][holder].nonce;
        bytes32 hash = keccak256(abi.encode(_WIND_UP_TYPEHASH, offering, business, holder, nonce, deadline));
        _useSignature({offering: offering, holder: holder, deadline: deadline, hash: hash, signature: signature});

        _voteWindUp(offering, holder);
    }

    /// @inheritdoc IReleases
    function withdraw(uint256 offering) external {
        _withdraw(offering, msg.sender);
    }

    /// @inheritdoc IReleases
    function drop(uint64 business, address holder) external {
        // A token that is not settled has no votes to drop, and once one is settled there is no later offering.
        uint256 offering = _OFFERING.latestOf(business);
        require(msg.sender == address(_OFFERING.assetOf(offering).token), ReleasesNotToken(business, msg.sender));

        _withdraw(offering, holder);
    }

    /// @inheritdoc IReleases
    function agreeWindUp(uint256 offering) external {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint32 town = asset.business.townOf();
        _TOWNS.requireAmbassador(town, msg.sender);
        _requireLeft(offering, asset);
        Agreement memory before = _agreements[offering];
        bool waits = before.waits() && _TOWNS.isAmbassador(town, before.by);
        require(!waits || before.by != msg.sender, ReleasesAgreed(offering, msg.sender));

        Agreement memory agreement = Agreements.agreementOf(msg.sender);
        _agreements[offering] = agreement;

        emit WindUpAgreed(offering, msg.sender, agreement.until);

        if (waits) _beginWindUp(offering); // not nobody, somebody who has left office, or too long ago
    }

    /// @inheritdoc IReleases
    function withdrawAgreement(uint256 offering) external {
        require(_agreements[offering].by == msg.sender, ReleasesNotAgreed(offering, msg.sender));

        delete _agreements[offering];

        emit WindUpAgreementWithdrawn(offering, msg.sender);
    }

    /// @inheritdoc IReleases
    function windUp(uint256 offering) external {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        Progress memory progress = _requireLeft(offering, asset);
        uint256 since = progress.lastRelease == 0 ? _endOf(offering) : progress.lastRelease;
        uint256 until = since + STALLED_AFTER;
        require(block.timestamp >= until, ReleasesNotStalled(offering, until, block.timestamp));
        require(
            !_isApproved(asset.business, _requests[offering]) || _isReached(_tallyOf(offering, asset)),
            ReleasesApproved(offering, progress.next)
        );

        _beginWindUp(offering);
    }

    /// @inheritdoc IReleases
    function payWindUp(uint256 offering) external nonReentrant {
        uint256 windUpFrom = _progress[offering].windUpFrom;
        require(
            windUpFrom != 0 && block.timestamp >= windUpFrom,
            ReleasesNotWoundUp(offering, windUpFrom, block.timestamp)
        );
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint256 left = _leftOf(offering, asset);
        require(left > 0, ReleasesNothingLeft(offering));

        emit WindUpPaid(offering, left);

        _OFFERING.payOut(offering, address(this), left);
        asset.currency.forceApprove(address(asset.token), left);
        asset.token.deposit(left);
    }

    /// @inheritdoc IReleases
    function requestOf(uint256 offering) external view returns (Request memory pending) {
        Request storage kept = _requests[offering];
        uint64 business = _OFFERING.assetOf(offering).business;
        bool approved = _isApproved(business, kept);
        if (!approved && !_waits(business, kept)) return pending;

        pending = kept;
        if (!approved) (pending.approver, pending.payableFrom, pending.payout) = (address(0), 0, address(0));
    }

    /// @inheritdoc IReleases
    function progressOf(uint256 offering) external view returns (Progress memory) {
        return _progress[offering];
    }

    /// @inheritdoc IReleases
    function voteOf(uint256 offering, address holder) external view returns (Vote memory) {
        return _votes[offering][holder];
    }

    /// @inheritdoc IReleases
    function tallyOf(uint256 offering) external view returns (Tally memory) {
        return _tallyOf(offering, _OFFERING.assetOf(offering));
    }

    /// @inheritdoc IReleases
    function agreementOf(uint256 offering) external view returns (Agreement memory) {
        return _agreements[offering];
    }

    /// @inheritdoc IReleases
    function isHeld(uint64 business, address holder) external view returns (bool) {
        uint256 offering = _OFFERING.latestOf(business);
        Progress memory progress = _progress[offering];
        Vote memory vote = _votes[offering][holder];
        if (progress.windUpFrom != 0 || (vote.objecting == 0 && vote.windingUp == 0)) return false;
        return _objects(vote, progress) || (vote.windingUp > 0 && progress.next < _tranchesOf(offering).length);
    }

    /// @dev A holder's shares count once: those that vote cannot be sent, and a vote replaces the holder's last one.
    function _object(uint256 offering, address holder) private {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        Request storage pending = _requests[offering];
        require(_waits(asset.business, pending) || _isApproved(asset.business, pending), ReleasesNoRequest(offering));
        uint32 shares = _votesOf(offering, asset, holder);

        Progress memory progress = _progress[offering];
        Vote memory vote = _votes[offering][holder];
        uint32 objecting = progress.objecting + shares - (_objects(vote, progress) ? vote.objecting : 0);
        _progress[offering].objecting = objecting;
        vote.objecting = shares;
        vote.tranche = progress.next;
        _votes[offering][holder] = vote;

        emit ReleaseObjected({
            offering: offering,
            tranche: progress.next,
            holder: holder,
            shares: shares,
            objecting: objecting
        });

        _blockIfReached(offering, asset);
        asset.token.pledge(holder);
    }

    /// @dev Ends what is asked for when objections that stand are enough.
    function _blockIfReached(uint256 offering, IShareOffering.Asset memory asset) private {
        if (!_isReached(_tallyOf(offering, asset))) return;
        uint256 id = _requests[offering].id;

        uint40 askableFrom = Moments.in40Bits(block.timestamp + ASK_AGAIN_AFTER);
        _progress[offering].askableFrom = askableFrom;
        delete _requests[offering];

        emit ReleaseBlocked(offering, id, askableFrom);
    }

    function _voteWindUp(uint256 offering, address holder) private {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint32 windingUp = _requireLeft(offering, asset).windingUp;
        uint32 shares = _votesOf(offering, asset, holder);

        Vote memory vote = _votes[offering][holder];
        windingUp += shares - vote.windingUp;
        vote.windingUp = shares;
        _votes[offering][holder] = vote;
        _progress[offering].windingUp = windingUp;

        emit WindUpVoted(offering, holder, shares, windingUp);

        Tally memory tally = _tallyOf(offering, asset);
        if (Votes.exceed(tally.windingUp, WINDING_UP_PART, tally.votable)) _beginWindUp(offering);
        asset.token.pledge(holder);
    }

    /// @dev Takes a holder's votes back and frees their shares. The nonce makes signed votes void that nobody has sent.
    function _withdraw(uint256 offering, address holder) private {
        Progress memory progress = _progress[offering];
        Vote memory vote = _votes[offering][holder];
        if (_objects(vote, progress)) progress.objecting -= vote.objecting;
        progress.windingUp -= vote.windingUp;

        _progress[offering] = progress;
        _votes[offering][holder] = Vote({objecting: 0, windingUp: 0, tranche: 0, nonce: vote.nonce + 1});

        emit VotesWithdrawn(offering, holder, progress.objecting, progress.windingUp);

        if (vote.objecting > 0 || vote.windingUp > 0) _OFFERING.assetOf(offering).token.unpledge(holder);
    }

    /// @dev Stops what is asked for, and lets nothing be asked for any more.
    function _beginWindUp(uint256 offering) private {
        uint40 windUpFrom = Moments.in40Bits(block.timestamp + WIND_UP_DELAY);
        _progress[offering].windUpFrom = windUpFrom;
        _progress[offering].objecting = 0;
        delete _requests[offering];

        emit WindUpBegan(offering, windUpFrom);
    }

    /// @dev Uses up the nonce of a holder's signature.
    function _useSignature(
        uint256 offering,
        address holder,
        uint256 deadline,
        bytes32 hash,
        bytes calldata signature
    ) private {
        require(block.timestamp <= deadline, ReleasesExpired(deadline));
        uint32 nonce = _votes[offering][holder].nonce;
        bool signed = Signatures.isSigned(holder, _hashTypedDataV4(hash), signature);
        require(signed, ReleasesNotSigned(offering, holder, nonce));

        _votes[offering][holder].nonce = nonce + 1;
    }

    function _mayRequest(uint64 business, address wallet) private view returns (bool) {
        return _PROJECTS.managesSince(business, wallet) != 0 || _TOWNS.isTownAmbassador(business.townOf(), wallet);
    }

    /// @dev What was asked for waits for a while, and lapses for good with the office of who asked.
    function _waits(uint64 business, Request storage pending) private view returns (bool) {
        (address by, uint256 until) = (pending.by, pending.until);
        if (until == 0) return false;
        uint256 askedAt = until - REQUEST_LASTS;
        return
            SecondKey.isAwaited(askedAt, _PROJECTS.managesSince(business, by)) ||
            SecondKey.isAwaited(askedAt, _TOWNS.actsSince(business.townOf(), by));
    }

    /// @dev An approval lasts for a while, while who gave it is in office without a break, and the wallet is paid that it was
    /// given for.
    function _isApproved(uint64 business, Request storage pending) private view returns (bool) {
        uint256 payableFrom = pending.payableFrom;
        if (payableFrom == 0 || block.timestamp >= payableFrom + PAYABLE_FOR) return false;
        uint256 since = _TOWNS.actsSince(business.townOf(), pending.approver);
        return
            since != 0 &&
            since <= payableFrom - RELEASE_DELAY &&
            pending.payout == _PROJECTS.projectOf(business).payout;
    }

    /// @dev The votes as they are counted, without the few wallets that may not vote: shares that reached them, and what
    /// they said before they became insiders.
    function _tallyOf(uint256 offering, IShareOffering.Asset memory asset) private view returns (Tally memory tally) {
        Progress memory progress = _progress[offering];
        tally = Tally({
            objecting: progress.objecting,
            windingUp: progress.windingUp,
            votable: asset.token.totalSupply(),
            blockingPart: progress.askableFrom == 0 ? BLOCKING_PART : BLOCKING_PART_AGAIN
        });
        address[3] memory insiders = _insidersOf(asset.business);
        for (uint256 i = 0; i < insiders.length; i++) {
            Vote memory vote = _votes[offering][insiders[i]];
            tally.votable -= asset.token.balanceOf(insiders[i]);
            tally.windingUp -= vote.windingUp;
            if (_objects(vote, progress)) tally.objecting -= vote.objecting;
        }
    }

    /// @dev Those of whom `isInsider` is true, each once.
    function _insidersOf(uint64 business) private view returns (address[3] memory insiders) {
        IProjectRegistry.Project memory project = _PROJECTS.projectOf(business);
        address approver = _TOWNS.countryKeyOf(business.townOf());
        insiders[0] = project.manager;
        if (project.payout != project.manager) insiders[1] = project.payout;
        if (approver != project.manager && approver != project.payout) insiders[2] = approver;
    }

    function _requireUnblocked(uint256 offering, IShareOffering.Asset memory asset) private view {
        Tally memory tally = _tallyOf(offering, asset);
        require(!_isReached(tally), ReleasesObjectedTo(offering, tally.objecting, tally.votable, tally.blockingPart));
    }

    /// @dev The shares of somebody who has some, and may vote with them.
    function _votesOf(
        uint256 offering,
        IShareOffering.Asset memory asset,
        address holder
    ) private view returns (uint32 shares) {
        require(!_OFFERING.isInsider(asset.business, holder), ReleasesInsider(asset.business, holder));
        shares = uint32(asset.token.balanceOf(holder)); // which the token keeps in as many bits
        require(shares > 0, ReleasesNoShares(offering, holder));
    }

    /// @dev What is still in escrow of a settled sale.
    function _leftOf(uint256 offering, IShareOffering.Asset memory asset) private view returns (uint256) {
        return asset.token.totalSupply() * asset.price - _OFFERING.releasedOf(offering);
    }

    function _requireLeft(
        uint256 offering,
        IShareOffering.Asset memory asset
    ) private view returns (Progress memory progress) {
        progress = _requireRunning(offering);
        require(_leftOf(offering, asset) > 0, ReleasesNothingLeft(offering));
    }

    /// @dev A settled sale that nobody winds up.
    function _requireRunning(uint256 offering) private view returns (Progress memory progress) {
        Phase phase = _OFFERING.phaseOf(offering);
        require(phase == Phase.Settled, ReleasesNotSettled(offering, phase));
        progress = _progress[offering];
        require(progress.windUpFrom == 0, ReleasesWindingUp(offering, progress.windUpFrom));
    }

    /// @dev A payout wallet is appointed without a key, and might get one afterwards.
    function _requirePayout(uint64 business) private view returns (address payout) {
        payout = _PROJECTS.projectOf(business).payout;
        require(_PROJECTS.mayBePaid(business.townOf(), payout), ReleasesBadPayout(business, payout));
    }

    /// @dev When the phase ended in which a sale succeeded, in seconds.
    function _endOf(uint256 offering) private view returns (uint256) {
        IShareOffering.Sale memory sale = _OFFERING.saleOf(offering);
        return sale.endOf(Phase(uint8(sale.scope)));
    }

    function _tranchesOf(uint256 offering) private view returns (uint16[] memory) {
        return _OFFERING.tranchesOf(offering);
    }

    /// @dev Whether a holder's objection is to the tranche that is next, and so stands.
    function _objects(Vote memory vote, Progress memory progress) private pure returns (bool) {
        return vote.tranche == progress.next && progress.windUpFrom == 0 && vote.objecting > 0;
    }

    function _isReached(Tally memory tally) private pure returns (bool) {
        // Nobody is never enough, however few may vote.
        return tally.objecting > 0 && Votes.reach(tally.objecting, tally.blockingPart, tally.votable);
    }
}
