// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title RefusingDollar: a currency that refuses wallets, as an issuer with a list of them does
/// @notice Keeps TestDollar's storage, so that it can replace one that is in use. Anyone may switch a refusal.
contract RefusingDollar is TestDollar {
    mapping(address wallet => bool) private _refused;

    /// @notice Switches the refusal of a wallet, as sender and receiver, on or off. Anyone.
    function refuse(address wallet, bool refused) external {
        _refused[wallet] = refused;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!_refused[from], ERC20InvalidSender(from));
        require(!_refused[to], ERC20InvalidReceiver(to));

        super._update(from, to, value);
    }
}
