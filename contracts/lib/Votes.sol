// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Votes: whether enough have said so
library Votes {
    /// @notice Whether at least one in `part` have voted: a fifth of 11 are 3.
    function reach(uint256 votes, uint256 part, uint256 all) internal pure returns (bool) {
        return votes * part >= all;
    }

    /// @notice The fewest votes that reach one in `part`, which is above zero.
    function least(uint256 part, uint256 all) internal pure returns (uint256) {
        return (all + part - 1) / part;
    }

    /// @notice Whether more than one in `part` have voted: more than half of 10 are 6.
    function exceed(uint256 votes, uint256 part, uint256 all) internal pure returns (bool) {
        return votes * part > all;
    }
}
