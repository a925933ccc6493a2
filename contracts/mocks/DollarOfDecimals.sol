// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title DollarOfDecimals: a plain currency with as many decimals as you like
contract DollarOfDecimals is TestDollar {
    uint8 private immutable _DECIMALS;

    constructor(uint8 decimals_) {
        _DECIMALS = decimals_;
    }

    /// @notice As deployed.
    function decimals() public view override returns (uint8) {
        return _DECIMALS;
    }
}
