// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC3009} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC3009.sol";
import {ERC20Burnable} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Burnable.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {IInfinityToken} from "./IInfinityToken.sol";

/// @title InfinityToken: INFINITY, one for each shift
/// @notice An ERC-20 with 18 decimals, ERC-2612 permit and ERC-3009 authorisations. Contributions mints it from
/// finalised timesheets, holders send or burn their own; what a superseded wallet holds, anybody may send on to its
/// successor. Nobody else can mint, nobody can move what Contributions keeps for members, and nobody at all can pause,
/// freeze, seize or sell it through this system. Known limits: it has no price and no promise of one.
contract InfinityToken is IInfinityToken, ERC20Permit, ERC20Burnable, ERC3009 {
    address private immutable _MINTER;

    IMemberRegistry private immutable _MEMBERS;

    constructor(address minter, IMemberRegistry members) ERC20("INFINITY", "INFINITY") ERC20Permit("INFINITY") {
        _MINTER = minter;
        _MEMBERS = members;
    }

    /// @inheritdoc IInfinityToken
    function mint(uint256 amount) external {
        require(msg.sender == _MINTER, InfinityTokenNotMinter(msg.sender));

        _mint(_MINTER, amount);
    }

    /// @inheritdoc IInfinityToken
    function transferBatch(address[] calldata recipients, uint256[] calldata amounts) external {
        for (uint256 i = 0; i < recipients.length; i++) {
            if (amounts[i] > 0) _transfer(msg.sender, recipients[i], amounts[i]);
        }
    }

    /// @inheritdoc IInfinityToken
    function moveToSuccessor(address old) external {
        address successor = _MEMBERS.followerOf(old);
        require(old != _MINTER && successor != address(0), InfinityTokenNoSuccessor(old));

        uint256 amount = balanceOf(old);
        if (amount > 0) _transfer(old, successor, amount);
    }
}
