// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {LibClone} from "solady/src/utils/LibClone.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {Agreement, Agreements} from "../lib/Agreement.sol";
import {Authorization} from "../lib/Authorization.sol";
import {Money} from "../lib/Money.sol";
import {Permit} from "../lib/Permit.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {Signatures} from "../lib/Signatures.sol";
import {IMemberRegistry, Tier} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IInsiders} from "../projects/IInsiders.sol";
import {IProjectRegistry} from "../projects/IProjectRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {IDeeds} from "./IDeeds.sol";
import {IInvestorToken} from "./IInvestorToken.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";
import {Phases} from "./Phases.sol";
import {Proposals} from "./Proposals.sol";
import {SaleTerms} from "./SaleTerms.sol";
import {ShareCode} from "./ShareCode.sol";

/// @title ShareOffering: the local-first sale of a business's shares
/// @notice Holds the money of every sale until it is refunded or released. A Town Ambassador proposes terms, the
/// Country Ambassador approves exactly those, and `OPENING_NOTICE` later at the earliest they open: residents buy first, then the
/// country, then the world, who may only fill the shortfall. Phases follow from time alone. A failed sale is refunded by
/// anyone, to the holder's present wallet; of a successful one the money leaves as the Releases says, and in no other
/// way. Who signs a purchase or cancellation has it sent by anyone. Nobody can change terms, extend a phase, sell above
/// what is on offer, buy a fifth of a sale's goal, buy with the money of somebody else, buy what they decide on the
/// money of, fail a phase at its last moment, or hold a refund back.
/// Units: whole shares; the town's currency; seconds. Assumes: the currency keeps balances as they are.
/// Known limits: money sent here without a purchase stays here; an issuer that freezes this contract freezes escrow; one
/// person's limit is as good as the registrars' work.
contract ShareOffering is Proposals, EIP712, Nonces, ReentrancyGuardTransient {
    using Agreements for Agreement;
    using Money for IERC20;
    using Phases for Phase;
    using Phases for Sale;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;
    using SaleTerms for Terms;

    /// @notice How long before the end of a phase cancelling stops, so that others can take what was freed.
    uint256 public constant CANCEL_NOTICE = 7 days;

    bytes32 private constant _CANCELLATION_TYPEHASH = keccak256(
        "Cancellation(uint256 offering,uint64 business,uint96 price,uint32 shares,address holder,uint256 nonce,"
        "uint256 deadline)"
    );

    struct State {
        IInvestorToken token; // all that cannot change is in its code
        Phase phase; // the one that was last written down
        Tier scope;
    }

    IAuthority private immutable _AUTHORITY;
    IMemberRegistry private immutable _MEMBERS;
    address private immutable _TOKEN_IMPLEMENTATION;
    address private immutable _RELEASES;

    mapping(uint64 business => mapping(address wallet => bool)) private _isManagement;
    mapping(uint256 offering => State) private _states;
    mapping(uint256 offering => address terms) private _terms;
    mapping(uint256 offering => Agreement) private _callOffs;

    /// @inheritdoc IShareOffering
    mapping(uint256 offering => uint256) public releasedOf;

    /// @inheritdoc IShareOffering
    mapping(uint256 offering => mapping(address holder => uint256)) public keptOf;

    /// @inheritdoc IShareOffering
    uint256 public offeringCount;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members,
        IProjectRegistry projects,
        IDeeds deeds,
        address tokenImplementation,
        address releases
    ) Proposals(towns, projects, deeds) EIP712("One Small Town shares", "1") {
        _AUTHORITY = authority;
        _MEMBERS = members;
        _TOKEN_IMPLEMENTATION = tokenImplementation;
        _RELEASES = releases;
    }

    /// @inheritdoc IShareOffering
    function approve(uint64 business, bytes32 termsHash) external returns (uint256 offering) {
        uint32 town = business.townOf();
        _TOWNS.requireCountryAmbassador(town, msg.sender);
        (Terms memory terms, address code) = _accept(business, termsHash);

        offering = ++offeringCount;
        latestOf[business] = offering;
        _terms[offering] = code;
        IInvestorToken token = _cloneToken(terms, _TOWNS.currencyOf(town));
        _states[offering] = State({token: token, phase: Phase.Local, scope: Tier.None});

        emit OfferingApproved(offering, business, token, termsHash);

        _DEEDS.seal(business);
    }

    /// @inheritdoc IShareOffering
    function buy(uint256 offering, uint32 shares) external nonReentrant {
        Asset memory asset = _buy(offering, shares, msg.sender);

        asset.currency.pull(msg.sender, uint256(asset.price) * shares);
    }

    /// @inheritdoc IShareOffering
    function buyWithPermit(uint256 offering, uint32 shares, Permit calldata permit) external nonReentrant {
        Asset memory asset = _buy(offering, shares, msg.sender);

        asset.currency.pullWithPermit(uint256(asset.price) * shares, permit);
    }

    /// @inheritdoc IShareOffering
    function buyWithAuthorization(
        uint256 offering,
        uint32 shares,
        Authorization calldata authorization
    ) external nonReentrant {
        Asset memory asset = _buy(offering, shares, authorization.payer);

        bytes32 arguments = keccak256(abi.encode(asset.business, asset.price, offering, shares));
        asset.currency.pullWithAuthorization(uint256(asset.price) * shares, arguments, authorization);
    }

    /// @inheritdoc IShareOffering
    function cancel(uint256 offering, uint32 shares) external nonReentrant {
        _cancel(offering, shares, msg.sender);
    }

    /// @inheritdoc IShareOffering
    function cancelWithSignature(Cancellation calldata cancellation, bytes calldata signature) external nonReentrant {
        address holder = cancellation.holder;
        require(block.timestamp <= cancellation.deadline, ShareOfferingExpired(cancellation.deadline));
        Asset memory asset = assetOf(cancellation.offering);
        require(
            cancellation.business == asset.business && cancellation.price == asset.price,
            ShareOfferingOtherSale(cancellation.offering, asset.business, asset.price)
        );
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_CANCELLATION_TYPEHASH, cancellation)));
        bool signed = Signatures.isSigned(holder, digest, signature);
        require(signed, ShareOfferingBadSignature(holder));

        _useCheckedNonce(holder, cancellation.nonce);
        _cancel(cancellation.offering, cancellation.shares, holder);
    }

    /// @inheritdoc IShareOffering
    function callOff(uint256 offering) external {
        uint32 town = assetOf(offering).business.townOf();
        _TOWNS.requireAmbassador(town, msg.sender);
        (, Sale memory sale) = _judged(offering);
        require(sale.phase.isLive(), ShareOfferingNotOpen(offering, sale.phase, sale.opens, block.timestamp));
        Agreement memory before = _callOffs[offering];
        bool waits = before.waits() && _TOWNS.isAmbassador(town, before.by);
        require(!waits || before.by != msg.sender, ShareOfferingAgreed(offering, msg.sender));

        Agreement memory agreement = Agreements.agreementOf(msg.sender);
        _callOffs[offering] = agreement;

        emit CallOffAgreed(offering, msg.sender, agreement.until);

        if (!waits) return; // nobody yet, somebody who has left office, or too long ago
        _states[offering].phase = Phase.Failed;

        emit OfferingCalledOff(offering);
    }

    /// @inheritdoc IShareOffering
    function withdrawCallOff(uint256 offering) external {
        require(_callOffs[offering].by == msg.sender, ShareOfferingNotAgreed(offering, msg.sender));

        delete _callOffs[offering];

        emit CallOffWithdrawn(offering, msg.sender);
    }

    /// @inheritdoc IShareOffering
    function refund(uint256 offering, address[] calldata holders) external nonReentrant {
        (Asset memory asset, Sale memory sale) = _judged(offering);
        require(sale.phase == Phase.Failed, ShareOfferingNotFailed(offering, sale.phase));

        for (uint256 i = 0; i < holders.length; i++) {
            _refund(offering, asset, holders[i]);
        }
    }

    /// @inheritdoc IShareOffering
    function claimKept(uint256 offering, address holder) external nonReentrant {
        uint256 amount = keptOf[offering][holder];
        if (amount == 0) return;
        (address to, bool waits) = _payeeOf(holder);
        require(!waits, ShareOfferingWaiting(holder));

        delete keptOf[offering][holder];

        emit KeptRefundPaid(offering, holder, to, amount);

        assetOf(offering).currency.safeTransfer(to, amount);
    }

    /// @inheritdoc IShareOffering
    function settle(uint256 offering) external {
        (Asset memory asset, Sale memory sale) = _judged(offering);
        require(sale.phase == Phase.Succeeded, ShareOfferingNotSucceeded(offering, sale.phase));

        _settle(offering, asset, sale.scope);
    }

    /// @inheritdoc IShareOffering
    function update(uint64 business) external returns (IInvestorToken token) {
        uint256 offering = latestOf[business];
        if (offering == 0) return IInvestorToken(address(0));

        (Asset memory asset, Sale memory sale) = _judged(offering);
        if (sale.phase == Phase.Succeeded) _settle(offering, asset, sale.scope);
        if (sale.phase == Phase.Succeeded || sale.phase == Phase.Settled) token = asset.token;
    }

    /// @inheritdoc IInsiders
    function changeManagement(uint64 business, address[2] calldata gone, address[2] calldata come) external {
        require(msg.sender == address(_PROJECTS), ShareOfferingNotProjectRegistry(msg.sender));

        for (uint256 i = 0; i < gone.length; i++) _isManagement[business][gone[i]] = false;
        for (uint256 i = 0; i < come.length; i++) _isManagement[business][come[i]] = true;
    }

    /// @inheritdoc IShareOffering
    function payOut(uint256 offering, address to, uint256 amount) external nonReentrant {
        require(msg.sender == _RELEASES, ShareOfferingNotReleases(msg.sender));
        Asset memory asset;
        Sale memory sale;
        _read(offering, asset, sale);
        require(sale.phase == Phase.Settled, ShareOfferingNotSettled(offering, sale.phase));
        uint256 released = releasedOf[offering];
        uint256 left = asset.token.totalSupply() * asset.price - released;
        require(amount <= left, ShareOfferingNotInEscrow(offering, amount, left));

        releasedOf[offering] = released + amount;

        emit EscrowPaid(offering, to, amount);

        asset.currency.safeTransfer(to, amount);
    }

    /// @inheritdoc IShareOffering
    function phaseOf(uint256 offering) public view override returns (Phase) {
        Asset memory asset;
        Sale memory sale;
        _read(offering, asset, sale);
        if (sale.isDue(block.timestamp)) sale.judge(asset.token.totalSupply(), block.timestamp);
        return sale.phase;
    }

    /// @inheritdoc IShareOffering
    function termsOf(uint256 offering) external view returns (Terms memory) {
        _answer(_codeOf(offering));
    }

    /// @inheritdoc IShareOffering
    function tranchesOf(uint256 offering) external view returns (uint16[] memory) {
        return abi.decode(SSTORE2.read(_codeOf(offering)), (Terms)).tranches;
    }

    /// @inheritdoc IShareOffering
    function saleOf(uint256 offering) external view returns (Sale memory sale) {
        Asset memory asset;
        _read(offering, asset, sale);
    }

    /// @inheritdoc IShareOffering
    function callOffOf(uint256 offering) external view returns (Agreement memory) {
        return _callOffs[offering];
    }

    /// @inheritdoc IShareOffering
    function isInsider(uint64 business, address wallet) public view returns (bool) {
        if (_isManagement[business][wallet]) return true;
        // Almost nobody holds a key, and who holds none is asked no further.
        return _AUTHORITY.holdsKey(wallet) && _TOWNS.isCountryAmbassador(business.townOf(), wallet);
    }

    /// @inheritdoc IShareOffering
    function assetOf(uint256 offering) public view returns (Asset memory asset) {
        Sale memory sale;
        _read(offering, asset, sale);
    }

    /// @dev Sells shares to a buyer, who is still to pay for them.
    function _buy(uint256 offering, uint32 shares, address buyer) private returns (Asset memory asset) {
        Sale memory sale;
        _judge(offering, asset, sale);
        _requireOpen(offering, sale);
        _requireInPhase(sale, asset, buyer);

        emit SharesBought(offering, buyer, shares);

        _mintWithin(sale, asset, shares, buyer);
    }

    /// @dev Takes a holder's shares back and pays for them; the holder agrees.
    function _cancel(uint256 offering, uint32 shares, address holder) private {
        (Asset memory asset, Sale memory sale) = _judged(offering);
        _requireOpen(offering, sale);
        uint256 until = sale.endOf(sale.phase) - CANCEL_NOTICE;
        require(block.timestamp < until, ShareOfferingTooLateToCancel(block.timestamp, until));
        require(shares > 0, ShareOfferingNoShares());

        emit PurchaseCancelled(offering, holder, shares);

        asset.token.burn(holder, shares);
        (address to, ) = _MEMBERS.presentWalletOf(holder);
        asset.currency.safeTransfer(to, uint256(asset.price) * shares);
    }

    function _cloneToken(Terms memory terms, IERC20 currency) private returns (IInvestorToken) {
        Asset memory asset = Asset({
            token: IInvestorToken(address(0)), // not yet
            price: terms.price,
            currency: currency,
            business: terms.business
        });
        bytes memory code = ShareCode.pack(asset, terms.toSale(), terms.name, terms.symbol);
        return IInvestorToken(LibClone.clone(_TOKEN_IMPLEMENTATION, code));
    }

    function _judged(uint256 offering) private returns (Asset memory asset, Sale memory sale) {
        _judge(offering, asset, sale);
    }

    /// @dev Fills in the sale as it is now. Judges the phases that have ended, and writes it down. Whatever changes what is sold
    /// calls this first, so what is sold at the first call after an end is what was sold at the end.
    function _judge(uint256 offering, Asset memory asset, Sale memory sale) private {
        _read(offering, asset, sale);
        if (!sale.isDue(block.timestamp)) return;
        Phase before = sale.phase;
        uint256 sold = asset.token.totalSupply();
        sale.judge(sold, block.timestamp);

        _states[offering].phase = sale.phase;
        _states[offering].scope = sale.scope;

        emit PhaseEnded(offering, before, sale.phase, sold);
    }

    function _settle(uint256 offering, Asset memory asset, Tier scope) private {
        uint256 sold = asset.token.totalSupply();

        _states[offering].phase = Phase.Settled;

        emit OfferingSettled(offering, sold, sold * asset.price, scope);

        asset.token.unlock(scope);
    }

    function _refund(uint256 offering, Asset memory asset, address holder) private {
        (address to, bool waits) = _payeeOf(holder);
        if (waits) return _skipRefund(offering, holder, abi.encodeWithSelector(ShareOfferingWaiting.selector, holder));
        uint256 shares = asset.token.burnAll(holder);
        if (shares == 0) {
            bytes memory reason = abi.encodeWithSelector(ShareOfferingNothingToRefund.selector, offering, holder);
            return _skipRefund(offering, holder, reason);
        }
        uint256 amount = shares * asset.price;

        emit Refunded(offering, holder, to, shares, amount);

        if (asset.currency.tryPay(to, amount)) return;
        keptOf[offering][holder] += amount;

        emit RefundKept(offering, holder, amount);
    }

    function _skipRefund(uint256 offering, address holder, bytes memory reason) private {
        emit RefundSkipped(offering, holder, reason);
    }

    /// @dev To whom a holder's money belongs now, and whether it waits because somebody else claims it for them.
    function _payeeOf(address holder) private view returns (address to, bool waits) {
        (to, waits) = _MEMBERS.presentWalletOf(holder);
        if (msg.sender == to) waits = false;
    }

    /// @dev Issues shares, and requires afterwards that nobody holds and nothing is sold beyond the phase's bounds.
    function _mintWithin(Sale memory sale, Asset memory asset, uint32 shares, address buyer) private {
        uint256 limit = sale.limitIn();
        (uint256 held, uint256 sold) = asset.token.mint(buyer, shares);
        require(held <= limit, ShareOfferingOverPersonalLimit(buyer, held, limit));
        uint256 offered = sale.offeredIn();
        require(sold <= offered, ShareOfferingSoldOut(shares, offered + shares - sold));
        require(!isInsider(asset.business, buyer), ShareOfferingInsider(asset.business, buyer));
        require(shares > 0, ShareOfferingNoShares());
    }

    /// @dev Fills in a sale as it was last written down. Like what calls it, it does so in place, because a purchase
    /// would pay for every copy.
    function _read(uint256 offering, Asset memory asset, Sale memory sale) private view {
        State storage state = _states[offering];
        (asset.token, sale.phase, sale.scope) = (state.token, state.phase, state.scope);
        ShareCode.read(asset.token, asset, sale);
    }

    function _codeOf(uint256 offering) private view returns (address code) {
        code = _terms[offering];
        require(code != address(0), ShareOfferingNoSuchOffering(offering));
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
            sale.phase.isLive() && block.timestamp >= sale.opens,
            ShareOfferingNotOpen(offering, sale.phase, sale.opens, block.timestamp)
        );
    }
}
