// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Dividends} from "../../contracts/lib/Dividends.sol";
import {Holding, Holdings} from "../../contracts/lib/Holding.sol";

/// @title DividendProofs: what holders of shares are credited
contract DividendProofs {
    using Holdings for Holding;

    /// @notice When any amount that there is room for is deposited for any number of shares below 2³²:
    function proveDeposit(uint112 perShare, uint32 remainder, uint32 supply, uint256 amount) external pure {
        require(supply > 0 && remainder < supply);
        uint256 deposited = uint256(perShare) * supply + remainder;
        require(deposited <= Dividends.MOST);
        require(amount <= Dividends.room(perShare, remainder, supply, Dividends.MOST));

        (uint112 perShareAfter, uint32 remainderAfter) = Dividends.add(perShare, remainder, supply, amount);

        // What is credited to all shares, and the remainder, grow by exactly that amount.
        assert(uint256(perShareAfter) * supply + remainderAfter == deposited + amount);
        // Less than a unit for each share waits for the next deposit.
        assert(remainderAfter < supply);
        // No share loses what it was credited before.
        assert(perShareAfter >= perShare);
        // All that was ever deposited stays within its bound.
        assert(deposited + amount <= Dividends.MOST);
    }

    /// @notice When a sale is wound up after any profits:
    function proveWindUp(uint112 perShare, uint32 remainder, uint32 supply, uint256 left) external pure {
        require(uint256(perShare) * supply + remainder <= Dividends.MOST_PROFITS);
        require(left <= Dividends.MOST_PROFITS);

        // There is room for all that is left in escrow.
        assert(left <= Dividends.room(perShare, remainder, supply, Dividends.MOST));
    }

    /// @notice When a holder is settled, whatever all shares have been credited:
    function proveSettle(Holding memory holding, uint112 perShare, uint32 supply) external pure {
        require(holding.shares <= supply && holding.counted <= perShare);
        require(uint256(perShare) * supply <= Dividends.MOST);
        require(holding.credited <= uint256(holding.counted) * supply);

        uint256 credited = holding.creditedAt(perShare);

        // They are credited exactly what each of their shares was since they were last settled.
        assert(credited == holding.credited + uint256(holding.shares) * (perShare - holding.counted));
        // Never more than was deposited.
        assert(credited <= uint256(perShare) * supply);
    }

    /// @notice When a holder who was just settled sends shares to another, and profits come in after that:
    function proveTransfer(Holding memory from, Holding memory to, uint32 sent, uint112 perShare) external pure {
        uint256 shares = uint256(from.shares) + to.shares;
        uint256 credited = uint256(from.credited) + to.credited;
        require(from.counted == to.counted && from.counted <= perShare && sent <= from.shares);
        require(shares <= type(uint32).max && credited + shares * perShare <= Dividends.MOST);

        Holding memory fromAfter = Holding(from.shares - sent, from.counted, false, from.credited);
        Holding memory toAfter = Holding(to.shares + sent, to.counted, false, to.credited);
        uint256 creditedAfter = uint256(fromAfter.creditedAt(perShare)) + toAfter.creditedAt(perShare);

        // Both together are credited the profits of all shares that both had.
        assert(creditedAfter == credited + shares * (perShare - from.counted));
    }
}
