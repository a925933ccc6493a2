// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Dividends} from "../lib/Dividends.sol";
import {Holding, Holdings} from "../lib/Holding.sol";
import {Money} from "../lib/Money.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {IMemberRegistry, Tier} from "../members/IMemberRegistry.sol";
import {IInvestorToken} from "./IInvestorToken.sol";
import {IReleases} from "./IReleases.sol";
import {ShareDomain} from "./ShareDomain.sol";
import {ShareCode} from "./ShareCode.sol";

/// @title InvestorToken: the shares of one business
/// @notice Holds the dividends that its holders have not claimed. The ShareOffering issues, takes back and unlocks
/// shares while they are locked; the ProfitSplitter deposits dividends, and the Releases what a wind-up leaves; holders
/// send shares to whoever may hold them; anyone may send a claim, which always pays the holder, at the wallet that is
/// theirs by now, and move what a wallet holds to the one that followed it. What others claim for somebody waits while a
/// succession of theirs is open. Shares stay where they are while their holder's objection or vote stands. Nobody can
/// take back, dilute or redirect a credited dividend, issue a share after unlocking, or freeze a holder.
/// Units: whole shares (0 decimals); the currency's units. Every business has its own clone of one implementation, with
/// its own name, symbol and permit domain. Assumes: the currency keeps balances as they are.
/// Known limits: shares of a holder whose residency ended stay theirs; a wallet that the currency refuses cannot claim
/// until it is accepted again. A wallet's own claim and transfer do not ask whether another wallet has followed it, so
/// that everybody else's stay cheap: whoever has a lost wallet's keys can still use what it holds, until anyone moves it,
/// shares and credited dividends at once, which can happen in the very transaction that confirms the successor.
contract InvestorToken is IInvestorToken, ShareDomain, ERC20, Nonces, ReentrancyGuardTransient {
    using Holdings for Holding;
    using Holdings for uint256;
    using Money for IERC20;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    bytes32 private constant _PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    // Why shares cannot be sent, in the order in which a transfer finds out.
    uint8 private constant _SENDABLE = 0;
    uint8 private constant _NOBODY = 1;
    uint8 private constant _LOCKED = 2;
    uint8 private constant _UNKNOWN = 3;
    uint8 private constant _SUSPENDED = 4;
    uint8 private constant _TOO_FAR = 5;
    uint8 private constant _PLEDGED = 6;
    uint8 private constant _TOO_FEW = 7;

    IMemberRegistry private immutable _MEMBERS;
    address private immutable _OFFERING;
    address private immutable _SPLITTER;
    IReleases private immutable _RELEASES;

    Ledger private _ledger;
    mapping(address holder => uint256 holding) private _holdings;

    modifier onlyOffering() {
        require(msg.sender == _OFFERING, InvestorTokenNotOffering(msg.sender));
        _;
    }

    modifier onlyReleases() {
        require(msg.sender == address(_RELEASES), InvestorTokenNotReleases(msg.sender));
        _;
    }

    constructor(IMemberRegistry members, address offering, address splitter, address releases) ERC20("", "") {
        _MEMBERS = members;
        _OFFERING = offering;
        _SPLITTER = splitter;
        _RELEASES = IReleases(releases);
    }

    /// @inheritdoc IInvestorToken
    function mint(address holder, uint32 shares) external onlyOffering returns (uint256 held, uint256 supply) {
        require(_ledger.scope == Tier.None, InvestorTokenUnlocked());

        // The ShareOffering refuses a sum beyond 32 bits as well: no more is ever on offer.
        supply = uint256(_ledger.supply) + shares;
        _ledger.supply = uint40(supply);
        // A record is nothing but shares while they are locked. A sum beyond 32 bits is beyond any limit, which the
        // ShareOffering then refuses.
        held = _holdings[holder] + shares;
        _holdings[holder] = held;

        emit Transfer(address(0), holder, shares);
    }

    /// @inheritdoc IInvestorToken
    function burn(address holder, uint32 shares) external onlyOffering {
        require(_ledger.scope == Tier.None, InvestorTokenUnlocked());
        uint256 held = _holdings[holder];
        require(held >= shares, ERC20InsufficientBalance(holder, held, shares));

        _ledger.supply -= shares;
        _holdings[holder] = held - shares;

        emit Transfer(holder, address(0), shares);
    }

    /// @inheritdoc IInvestorToken
    function burnAll(address holder) external onlyOffering returns (uint256 shares) {
        require(_ledger.scope == Tier.None, InvestorTokenUnlocked());
        shares = _holdings[holder]; // nothing but shares while they are locked
        if (shares == 0) return 0;

        _ledger.supply -= uint40(shares); // all of them together fit
        delete _holdings[holder];

        emit Transfer(holder, address(0), shares);
    }

    /// @inheritdoc IInvestorToken
    function unlock(Tier scope) external onlyOffering {
        require(_ledger.scope == Tier.None, InvestorTokenUnlocked());

        _ledger.scope = scope;

        emit SharesUnlocked(scope);
    }

    /// @inheritdoc IInvestorToken
    function deposit(uint256 amount) external nonReentrant {
        bool profits = msg.sender == _SPLITTER;
        require(profits || msg.sender == address(_RELEASES), InvestorTokenNotDepositor(msg.sender));
        Ledger memory ledger_ = _ledger;
        require(ledger_.scope != Tier.None, InvestorTokenLocked());
        uint256 most = Dividends.room({
            perShare: ledger_.perShare,
            remainder: ledger_.remainder,
            supply: ledger_.supply,
            most: profits ? Dividends.MOST_PROFITS : Dividends.MOST
        });
        require(amount <= most, InvestorTokenTooMuch(amount, most));

        (ledger_.perShare, ledger_.remainder) = Dividends.add({
            perShare: ledger_.perShare,
            remainder: ledger_.remainder,
            supply: ledger_.supply,
            amount: amount
        });
        _ledger = ledger_;

        emit DividendDeposited(msg.sender, amount, ledger_.perShare, ledger_.remainder);

        currency().pull(msg.sender, amount);
    }

    /// @inheritdoc IInvestorToken
    function claim(address holder) external nonReentrant {
        Holding memory holding = _settled(holder, _ledger.perShare);
        uint256 amount = holding.credited;
        if (amount == 0) return;
        address to = msg.sender == holder ? holder : _payeeOf(holder);

        holding.credited = 0;
        _holdings[holder] = holding.pack();

        emit DividendClaimed(holder, amount);

        currency().safeTransfer(to, amount);
    }

    /// @inheritdoc IInvestorToken
    function moveToSuccessor(address old) external {
        address successor = _MEMBERS.followerOf(old);
        require(successor != address(0), InvestorTokenNoSuccessor(old));
        if (_holdings[old].isPledged()) _RELEASES.drop(business(), old);
        uint112 perShare = _ledger.perShare;
        Holding memory gone = _settled(old, perShare);
        if (gone.shares == 0 && gone.credited == 0) return;

        delete _holdings[old];
        Holding memory holding = _settled(successor, perShare);
        holding.shares += gone.shares;
        holding.credited += gone.credited;
        _holdings[successor] = holding.pack();

        emit Transfer(old, successor, gone.shares);
        emit HoldingMoved(old, successor, gone.shares, gone.credited);
    }

    /// @inheritdoc IInvestorToken
    function pledge(address holder) external onlyReleases {
        Holding memory holding = _holdings[holder].unpack();
        if (holding.pledged) return;

        holding.pledged = true;
        _holdings[holder] = holding.pack();

        emit SharesPledged(holder);
    }

    /// @inheritdoc IInvestorToken
    function unpledge(address holder) external onlyReleases {
        Holding memory holding = _holdings[holder].unpack();
        if (!holding.pledged) return;

        holding.pledged = false;
        _holdings[holder] = holding.pack();

        emit SharesFreed(holder);
    }

    /// @inheritdoc IERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        require(block.timestamp <= deadline, InvestorTokenPermitExpired(deadline));
        bytes32 structHash = keccak256(abi.encode(_PERMIT_TYPEHASH, owner, spender, value, _useNonce(owner), deadline));
        address signer = ECDSA.recover(MessageHashUtils.toTypedDataHash(DOMAIN_SEPARATOR(), structHash), v, r, s);
        require(signer == owner, InvestorTokenPermitSigner(signer, owner));

        _approve(owner, spender, value);
    }

    /// @inheritdoc IInvestorToken
    function canTransfer(address from, address to, uint256 value) external view returns (bool, string memory) {
        uint8 code = detectTransferRestriction(from, to, value);
        return (code == _SENDABLE, messageForTransferRestriction(code));
    }

    /// @inheritdoc IInvestorToken
    function claimable(address holder) external view returns (uint256) {
        return _settled(holder, _ledger.perShare).credited;
    }

    /// @inheritdoc IInvestorToken
    function ledger() external view returns (Ledger memory) {
        return _ledger;
    }

    /// @inheritdoc IInvestorToken
    function detectTransferRestriction(address from, address to, uint256 value) public view returns (uint8) {
        if (from == address(0) || to == address(0)) return _NOBODY;
        Tier scope = _ledger.scope;
        if (scope == Tier.None) return _LOCKED;
        Tier tier = _MEMBERS.tierOf(to, business().townOf());
        if (tier == Tier.None) return _MEMBERS.personOf(to).suspended ? _SUSPENDED : _UNKNOWN;
        if (tier > scope) return _TOO_FAR;
        uint256 word = _holdings[from];
        if (word.isPledged() && _isHeld(from)) return _PLEDGED;
        return word.sharesOf() < value ? _TOO_FEW : _SENDABLE;
    }

    /// @inheritdoc IInvestorToken
    function messageForTransferRestriction(uint8 code) public pure returns (string memory) {
        if (code == _SENDABLE) return "These shares can be sent.";
        if (code == _NOBODY) return "The address zero is nobody's wallet.";
        if (code == _LOCKED) return "These shares are locked until their sale has succeeded and is settled.";
        if (code == _UNKNOWN) return "Nobody has attested the receiver.";
        if (code == _SUSPENDED) return "The receiver is suspended.";
        if (code == _TOO_FAR) return "The receiver lives further away than holders of these shares may.";
        if (code == _PLEDGED) return "The holder objects or votes with these shares, and has to take that back first.";
        if (code == _TOO_FEW) return "The holder has fewer shares than that.";
        return "There is no such code.";
    }

    /// @inheritdoc IInvestorToken
    function business() public view returns (uint64 id) {
        (id, ) = ShareCode.businessOf(address(this));
    }

    /// @inheritdoc IInvestorToken
    function currency() public view returns (IERC20 money) {
        (, money) = ShareCode.businessOf(address(this));
    }

    /// @inheritdoc IERC20Metadata
    function name() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return ShareCode.nameOf(address(this));
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return ShareCode.symbolOf(address(this));
    }

    /// @notice Whole shares only.
    function decimals() public pure override(ERC20, IERC20Metadata) returns (uint8) {
        return 0;
    }

    /// @inheritdoc IERC20
    function totalSupply() public view override(ERC20, IERC20) returns (uint256) {
        return _ledger.supply;
    }

    /// @inheritdoc IERC20
    function balanceOf(address holder) public view override(ERC20, IERC20) returns (uint256) {
        return _holdings[holder].sharesOf();
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(Nonces, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc IERC20Permit
    // solhint-disable-next-line func-name-mixedcase
    function DOMAIN_SEPARATOR() public view returns (bytes32) {
        return _domainSeparator();
    }

    /// @dev A transfer between two holders; issuing and taking back go their own way. Dividends of both sides are settled
    /// first.
    function _update(address from, address to, uint256 value) internal override {
        Ledger memory ledger_ = _ledger;
        _requireMayReceive(to, ledger_.scope);

        _debit(from, value, ledger_.perShare);
        _credit(to, uint32(value), ledger_.perShare); // `from` held as much

        emit Transfer(from, to, value);
    }

    function _debit(address from, uint256 value, uint112 perShare) private {
        Holding memory holding = _settled(from, perShare);
        if (holding.pledged) {
            require(!_isHeld(from), InvestorTokenPledged(from));
            holding.pledged = false;
            emit SharesFreed(from);
        }
        require(holding.shares >= value, ERC20InsufficientBalance(from, holding.shares, value));

        holding.shares -= uint32(value);
        _holdings[from] = holding.pack();
    }

    function _credit(address to, uint32 shares, uint112 perShare) private {
        Holding memory holding = _settled(to, perShare);

        holding.shares += shares;
        _holdings[to] = holding.pack();
    }

    function _settled(address holder, uint112 perShare) private view returns (Holding memory holding) {
        holding = _holdings[holder].unpack();
        holding.settle(perShare);
    }

    /// @dev The wallet that a holder's money belongs to now, when somebody else may claim it.
    function _payeeOf(address holder) private view returns (address to) {
        bool waiting;
        (to, waiting) = _MEMBERS.presentWalletOf(holder);
        require(msg.sender == to || !waiting, InvestorTokenWaiting(holder));
    }

    /// @dev Whether what a holder pledged their shares for still stands.
    function _isHeld(address holder) private view returns (bool) {
        return _RELEASES.isHeld(business(), holder);
    }

    function _requireMayReceive(address to, Tier scope) private view {
        require(scope != Tier.None, InvestorTokenLocked());
        Tier tier = _MEMBERS.tierOf(to, business().townOf());
        require(tier != Tier.None && tier <= scope, InvestorTokenMayNotHold(to, tier, scope));
    }
}
