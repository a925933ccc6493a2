// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Weeks} from "../../contracts/lib/Weeks.sol";

/// @title WeekProofs: which week a moment lies in
contract WeekProofs {
    /// @notice Of every moment from the first Monday of 1970 to the year 3226:
    function proveIndex(uint256 timestamp) external pure {
        require(timestamp >= Weeks.FIRST_MONDAY);
        require(timestamp < Weeks.FIRST_MONDAY + 65_536 * Weeks.LENGTH);

        uint256 start = Weeks.FIRST_MONDAY + Weeks.indexOf(timestamp) * Weeks.LENGTH;

        // Its week has begun, and has not ended.
        assert(start <= timestamp && timestamp < start + Weeks.LENGTH);
        // The moment at which that week begins lies in it.
        assert(Weeks.indexOf(start) == Weeks.indexOf(timestamp));
    }

    /// @notice Of every two moments:
    function proveOrder(uint256 earlier, uint256 later) external pure {
        require(Weeks.FIRST_MONDAY <= earlier && earlier <= later);
        require(later < Weeks.FIRST_MONDAY + 65_536 * Weeks.LENGTH);

        // A later one never lies in an earlier week.
        assert(Weeks.indexOf(earlier) <= Weeks.indexOf(later));
        // A week later is one week later.
        assert(later < earlier + Weeks.LENGTH || Weeks.indexOf(later) > Weeks.indexOf(earlier));
    }
}
