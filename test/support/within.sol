// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Brings a random number into the bounds `least` to `most`, both included; one already inside stays.
function within(uint256 random, uint256 least, uint256 most) pure returns (uint256) {
    if (random >= least && random <= most) return random;
    return least + (random % (most - least + 1));
}
