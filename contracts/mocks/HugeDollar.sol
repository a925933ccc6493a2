// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title HugeDollar: a currency of which there is as much as can be counted
/// @notice Whoever deploys it has nearly all of it; anyone may mint the last 2¹²⁸ units.
contract HugeDollar is TestDollar {
    constructor() {
        _mint(msg.sender, type(uint256).max - type(uint128).max);
    }
}
