// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Tier} from "../members/IMemberRegistry.sol";

/// @title IInvestorToken: the shares of one business
/// @dev No ERC-165 here: none of the standards it follows (ERC-20, 2612, 5267, 1404) asks for it.
interface IInvestorToken is IERC20Metadata, IERC20Permit, IERC5267 {
    /// @notice The whole token, in one slot.
    /// @param supply shares issued; room for one purchase beyond 2³² − 1, which the ShareOffering then refuses.
    /// @param perShare units of dividend that one share has been credited since the beginning, below 2¹¹¹.
    /// @param remainder units deposited that did not divide by the supply; they join the next deposit.
    /// @param scope who may receive shares; None while the shares are locked.
    struct Ledger {
        uint40 supply;
        uint112 perShare;
        uint32 remainder;
        Tier scope;
    }

    /// @notice Only the ShareOffering may call this.
    error InvestorTokenNotOffering(address caller);

    /// @notice Only the Releases may call this.
    error InvestorTokenNotReleases(address caller);

    /// @notice Only the ProfitSplitter and the Releases may call this.
    error InvestorTokenNotDepositor(address caller);

    /// @notice The shares are locked until their sale has succeeded and is settled.
    error InvestorTokenLocked();

    /// @notice The shares are unlocked: none is issued or taken back any more.
    error InvestorTokenUnlocked();

    /// @notice The receiver is further away than the phase in which the sale succeeded ("keep full ownership local").
    error InvestorTokenMayNotHold(address receiver, Tier tier, Tier scope);

    /// @notice The holder objects or votes with these shares; they stay where they are until that is taken back or over.
    error InvestorTokenPledged(address holder);

    /// @notice Nobody has followed this wallet.
    error InvestorTokenNoSuccessor(address wallet);

    /// @notice A succession of this holder is open: what others claim for them waits until it has ended.
    error InvestorTokenWaiting(address holder);

    /// @notice All dividends together would exceed what the records can hold.
    error InvestorTokenTooMuch(uint256 amount, uint256 most);

    /// @notice The permit's deadline (seconds) has passed.
    error InvestorTokenPermitExpired(uint256 deadline);

    /// @notice The permit was signed by somebody else than the owner.
    error InvestorTokenPermitSigner(address signer, address owner);

    /// @notice The sale succeeded: shares may move within `scope` from now on.
    event SharesUnlocked(Tier scope);

    /// @notice A dividend came in; every share was credited `perShare` in all so far.
    event DividendDeposited(address indexed from, uint256 amount, uint256 perShare, uint256 remainder);

    /// @notice A holder was paid the dividends credited to them, at the wallet that is theirs by now.
    event DividendClaimed(address indexed holder, uint256 amount);

    /// @notice A holder objects or votes with their shares: none of them can be sent.
    event SharesPledged(address indexed holder);

    /// @notice A holder's shares can be sent again.
    event SharesFreed(address indexed holder);

    /// @notice All that a wallet held went to the one that followed it; a Transfer says so of the shares as well.
    /// @param dividends units that were credited to the old wallet and are credited to the new one.
    event HoldingMoved(address indexed from, address indexed to, uint256 shares, uint256 dividends);

    /// @notice Issues locked shares. Only the ShareOffering.
    /// @dev Reverts with InvestorTokenNotOffering, InvestorTokenUnlocked.
    /// @return held the holder's shares now.
    /// @return supply all shares now.
    function mint(address holder, uint32 shares) external returns (uint256 held, uint256 supply);

    /// @notice Takes locked shares back. Only the ShareOffering.
    /// @dev Reverts with InvestorTokenNotOffering, InvestorTokenUnlocked, ERC20InsufficientBalance.
    function burn(address holder, uint32 shares) external;

    /// @notice Takes all locked shares of a holder back. Only the ShareOffering.
    /// @dev Reverts with InvestorTokenNotOffering, InvestorTokenUnlocked.
    /// @return shares that the holder had.
    function burnAll(address holder) external returns (uint256 shares);

    /// @notice Lets shares move within `scope`, and receive dividends. Only the ShareOffering, once.
    /// @dev Reverts with InvestorTokenNotOffering, InvestorTokenUnlocked.
    function unlock(Tier scope) external;

    /// @notice Credits a dividend to all shares: `(amount + remainder) / supply` to each, the rest is carried. Only the
    /// ProfitSplitter, as long as all dividends stay below 2¹¹⁰, and the Releases, which pays less than that once; who
    /// allowed the amount.
    /// @param amount units of the currency.
    /// @dev Reverts with InvestorTokenNotDepositor, InvestorTokenLocked, InvestorTokenTooMuch, MoneyNotReceivedInFull.
    function deposit(uint256 amount) external;

    /// @notice Pays a holder the dividends credited to them, at the wallet that is theirs by now. Anyone, but while a
    /// succession of theirs is open the holder alone; a claim of nothing changes nothing.
    /// @dev Reverts with InvestorTokenWaiting.
    function claim(address holder) external;

    /// @notice Moves all that a wallet holds, shares and credited dividends, to the wallet that followed it, whatever the
    /// holder scope and limits, also while shares are locked or pledged; votes given with them are withdrawn. Anyone;
    /// where nothing is held nothing changes.
    /// @dev Reverts with InvestorTokenNoSuccessor.
    function moveToSuccessor(address old) external;

    /// @notice Keeps a holder's shares where they are, until they are freed or what they were pledged for is over; more may
    /// come in. Of shares that are pledged already nothing changes. Only the Releases.
    /// @dev Reverts with InvestorTokenNotReleases.
    function pledge(address holder) external;

    /// @notice Frees a holder's shares, if they are pledged. Only the Releases.
    /// @dev Reverts with InvestorTokenNotReleases.
    function unpledge(address holder) external;

    /// @notice Whether, and by a code why not, shares can be sent (ERC-1404); what an allowance permits aside.
    /// @return code 0 when they can.
    function detectTransferRestriction(address from, address to, uint256 value) external view returns (uint8 code);

    /// @notice What a code of `detectTransferRestriction` means, in words (ERC-1404).
    function messageForTransferRestriction(uint8 code) external pure returns (string memory);

    /// @notice Whether shares can be sent, and in words why not.
    function canTransfer(address from, address to, uint256 value) external view returns (bool, string memory);

    /// @notice Units of dividend that a claim would pay a holder now.
    function claimable(address holder) external view returns (uint256);

    /// @notice The token's ledger.
    function ledger() external view returns (Ledger memory);

    /// @notice The project id of the business.
    function business() external view returns (uint64);

    /// @notice The currency of dividends.
    function currency() external view returns (IERC20);
}
