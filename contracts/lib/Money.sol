// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Authorization} from "./Authorization.sol";
import {Permit} from "./Permit.sol";

/// @title Money: taking a currency in, and counting it
library Money {
    using SafeERC20 for IERC20;

    /// @notice The currency delivered another amount than was asked of the payer, as one with a fee on transfer does.
    error MoneyNotReceivedInFull(IERC20 currency, uint256 asked, uint256 balanceBefore, uint256 balanceAfter);

    /// @notice The most gas that a payment among many may use: more than twice what the dearest usual currency needs.
    uint256 internal constant MOST_GAS = 200_000;

    /// @notice Takes an amount from a payer who allowed it, and requires that all of it arrived.
    /// @param currency any ERC-20, also one without return values.
    /// @param payer who allowed this contract at least `amount`.
    /// @param amount units of the currency.
    function pull(IERC20 currency, address payer, uint256 amount) internal {
        uint256 balanceBefore = currency.balanceOf(address(this));

        currency.safeTransferFrom(payer, address(this), amount);

        _requireReceived(currency, amount, balanceBefore);
    }

    /// @notice Takes an amount from the caller by their permit, and requires that all of it arrived.
    /// @param currency an ERC-20 with ERC-2612; of another, what the caller has allowed decides.
    /// @param amount units of the currency.
    function pullWithPermit(IERC20 currency, uint256 amount, Permit calldata permit) internal {
        // Whoever saw the permit may have used it already. The allowance is there then, and the pull decides.
        try
            IERC20Permit(address(currency)).permit({
                owner: msg.sender,
                spender: address(this),
                value: amount,
                deadline: permit.deadline,
                v: permit.v,
                r: permit.r,
                s: permit.s
            })
        {} catch {} // solhint-disable-line no-empty-blocks

        pull(currency, msg.sender, amount);
    }

    /// @notice Takes an amount by its payer's authorisation, whoever calls, and requires that all of it arrived.
    /// @param currency an ERC-20 with ERC-3009.
    /// @param amount units of the currency.
    /// @param arguments hash of all that the payer agrees to, but for what the nonce says already.
    function pullWithAuthorization(
        IERC20 currency,
        uint256 amount,
        bytes32 arguments,
        Authorization calldata authorization
    ) internal {
        address payer = authorization.payer;
        bytes32 nonce = keccak256(
            abi.encode(block.chainid, address(this), msg.sig, arguments, payer, authorization.salt)
        );
        uint256 balanceBefore = currency.balanceOf(address(this));

        IERC3009(address(currency)).receiveWithAuthorization({
            from: payer,
            to: address(this),
            value: amount,
            validAfter: authorization.validAfter,
            validBefore: authorization.validBefore,
            nonce: nonce,
            v: authorization.v,
            r: authorization.r,
            s: authorization.s
        });

        _requireReceived(currency, amount, balanceBefore);
    }

    /// @notice Pays an amount, one of many, unless the currency refuses it. With so little gas that no code which a
    /// currency may call at the payee's can make the others' payments fail.
    /// @param currency any ERC-20, also one without return values.
    /// @return paid whether it was paid.
    function tryPay(IERC20 currency, address payee, uint256 amount) internal returns (bool paid) {
        bytes4 selector = IERC20.transfer.selector;
        assembly ("memory-safe") {
            // The call's 68 bytes lie in what is free for any use, and in the free memory pointer, put back at once.
            let free := mload(0x40)
            mstore(0x00, selector)
            mstore(0x04, payee)
            mstore(0x24, amount)
            let done := call(MOST_GAS, currency, 0, 0x00, 0x44, 0x00, 0x20)
            mstore(0x40, free)

            switch returndatasize()
            case 0 {
                paid := and(done, gt(extcodesize(currency), 0))
            }
            default {
                paid := and(done, and(gt(returndatasize(), 0x1f), eq(mload(0x00), 1)))
            }
        }
    }

    function _requireReceived(IERC20 currency, uint256 amount, uint256 balanceBefore) private view {
        uint256 balanceAfter = currency.balanceOf(address(this));
        require(
            balanceAfter == balanceBefore + amount,
            MoneyNotReceivedInFull(currency, amount, balanceBefore, balanceAfter)
        );
    }
}
