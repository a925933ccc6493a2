// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {LibClone} from "solady/src/utils/LibClone.sol";
import {Authorization} from "../lib/Authorization.sol";
import {Deed, Deeds} from "../lib/Deed.sol";
import {Dividends} from "../lib/Dividends.sol";
import {Money} from "../lib/Money.sol";
import {Permit} from "../lib/Permit.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {Signatures} from "../lib/Signatures.sol";
import {IMemberRegistry, Tier} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry, ProjectStage} from "../projects/IProjectRegistry.sol";
import {IDeeds} from "./IDeeds.sol";
import {IInvestorToken} from "./IInvestorToken.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";

/// @title ShareOffering: the local-first sale of a business's shares
/// @notice Holds the money of every sale until it is refunded or released. A Town Ambassador proposes terms, the
/// Country Ambassador approves exactly those; residents buy first, then the country, then the world, who may only fill
/// the shortfall. Phases follow from time alone. A failed sale is refunded by anyone, to the holder's present wallet; of
/// a successful one the money leaves as the Releases says, and in no other way. Who signs a purchase or cancellation has
/// it sent by anyone. Nobody can change terms, extend a phase, sell above what is on offer, buy with the money of
/// somebody else, or hold a refund back.
/// Units: whole shares; the town's currency; seconds. Assumes: the currency keeps balances as they are.
/// Known limits: money sent here without a purchase stays here; an issuer that freezes this contract freezes escrow.
contract ShareOffering is IShareOffering, EIP712, Nonces, ReentrancyGuardTransient {
    using Deeds for Deed;
    using Money for IERC20;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    uint24 public constant LEAST_LOCAL_PHASE = 14 days;
    uint24 public constant LEAST_LATER_PHASE = 7 days;
    uint24 public constant MOST_PHASE = 90 days;

    /// @notice How long before the end of a phase cancelling stops, so that others can take what was freed.
    uint256 public constant CANCEL_NOTICE = 7 days;

    /// @notice As many as an escrow's record has lanes for.
    uint8 public constant MOST_TRANCHES = 8;

    /// @notice As much as a share token can still be paid on top of all dividends.
    uint256 public constant MOST_RAISED = Dividends.MOST_PROFITS;

    uint8 private constant _MOST_NAME_BYTES = 64;
    uint8 private constant _MOST_SYMBOL_BYTES = 16;

    bytes32 private constant _CANCELLATION_TYPEHASH = keccak256(
        "Cancellation(uint256 offering,uint32 shares,address holder,uint256 nonce,uint256 deadline)"
    );

    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IDeeds private immutable _DEEDS;
    address private immutable _TOKEN_IMPLEMENTATION;
    address private immutable _RELEASES;

    mapping(uint256 offering => Sale) private _sales;
    mapping(uint256 offering => Asset) private _assets;
    mapping(uint256 offering => Escrow) private _escrows;
    mapping(uint256 offering => address agreed) private _callOffs;

    /// @inheritdoc IShareOffering
    mapping(uint256 offering => mapping(address holder => uint256)) public keptOf;

    /// @inheritdoc IShareOffering
    mapping(uint64 business => bytes32 proposalHash) public proposedOf;

    /// @inheritdoc IShareOffering
    mapping(uint64 business => uint256 offering) public latestOf;

    /// @inheritdoc IShareOffering
    uint256 public offeringCount;

    constructor(
        ITownRegistry towns,
        IMemberRegistry members,
        IProjectRegistry projects,
        IDeeds deeds,
        address tokenImplementation,
        address releases
    ) EIP712("One Small Town shares", "1") {
        _TOWNS = towns;
        _MEMBERS = members;
        _PROJECTS = projects;
        _DEEDS = deeds;
        _TOKEN_IMPLEMENTATION = tokenImplementation;
        _RELEASES = releases;
    }

    /// @inheritdoc IShareOffering
    function propose(Terms calldata terms) external {
        uint32 town = terms.business.townOf();
        _TOWNS.requireTownAmbassador(town, msg.sender);
        _TOWNS.requireActive(town);
        _requireOfferable(terms);
        _requireBounds(terms);

        bytes32 termsHash = keccak256(abi.encode(terms));
        proposedOf[terms.business] = _proposalHash(msg.sender, termsHash);

        emit OfferingProposed(terms.business, termsHash, terms);
    }

    /// @inheritdoc IShareOffering
    function approve(Terms calldata terms) external returns (uint256 offering) {
        uint64 business = terms.business;
        uint32 town = business.townOf();
        _TOWNS.requireCountryAmbassador(town, msg.sender);
        _TOWNS.requireActive(town);
        bytes32 termsHash = keccak256(abi.encode(terms));
        bytes32 proposalHash = _proposalHash(_TOWNS.townKeyOf(town), termsHash);
        require(proposedOf[business] == proposalHash, ShareOfferingNotProposed(business, termsHash));
        _requireOfferable(terms);

        offering = ++offeringCount;
        latestOf[business] = offering;
        delete proposedOf[business];
        IInvestorToken token = _create(offering, terms, _TOWNS.currencyOf(town));

        emit OfferingApproved(offering, business, token, termsHash);

        _DEEDS.seal(business);
    }

    /// @inheritdoc IShareOffering
    function buy(uint256 offering, uint32 shares) external nonReentrant {
        (IERC20 currency, uint256 amount) = _buy(offering, shares, msg.sender);

        currency.pull(msg.sender, amount);
    }

    /// @inheritdoc IShareOffering
    function buyWithPermit(uint256 offering, uint32 shares, Permit calldata permit) external nonReentrant {
        (IERC20 currency, uint256 amount) = _buy(offering, shares, msg.sender);

        currency.pullWithPermit(amount, permit);
    }

    /// @inheritdoc IShareOffering
    function buyWithAuthorization(
        uint256 offering,
        uint32 shares,
        Authorization calldata authorization
    ) external nonReentrant {
        (IERC20 currency, uint256 amount) = _buy(offering, shares, authorization.payer);

        currency.pullWithAuthorization(amount, keccak256(abi.encode(offering, shares)), authorization);
    }

    /// @inheritdoc IShareOffering
    function cancel(uint256 offering, uint32 shares) external nonReentrant {
        _cancel(offering, shares, msg.sender);
    }

    /// @inheritdoc IShareOffering
    function cancelWithSignature(Cancellation calldata cancellation, bytes calldata signature) external nonReentrant {
        address holder = cancellation.holder;
        require(block.timestamp <= cancellation.deadline, ShareOfferingExpired(cancellation.deadline));
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_CANCELLATION_TYPEHASH, cancellation)));
        bool signed = Signatures.isSigned(holder, digest, signature);
        require(signed, ShareOfferingBadSignature(holder));

        _useCheckedNonce(holder, cancellation.nonce);
        _cancel(cancellation.offering, cancellation.shares, holder);
    }

    /// @inheritdoc IShareOffering
    function callOff(uint256 offering) external {
        uint32 town = _assets[offering].business.townOf();
        require(_isAmbassador(town, msg.sender), ShareOfferingNotAmbassador(town, msg.sender));
        Sale memory sale = _sales[offering];
        _judge(offering, sale);
        require(_isLive(sale.phase), ShareOfferingNotOpen(offering, sale.phase, sale.opens, block.timestamp));
        address agreed = _callOffs[offering];
        require(agreed != msg.sender, ShareOfferingAgreed(offering, msg.sender));

        _callOffs[offering] = msg.sender;

        emit CallOffAgreed(offering, msg.sender);

        if (!_isAmbassador(town, agreed)) return; // nobody yet, or somebody who has left office
        _sales[offering].phase = Phase.Failed;

        emit OfferingCalledOff(offering);
    }

    /// @inheritdoc IShareOffering
    function refund(uint256 offering, address[] calldata holders) external nonReentrant {
        Sale memory sale = _sales[offering];
        _judge(offering, sale);
        require(sale.phase == Phase.Failed, ShareOfferingNotFailed(offering, sale.phase));
        Asset memory asset = _assets[offering];

        for (uint256 i = 0; i < holders.length; i++) {
            _refund(offering, asset, holders[i]);
        }
    }

    /// @inheritdoc IShareOffering
    function claimKept(uint256 offering, address holder) external nonReentrant {
        uint256 amount = keptOf[offering][holder];
        if (amount == 0) return;

        delete keptOf[offering][holder];
        address to = _MEMBERS.presentWalletOf(holder);

        emit KeptRefundPaid(offering, holder, to, amount);

        _assets[offering].currency.safeTransfer(to, amount);
    }

    /// @inheritdoc IShareOffering
    function settle(uint256 offering) external {
        Sale memory sale = _sales[offering];
        _judge(offering, sale);
        require(sale.phase == Phase.Succeeded, ShareOfferingNotSucceeded(offering, sale.phase));

        _settle(offering, sale.scope);
    }

    /// @inheritdoc IShareOffering
    function update(uint64 business) external returns (IInvestorToken token) {
        uint256 offering = latestOf[business];
        if (offering == 0) return IInvestorToken(address(0));

        Sale memory sale = _sales[offering];
        _judge(offering, sale);
        if (sale.phase == Phase.Succeeded) _settle(offering, sale.scope);
        if (sale.phase == Phase.Succeeded || sale.phase == Phase.Settled) token = _assets[offering].token;
    }

    /// @inheritdoc IShareOffering
    function payOut(uint256 offering, address to, uint256 amount) external nonReentrant {
        require(msg.sender == _RELEASES, ShareOfferingNotReleases(msg.sender));
        Phase phase = _sales[offering].phase;
        require(phase == Phase.Settled, ShareOfferingNotSettled(offering, phase));
        Asset memory asset = _assets[offering];
        uint256 released = _escrows[offering].released;
        uint256 left = asset.token.totalSupply() * asset.price - released;
        require(amount <= left, ShareOfferingNotInEscrow(offering, amount, left));

        _escrows[offering].released = uint112(released + amount); // together at most `MOST_RAISED`

        emit EscrowPaid(offering, to, amount);

        asset.currency.safeTransfer(to, amount);
    }

    /// @inheritdoc IShareOffering
    function phaseOf(uint256 offering) external view returns (Phase) {
        Sale memory sale = _sales[offering];
        _bringUpToDate(offering, sale);
        return sale.phase;
    }

    /// @inheritdoc IShareOffering
    function saleOf(uint256 offering) external view returns (Sale memory) {
        return _sales[offering];
    }

    /// @inheritdoc IShareOffering
    function assetOf(uint256 offering) external view returns (Asset memory) {
        return _assets[offering];
    }

    /// @inheritdoc IShareOffering
    function escrowOf(uint256 offering) external view returns (Escrow memory) {
        return _escrows[offering];
    }

    /// @dev Sells shares to a buyer, for an amount that is still to be paid.
    function _buy(uint256 offering, uint32 shares, address buyer) private returns (IERC20 currency, uint256 amount) {
        Sale memory sale = _sales[offering];
        _judge(offering, sale);
        _requireOpen(offering, sale);
        Asset memory asset = _assets[offering];
        _requireInPhase(sale, asset, buyer);

        emit SharesBought(offering, buyer, shares);

        _mintWithin(sale, asset, shares, buyer);
        return (asset.currency, uint256(asset.price) * shares);
    }

    /// @dev Takes a holder's shares back and pays for them; the holder agrees.
    function _cancel(uint256 offering, uint32 shares, address holder) private {
        Sale memory sale = _sales[offering];
        _judge(offering, sale);
        _requireOpen(offering, sale);
        uint256 until = _endOf(sale, sale.phase) - CANCEL_NOTICE;
        require(block.timestamp < until, ShareOfferingTooLateToCancel(block.timestamp, until));
        require(shares > 0, ShareOfferingNoShares());
        Asset memory asset = _assets[offering];
        uint256 paid = uint256(asset.price) * shares;

        emit PurchaseCancelled(offering, holder, shares);

        asset.token.burn(holder, shares);
        asset.currency.safeTransfer(_MEMBERS.presentWalletOf(holder), paid);
    }

    /// @dev Writes a new offering down and clones its token.
    function _create(uint256 offering, Terms calldata terms, IERC20 currency) private returns (IInvestorToken token) {
        // Only what passed `_requireBounds` is ever approved, and the bounds have the types of the records.
        uint8 nameLength = uint8(bytes(terms.name).length);
        bytes memory identity = abi.encodePacked(terms.business, currency, nameLength, terms.name, terms.symbol);
        token = IInvestorToken(LibClone.clone(_TOKEN_IMPLEMENTATION, identity));
        uint40 countryEnds = terms.countryEnds == 0 ? terms.localEnds : terms.countryEnds;
        uint40 worldEnds = terms.worldEnds == 0 ? countryEnds : terms.worldEnds;

        _sales[offering] = Sale({
            opens: terms.opens,
            localLasts: uint24(terms.localEnds - terms.opens),
            countryLasts: uint24(countryEnds - terms.localEnds),
            worldLasts: uint24(worldEnds - countryEnds),
            goal: terms.goal,
            cap: terms.cap,
            limitLocal: terms.limitLocal,
            limitLater: terms.limitLater,
            phase: Phase.Local,
            scope: Tier.None
        });
        _assets[offering] = Asset({token: token, price: terms.price, currency: currency, business: terms.business});
        uint128 tranches;
        for (uint256 i = 0; i < terms.tranches.length; i++) {
            tranches |= uint128(terms.tranches[i]) << uint128(16 * i);
        }
        _escrows[offering] = Escrow({released: 0, tranches: tranches, count: uint8(terms.tranches.length)});
    }

    /// @dev Judges the phases that have ended, and writes it down. Whatever changes what is sold calls this first, so
    /// what is sold at the first call after an end is what was sold at the end.
    function _judge(uint256 offering, Sale memory sale) private {
        Phase before = sale.phase;
        _bringUpToDate(offering, sale);
        if (sale.phase == before) return;

        _sales[offering].phase = sale.phase;
        _sales[offering].scope = sale.scope;

        emit PhaseEnded(offering, before, sale.phase, _assets[offering].token.totalSupply());
    }

    function _settle(uint256 offering, Tier scope) private {
        Asset memory asset = _assets[offering];
        uint256 sold = asset.token.totalSupply();

        _sales[offering].phase = Phase.Settled;

        emit OfferingSettled(offering, sold, sold * asset.price, scope);

        asset.token.unlock(scope);
    }

    function _refund(uint256 offering, Asset memory asset, address holder) private {
        uint256 shares = asset.token.balanceOf(holder);
        if (shares == 0) {
            bytes memory reason = abi.encodeWithSelector(ShareOfferingNothingToRefund.selector, offering, holder);
            emit RefundSkipped(offering, holder, reason);
            return;
        }
        uint256 amount = shares * asset.price;
        address to = _MEMBERS.presentWalletOf(holder);

        emit Refunded(offering, holder, to, shares, amount);

        asset.token.burn(holder, uint32(shares)); // which the token keeps in as many bits
        if (asset.currency.trySafeTransfer(to, amount)) return;
        keptOf[offering][holder] += amount;

        emit RefundKept(offering, holder, amount);
    }

    /// @dev Turns a sale as it was last written down into what it is now.
    function _bringUpToDate(uint256 offering, Sale memory sale) private view {
        Phase phase = sale.phase;
        if (!_isLive(phase) || block.timestamp < _endOf(sale, phase)) return;

        if (_assets[offering].token.totalSupply() >= sale.goal) {
            sale.scope = Tier(uint8(phase));
            sale.phase = Phase.Succeeded;
            return;
        }
        do {
            sale.phase = sale.phase == Phase.World ? Phase.Failed : Phase(uint8(sale.phase) + 1);
        } while (_isLive(sale.phase) && block.timestamp >= _endOf(sale, sale.phase));
    }

    function _isAmbassador(uint32 town, address wallet) private view returns (bool) {
        return _TOWNS.isTownAmbassador(town, wallet) || _TOWNS.isCountryAmbassador(town, wallet);
    }

    /// @dev Issues shares, and requires afterwards that nobody holds and nothing is sold beyond the phase's bounds.
    function _mintWithin(Sale memory sale, Asset memory asset, uint32 shares, address buyer) private {
        bool local = sale.phase == Phase.Local;
        uint256 limit = local ? sale.limitLocal : sale.limitLater;
        (uint256 held, uint256 sold) = asset.token.mint(buyer, shares);
        require(held <= limit, ShareOfferingOverPersonalLimit(buyer, held, limit));
        uint256 offered = local ? sale.cap : sale.goal;
        require(sold <= offered, ShareOfferingSoldOut(shares, offered + shares - sold));
        require(!_PROJECTS.isInsider(asset.business, buyer), ShareOfferingInsider(asset.business, buyer));
        require(shares > 0, ShareOfferingNoShares());
    }

    function _requireInPhase(Sale memory sale, Asset memory asset, address buyer) private view {
        Tier tier = _MEMBERS.tierOf(buyer, asset.business.townOf());
        require(
            tier != Tier.None && uint8(tier) <= uint8(sale.phase),
            ShareOfferingNotInPhase(buyer, tier, sale.phase)
        );
    }

    function _requireOpen(uint256 offering, Sale memory sale) private view {
        require(
            _isLive(sale.phase) && block.timestamp >= sale.opens,
            ShareOfferingNotOpen(offering, sale.phase, sale.opens, block.timestamp)
        );
    }

    /// @dev What must hold both when terms are proposed and when they are approved.
    function _requireOfferable(Terms calldata terms) private view {
        uint64 business = terms.business;
        IProjectRegistry.Project memory project = _PROJECTS.projectOf(business);
        require(project.stage == ProjectStage.Funding, ShareOfferingNotFunding(business));
        require(project.manager != address(0), ShareOfferingNoManagement(business));
        require(
            terms.plan == project.plan && terms.pack == project.pack,
            ShareOfferingOtherDocuments(terms.plan, terms.pack)
        );
        require(terms.deed.equal(_DEEDS.deedOf(business)), ShareOfferingOtherDeed(business));
        uint256 latest = latestOf[business];
        Sale memory sale = _sales[latest];
        _bringUpToDate(latest, sale);
        require(latest == 0 || sale.phase == Phase.Failed, ShareOfferingExists(business, latest));
        require(terms.opens >= block.timestamp, ShareOfferingOpensInPast(terms.opens, block.timestamp));
    }

    /// @dev What must hold of the terms themselves, once and for all.
    function _requireBounds(Terms calldata terms) private pure {
        require(terms.goal > 0 && terms.goal <= terms.cap, ShareOfferingBadGoal(terms.goal, terms.cap));
        require(
            terms.price > 0 && uint256(terms.price) * terms.cap <= MOST_RAISED,
            ShareOfferingBadPrice(terms.price, terms.cap)
        );
        require(
            terms.limitLocal > 0 && terms.limitLater > 0,
            ShareOfferingBadLimits(terms.limitLocal, terms.limitLater)
        );
        _requirePhases(terms);
        _requireTranches(terms.tranches);
        uint256 nameBytes = bytes(terms.name).length;
        uint256 symbolBytes = bytes(terms.symbol).length;
        require(
            nameBytes > 0 && nameBytes <= _MOST_NAME_BYTES && symbolBytes > 0 && symbolBytes <= _MOST_SYMBOL_BYTES,
            ShareOfferingBadName(terms.name, terms.symbol)
        );
    }

    function _requirePhases(Terms calldata terms) private pure {
        uint256 ends = _requirePhase(Phase.Local, terms.opens, terms.localEnds, LEAST_LOCAL_PHASE);
        if (terms.countryEnds != 0) ends = _requirePhase(Phase.Country, ends, terms.countryEnds, LEAST_LATER_PHASE);
        if (terms.worldEnds != 0) _requirePhase(Phase.World, ends, terms.worldEnds, LEAST_LATER_PHASE);
    }

    function _requirePhase(Phase phase, uint256 begins, uint256 ends, uint256 least) private pure returns (uint256) {
        uint256 lasts = ends > begins ? ends - begins : 0;
        require(lasts >= least && lasts <= MOST_PHASE, ShareOfferingBadPhase(phase, lasts, least, MOST_PHASE));
        return ends;
    }

    function _requireTranches(uint16[] calldata tranches) private pure {
        uint256 sum;
        bool allAboveZero = true;
        for (uint256 i = 0; i < tranches.length; i++) {
            sum += tranches[i];
            if (tranches[i] == 0) allAboveZero = false;
        }
        require(
            tranches.length <= MOST_TRANCHES && allAboveZero && sum == Deeds.WHOLE,
            ShareOfferingBadTranches(tranches.length, sum)
        );
    }

    /// @dev Terms lapse with the office of who proposed them.
    function _proposalHash(address proposer, bytes32 termsHash) private pure returns (bytes32) {
        return keccak256(abi.encode(proposer, termsHash));
    }

    function _isLive(Phase phase) private pure returns (bool) {
        return phase >= Phase.Local && phase <= Phase.World;
    }

    /// @dev When a live phase ends, in seconds.
    function _endOf(Sale memory sale, Phase phase) private pure returns (uint256 ends) {
        ends = uint256(sale.opens) + sale.localLasts;
        if (phase == Phase.Local) return ends;
        ends += sale.countryLasts;
        if (phase == Phase.Country) return ends;
        ends += sale.worldLasts;
    }
}
