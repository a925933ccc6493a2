// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a share token keeps of one holder.
/// @param shares whole shares.
/// @param counted units of dividend a share that were reckoned with when the holder was last settled, below 2¹¹¹.
/// @param pledged whether the shares stay where they are, because the holder votes with them.
/// @param credited units of dividend that the holder can claim.
struct Holding {
    uint32 shares;
    uint112 counted;
    bool pledged;
    uint112 credited;
}

/// @title Holdings: a holder's record in one word
/// @notice A transfer reads and writes two holders, a claim one: one word each is one access each.
library Holdings {
    uint256 private constant _PLEDGED = 1 << 143;
    uint112 private constant _COUNTED = (1 << 111) - 1;

    /// @notice A record as one word: credited, pledged, counted and shares from the highest bit down. To read one of them
    /// cuts off those above it.
    function pack(Holding memory holding) internal pure returns (uint256) {
        uint256 pledged = holding.pledged ? _PLEDGED : 0;
        return (uint256(holding.credited) << 144) | pledged | (uint256(holding.counted) << 32) | holding.shares;
    }

    /// @notice The record of a word.
    function unpack(uint256 word) internal pure returns (Holding memory) {
        return
            Holding({
                shares: uint32(word),
                counted: uint112(word >> 32) & _COUNTED,
                pledged: isPledged(word),
                credited: uint112(word >> 144)
            });
    }

    /// @notice The shares alone of a word.
    function sharesOf(uint256 word) internal pure returns (uint32) {
        return uint32(word);
    }

    /// @notice Whether the shares of a word are pledged.
    function isPledged(uint256 word) internal pure returns (bool) {
        return word & _PLEDGED != 0;
    }

    /// @notice Credits what has come in since the holder was last settled.
    /// @param perShare units that one share has been credited since the beginning, which never falls; all credits of a
    /// token together stay below 2¹¹¹, so that nothing wraps.
    function settle(Holding memory holding, uint112 perShare) internal pure {
        holding.credited = creditedAt(holding, perShare);
        holding.counted = perShare;
    }

    /// @notice What is credited to the holder once they are settled.
    function creditedAt(Holding memory holding, uint112 perShare) internal pure returns (uint112) {
        unchecked {
            return holding.credited + holding.shares * (perShare - holding.counted);
        }
    }
}
