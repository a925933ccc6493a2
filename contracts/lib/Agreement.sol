// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Moments} from "./Moments.sol";

/// @notice One ambassador's agreement, which waits for the other's.
/// @param until seconds; from then on it counts for nothing.
struct Agreement {
    address by;
    uint40 until;
}

/// @title Agreements: what both ambassadors must want within the same week
library Agreements {
    /// @notice How long the first one's agreement waits for the other's.
    uint256 internal constant AGREEMENT_LASTS = 7 days;

    /// @notice The agreement of an ambassador who agrees now.
    function agreementOf(address by) internal view returns (Agreement memory) {
        return Agreement({by: by, until: Moments.in40Bits(block.timestamp + AGREEMENT_LASTS)});
    }

    /// @notice Whether an agreement still waits; whether who gave it is in office is asked elsewhere.
    function waits(Agreement memory agreement) internal view returns (bool) {
        return block.timestamp < agreement.until;
    }
}
