// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Deeds} from "../lib/Deed.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry} from "../projects/IProjectRegistry.sol";
import {IReleases} from "./IReleases.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";

/// @title Releases: how the money of a successful sale leaves escrow
/// @notice Holds no money: escrow stays with the ShareOffering, which pays out what is agreed here and nothing else. The
/// business's manager or the Town Ambassador asks for the next tranche with evidence, the Country Ambassador approves
/// exactly that, and seven days later anyone has it paid to the payout wallet. Nobody can be paid out of order, more
/// than the terms say, or by one person alone.
/// Units: the currency's units; seconds. Assumes: what the ShareOffering says of a settled sale does not change.
/// Known limits: what evidence is worth is for people to judge.
contract Releases is IReleases, ReentrancyGuardTransient {
    using ProjectIds for uint64;

    /// @notice How long after its approval a tranche is paid.
    uint256 public constant RELEASE_DELAY = 7 days;

    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IShareOffering private immutable _OFFERING;

    mapping(uint256 offering => Request) private _requests;
    mapping(uint256 offering => Progress) private _progress;

    constructor(ITownRegistry towns, IMemberRegistry members, IProjectRegistry projects, IShareOffering offering) {
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
            msg.sender == _PROJECTS.projectOf(business).manager || _TOWNS.isTownAmbassador(town, msg.sender),
            ReleasesNotManager(business, msg.sender)
        );
        _TOWNS.requireActive(town);
        _requireSettled(offering);
        Progress memory progress = _progress[offering];
        require(progress.next < _OFFERING.escrowOf(offering).count, ReleasesAllReleased(offering));
        require(!_isApproved(town, _requests[offering]), ReleasesApproved(offering, progress.next));
        require(evidence != 0, ReleasesNoEvidence());

        uint32 id = progress.requests + 1;
        _progress[offering].requests = id;
        _requests[offering] = Request({
            by: msg.sender,
            payableFrom: 0,
            id: id,
            approver: address(0),
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
        require(!_isApproved(town, pending), ReleasesApproved(offering, _progress[offering].next));
        require(msg.sender != pending.by, ReleasesOwnRequest(msg.sender));
        _requirePayout(business);

        pending.payableFrom = uint40(block.timestamp + RELEASE_DELAY);
        pending.approver = msg.sender;
        _requests[offering] = pending;

        emit ReleaseApproved(offering, pending.id, msg.sender, pending.payableFrom);
    }

    /// @inheritdoc IReleases
    function release(uint256 offering) external nonReentrant {
        IShareOffering.Asset memory asset = _OFFERING.assetOf(offering);
        uint32 town = asset.business.townOf();
        _TOWNS.requireActive(town);
        Request memory pending = _requests[offering];
        uint256 payableFrom = _isApproved(town, pending) ? pending.payableFrom : 0;
        require(
            payableFrom != 0 && block.timestamp >= payableFrom,
            ReleasesNotPayable(offering, payableFrom, block.timestamp)
        );
        address payout = _requirePayout(asset.business);

        uint8 tranche = _progress[offering].next;
        uint256 amount = _amountOf(tranche, _OFFERING.escrowOf(offering), asset);
        _progress[offering].next = tranche + 1;
        delete _requests[offering];

        emit TrancheReleased({offering: offering, id: pending.id, tranche: tranche, payout: payout, amount: amount});

        _OFFERING.payOut(offering, payout, amount);
    }

    /// @inheritdoc IReleases
    function requestOf(uint256 offering) external view returns (Request memory) {
        return _requests[offering];
    }

    /// @inheritdoc IReleases
    function progressOf(uint256 offering) external view returns (Progress memory) {
        return _progress[offering];
    }

    /// @dev An approval lasts while who gave it is in office.
    function _isApproved(uint32 town, Request memory pending) private view returns (bool) {
        return pending.payableFrom != 0 && _TOWNS.isCountryAmbassador(town, pending.approver);
    }

    function _requireSettled(uint256 offering) private view {
        Phase phase = _OFFERING.phaseOf(offering);
        require(phase == Phase.Settled, ReleasesNotSettled(offering, phase));
    }

    /// @dev A payout wallet is appointed without a key, and might get one afterwards.
    function _requirePayout(uint64 business) private view returns (address payout) {
        uint32 town = business.townOf();
        payout = _PROJECTS.projectOf(business).payout;
        require(
            !_TOWNS.isTownAmbassador(town, payout) && !_TOWNS.isCountryAmbassador(town, payout),
            ReleasesKeyIsPaid(business, payout)
        );
    }

    /// @dev A tranche in units: its part of what was raised, the last one all that is left.
    function _amountOf(
        uint8 tranche,
        IShareOffering.Escrow memory escrow,
        IShareOffering.Asset memory asset
    ) private view returns (uint256) {
        uint256 raised = asset.token.totalSupply() * asset.price;
        if (tranche + 1 == escrow.count) return raised - escrow.released;
        return (raised * uint16(escrow.tranches >> (16 * tranche))) / Deeds.WHOLE;
    }
}
