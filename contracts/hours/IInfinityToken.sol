// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ISuccessorToken} from "../members/ISuccessorToken.sol";

/// @title IInfinityToken: INFINITY, one for each shift
interface IInfinityToken is IERC20, ISuccessorToken {
    /// @notice Only Contributions may mint.
    error InfinityTokenNotMinter(address caller);

    /// @notice The wallet has no successor: its person has neither moved to another wallet nor died. Contributions never
    /// has one.
    error InfinityTokenNoSuccessor(address wallet);

    /// @notice Mints INFINITY to the minter itself. Only the minter.
    /// @param amount units of 1e-18 INFINITY.
    /// @dev Reverts with InfinityTokenNotMinter.
    function mint(uint256 amount) external;

    /// @notice Sends from the caller's own balance to many at once; amounts of zero are passed over.
    /// @param recipients wallets.
    /// @param amounts units of 1e-18 INFINITY, one for each recipient.
    /// @dev Reverts with ERC20InsufficientBalance, ERC20InvalidReceiver.
    function transferBatch(address[] calldata recipients, uint256[] calldata amounts) external;

    /// @inheritdoc ISuccessorToken
    /// @dev Reverts with InfinityTokenNoSuccessor.
    function moveToSuccessor(address old) external;
}
