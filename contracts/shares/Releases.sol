// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Moments} from "../lib/Moments.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Tranches} from "../lib/Tranches.sol";
import {Votes} from "../lib/Votes.sol";
import {IMemberRegistry, Tier} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry} from "../projects/IProjectRegistry.sol";
import {IReleases} from "./IReleases.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";

/// @title Releases: how the money of a successful sale leaves escrow
/// @notice Holds no money: escrow stays with the ShareOffering, which pays out what is agreed here and nothing else. The
/// business's manager or the Town Ambassador asks for the next tranche with evidence, the Country Ambassador approves
/// exactly that, and may take it back; `RELEASE_DELAY` later anyone has it paid to the payout wallet of that day, unless
/// holders of one in `BLOCKING_PART` of the shares object before. Both ambassadors, or holders of more than half the
/// shares, or anyone `STALLED_AFTER` the last release can have what is left paid to the holders, `WIND_UP_DELAY` later.
/// Nobody can be paid out of order, more than the terms say, or by one person alone; vote twice with one share; or be
/// kept from taking a vote back.
/// Units: whole shares; the currency's units; seconds. Assumes: what the ShareOffering says of a settled sale does not
/// change. Known limits: what evidence is worth is for people to judge; shares that vote cannot be sent until the vote
/// is withdrawn, also when what it was for is over.
contract Releases is IReleases, ReentrancyGuardTransient, EIP712 {
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    /// @notice How long after its approval a tranche is paid.
    uint256 public constant RELEASE_DELAY = 7 days;

    /// @notice How long after it began a wind-up pays.
    uint256 public constant WIND_UP_DELAY = 14 days;

    /// @notice How long after the last release anyone may wind up.
    uint256 public constant STALLED_AFTER = 365 days;

    /// @notice One of so many shares blocks a release.
    uint256 public constant BLOCKING_PART = 5;

    // More than one of so many shares begins a wind-up.
    uint256 private constant _WINDING_UP_PART = 2;

    bytes32 private constant _OBJECTION_TYPEHASH = keccak256(
        "Objection(uint256 offering,uint256 id,address holder,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant _WIND_UP_TYPEHASH = keccak256(
        "WindUp(uint256 offering,address holder,uint256 nonce,uint256 deadline)"
    );

    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IShareOffering private immutable _OFFERING;

    mapping(uint256 offering => Request) private _requests;
    mapping(uint256 offering => Progress) private _progress;
    mapping(uint256 offering => mapping(address holder => Vote)) private _votes;

    /// @inheritdoc IReleases
    mapping(uint256 offering => address) public agreedOf;

    constructor(
        ITownRegistry towns,
        IMemberRegistry members,
        IProjectRegistry projects,
        IShareOffering offering
    ) EIP712("One Small Town releases", "1") {
        _TOWNS = towns;
        _MEMBERS = members;
        _PROJECTS = projects;
        _OFFERING = offering;
    }

    /// @inheritdoc IReleases
    function request(uint256 offering, bytes32 evidence, string calldata uri) external {
        uint64 business = _OFFERING.assetOf(offering).business;
        uint32 town = business.townOf();
        require(
            _PROJECTS.isManager(business, msg.sender) || _TOWNS.isTownAmbassador(town, msg.sender),
            ReleasesNotManager(business, msg.sender)
        );
        _TOWNS.requireActive(town);
        Progress memory progress = _requireRunning(offering);
        require(progress.next < _OFFERING.escrowOf(offering).count, ReleasesAllReleased(offering));
        require(!_isApproved(business, _requests[offering]), ReleasesApproved(offering, progress.next));
        require(evidence != 0, ReleasesNoEvidence());

        uint32 id = progress.requests + 1;
        _progress[offering].requests = id;
        _requests[offering] = Request({
            by: msg.sender,
            payableFrom: 0,
            id: id,
            approver: address(0),
            objecting: 0,
            payout: address(0),
            evidence: evidence
        });

        emit ReleaseRequested({
            offering: offering,
            id: id,
            tranche: progress.next,
            by: msg.sender,
            evidence: evidence,
            uri: uri
        });
    }

    /// @inheritdoc IReleases
    function approve(uint256 offering, bytes32 evidence) external {
        uint64 business = _OFFERING.assetOf(offering).business;
        uint32 town = business.townOf();
        _TOWNS.requireCountryAmbassador(town, msg.sender);
        _TOWNS.requireActive(town);
        Request memory pending = _requests[offering];
        require(evidence != 0 && pending.evidence == evidence, ReleasesNotRequested(offering, evidence));
        require(!_isApproved(business, pending), ReleasesApproved(offering, _progress[offering].next));
        require(msg.sender != pending.by, ReleasesOwnRequest(msg.sender));
        address payout = _requirePayout(business);

        pending.payout = payout;
        pending.payableFrom = Moments.in40Bits(block.timestamp + RELEASE_DELAY);
        pending.approver = msg.sender;
        _requests[offering] = pending;

        emit ReleaseApproved(offering, pending.id, msg.sender, pending.payableFrom);
    }

    /// @inheritdoc IReleases
    function revoke(uint256 offering) external {
        _TOWNS.requireCountryAmbassador(_OFFERING.assetOf(offering).business.townOf(), msg.sender);
        uint256 id = _requests[offering].id;
        require(id != 0, ReleasesNoRequest(offering, 0));

        delete _requests[offering];

        emit ReleaseRevoked(offering, id, msg.sender);
    }

    /// @inheritdoc IReleases
    function release(uint256 offering) external nonReentrant {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        _TOWNS.requireActive(asset.business.townOf());
        Request memory pending = _requests[offering];
        uint256 payableFrom = _isApproved(asset.business, pending) ? pending.payableFrom : 0;
        require(
            payableFrom != 0 && block.timestamp >= payableFrom,
            ReleasesNotPayable(offering, payableFrom, block.timestamp)
        );
        address payout = _requirePayout(asset.business);

        uint8 tranche = _progress[offering].next;
        uint256 amount = _amountOf(tranche, _OFFERING.escrowOf(offering), asset);
        _progress[offering].next = tranche + 1;
        _progress[offering].lastRelease = Moments.in40Bits(block.timestamp);
        delete _requests[offering];

        emit TrancheReleased({offering: offering, id: pending.id, tranche: tranche, payout: payout, amount: amount});

        _OFFERING.payOut(offering, payout, amount);
    }

    /// @inheritdoc IReleases
    function object(uint256 offering) external {
        _object(offering, msg.sender);
    }

    /// @inheritdoc IReleases
    function objectWithSignature(
        uint256 offering,
        uint256 id,
        address holder,
        uint256 deadline,
        bytes calldata signature
    ) external {
        require(id == _requests[offering].id, ReleasesNoRequest(offering, id));
        uint256 nonce = _votes[offering][holder].nonce;
        bytes32 hash = keccak256(abi.encode(_OBJECTION_TYPEHASH, offering, id, holder, nonce, deadline));
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
        uint256 nonce = _votes[offering][holder].nonce;
        bytes32 hash = keccak256(abi.encode(_WIND_UP_TYPEHASH, offering, holder, nonce, deadline));
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
        require(_isAmbassador(town, msg.sender), ReleasesNotAmbassador(town, msg.sender));
        _requireLeft(offering, asset);
        address agreed = agreedOf[offering];
        require(agreed != msg.sender, ReleasesAgreed(offering, msg.sender));

        agreedOf[offering] = msg.sender;

        emit WindUpAgreed(offering, msg.sender);

        if (_isAmbassador(town, agreed)) _beginWindUp(offering); // not nobody, nor somebody who has left office
    }

    /// @inheritdoc IReleases
    function windUp(uint256 offering) external {
        Progress memory progress = _requireLeft(offering, _OFFERING.assetOf(offering));
        uint256 since = progress.lastRelease == 0 ? _endOf(_OFFERING.saleOf(offering)) : progress.lastRelease;
        uint256 until = since + STALLED_AFTER;
        require(block.timestamp >= until, ReleasesNotStalled(offering, until, block.timestamp));

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
    function requestOf(uint256 offering) external view returns (Request memory) {
        return _requests[offering];
    }

    /// @inheritdoc IReleases
    function progressOf(uint256 offering) external view returns (Progress memory) {
        return _progress[offering];
    }

    /// @inheritdoc IReleases
    function voteOf(uint256 offering, address holder) external view returns (Vote memory) {
        return _votes[offering][holder];
    }

    /// @dev A holder's shares count once: those that vote cannot be sent, and a vote replaces the holder's last one.
    function _object(uint256 offering, address holder) private {
        Request memory pending = _requests[offering];
        require(pending.id != 0, ReleasesNoRequest(offering, 0));
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint32 shares = _sharesOf(offering, asset, holder);

        Vote memory vote = _votes[offering][holder];
        bool pledged = _isPledged(vote);
        pending.objecting += shares - (vote.request == pending.id ? vote.objecting : 0);
        vote.objecting = shares;
        vote.request = pending.id;
        _votes[offering][holder] = vote;
        _requests[offering].objecting = pending.objecting;

        emit ReleaseObjected({
            offering: offering,
            id: pending.id,
            holder: holder,
            shares: shares,
            objecting: pending.objecting
        });

        if (Votes.reach(pending.objecting, BLOCKING_PART, asset.token.totalSupply())) _block(offering, pending.id);
        if (!pledged) asset.token.pledge(holder);
    }

    function _block(uint256 offering, uint256 id) private {
        delete _requests[offering];

        emit ReleaseBlocked(offering, id);
    }

    function _voteWindUp(uint256 offering, address holder) private {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint32 windingUp = _requireLeft(offering, asset).windingUp;
        uint32 shares = _sharesOf(offering, asset, holder);

        Vote memory vote = _votes[offering][holder];
        bool pledged = _isPledged(vote);
        windingUp += shares - vote.windingUp;
        vote.windingUp = shares;
        _votes[offering][holder] = vote;
        _progress[offering].windingUp = windingUp;

        emit WindUpVoted(offering, holder, shares, windingUp);

        if (Votes.exceed(windingUp, _WINDING_UP_PART, asset.token.totalSupply())) _beginWindUp(offering);
        if (!pledged) asset.token.pledge(holder);
    }

    /// @dev Takes a holder's votes back and frees their shares. The nonce makes signed votes void that nobody has sent.
    function _withdraw(uint256 offering, address holder) private {
        Vote memory vote = _votes[offering][holder];
        uint32 objecting = _requests[offering].objecting;
        if (vote.request == _requests[offering].id) objecting -= vote.objecting;
        uint32 windingUp = _progress[offering].windingUp - vote.windingUp;

        _requests[offering].objecting = objecting;
        _progress[offering].windingUp = windingUp;
        _votes[offering][holder] = Vote({objecting: 0, windingUp: 0, request: 0, nonce: vote.nonce + 1});

        emit VotesWithdrawn(offering, holder, objecting, windingUp);

        if (_isPledged(vote)) _OFFERING.assetOf(offering).token.unpledge(holder);
    }

    /// @dev Stops what is asked for, and lets nothing be asked for any more.
    function _beginWindUp(uint256 offering) private {
        uint40 windUpFrom = Moments.in40Bits(block.timestamp + WIND_UP_DELAY);
        _progress[offering].windUpFrom = windUpFrom;
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

    /// @dev An approval lasts while who gave it is in office, and the wallet is paid that it was given for.
    function _isApproved(uint64 business, Request memory pending) private view returns (bool) {
        return
            pending.payableFrom != 0 &&
            _TOWNS.isCountryAmbassador(business.townOf(), pending.approver) &&
            pending.payout == _PROJECTS.projectOf(business).payout;
    }

    function _isAmbassador(uint32 town, address wallet) private view returns (bool) {
        return _TOWNS.isTownAmbassador(town, wallet) || _TOWNS.isCountryAmbassador(town, wallet);
    }

    /// @dev The shares of somebody who has some.
    function _sharesOf(
        uint256 offering,
        IShareOffering.Asset memory asset,
        address holder
    ) private view returns (uint32 shares) {
        shares = uint32(asset.token.balanceOf(holder)); // which the token keeps in as many bits
        require(shares > 0, ReleasesNoShares(offering, holder));
    }

    /// @dev What is still in escrow of a settled sale.
    function _leftOf(uint256 offering, IShareOffering.Asset memory asset) private view returns (uint256) {
        return asset.token.totalSupply() * asset.price - _OFFERING.escrowOf(offering).released;
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
        require(!_isAmbassador(business.townOf(), payout), ReleasesKeyIsPaid(business, payout));
    }

    /// @dev A tranche in units.
    function _amountOf(
        uint8 tranche,
        IShareOffering.Escrow memory escrow,
        IShareOffering.Asset memory asset
    ) private view returns (uint256) {
        return
            Tranches.amountOf({
                raised: asset.token.totalSupply() * asset.price,
                released: escrow.released,
                basisPoints: uint16(escrow.tranches >> (16 * tranche)), // the later ones are cut off
                last: tranche + 1 == escrow.count
            });
    }

    function _isPledged(Vote memory vote) private pure returns (bool) {
        return vote.objecting > 0 || vote.windingUp > 0;
    }

    /// @dev When the phase ended in which a sale succeeded, in seconds.
    function _endOf(IShareOffering.Sale memory sale) private pure returns (uint256 ends) {
        ends = uint256(sale.opens) + sale.localLasts;
        if (sale.scope >= Tier.Country) ends += sale.countryLasts;
        if (sale.scope == Tier.World) ends += sale.worldLasts;
    }
}
