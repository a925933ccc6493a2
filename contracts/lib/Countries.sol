// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Countries: codes of countries
library Countries {
    /// @notice The highest code there can be: ISO 3166-1 numeric codes have three digits.
    uint16 internal constant LAST = 999;

    /// @notice Whether a number can be the code of a country.
    function isCode(uint16 country) internal pure returns (bool) {
        return country > 0 && country <= LAST;
    }
}
