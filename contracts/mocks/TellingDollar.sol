// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title TellingDollar: a currency that tells every receiver with code, as those of ERC-777 do
/// @notice Keeps TestDollar's storage, so that it can replace one that is in use. The receiver's code may do what it
/// likes, and its failure fails the transfer.
contract TellingDollar is TestDollar {
    /// @notice The receiver's code failed.
    error TellingDollarNotTold(address receiver);

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (to.code.length == 0) return;

        (bool told, ) = to.call("");
        require(told, TellingDollarNotTold(to));
    }
}
