// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SilentToken: a currency without return values, or one that says false instead of reverting
contract SilentToken {
    mapping(address holder => uint256) public balanceOf;
    bool private immutable _SAYS_FALSE;

    constructor(bool saysFalse) {
        _SAYS_FALSE = saysFalse;
    }

    /// @notice Mints to anybody.
    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    /// @notice Moves without asking for an allowance, and says nothing; or does nothing and says false.
    function transferFrom(address from, address to, uint256 amount) external {
        if (_SAYS_FALSE) {
            assembly ("memory-safe") {
                mstore(0, 0)
                return(0, 32)
            }
        }
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}
