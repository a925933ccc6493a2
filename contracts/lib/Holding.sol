// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a share token keeps of one holder.
/// @param shares whole shares.
/// @param counted units of dividend a share that were reckoned with when the holder was last settled.
/// @param credited units of dividend that the holder can claim.
struct Holding {
    uint32 shares;
    uint112 counted;
    uint112 credited;
}

/// @title Holdings: a holder's record in one word
/// @notice A transfer reads and writes two holders, a claim one: one word each is one access each.
library Holdings {
    /// @notice A record as one word: credited, counted and shares from the highest bit down.
    function pack(Holding memory holding) internal pure returns (uint256) {
        return (uint256(holding.credited) << 144) | (uint256(holding.counted) << 32) | holding.shares;
    }

    /// @notice The record of a word.
    function unpack(uint256 word) internal pure returns (Holding memory) {
        return Holding({shares: uint32(word), counted: uint112(word >> 32), credited: uint112(word >> 144)});
    }

    /// @notice The shares alone of a word.
    function sharesOf(uint256 word) internal pure returns (uint32) {
        return uint32(word);
    }

    /// @notice Credits what has come in since the holder was last settled.
    /// @param perShare units that one share has been credited since the beginning; all credits of a token together stay
    /// below 2¹¹².
    function settle(Holding memory holding, uint112 perShare) internal pure {
        holding.credited += holding.shares * (perShare - holding.counted);
        holding.counted = perShare;
    }
}
