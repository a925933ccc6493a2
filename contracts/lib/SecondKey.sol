// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SecondKey: what one key proposed, and another must approve
library SecondKey {
    /// @notice How long a proposal waits for the other key.
    uint256 internal constant WAITS = 30 days;

    /// @notice Whether a proposal waits still: not for too long, and whoever made it has been in office ever since.
    /// @param proposedAt seconds; 0 for none.
    /// @param proposerActsSince since when (seconds) the proposer's powers have lasted; 0 when they have none now. One who
    /// left and was appointed again acts since then only.
    function isAwaited(uint256 proposedAt, uint256 proposerActsSince) internal view returns (bool) {
        return block.timestamp < proposedAt + WAITS && hasHeld(proposedAt, proposerActsSince);
    }

    /// @notice Whether somebody whose powers have lasted since `actsSince` (seconds; 0 for none now) had them then.
    function hasHeld(uint256 then, uint256 actsSince) internal pure returns (bool) {
        return actsSince != 0 && actsSince <= then;
    }
}
