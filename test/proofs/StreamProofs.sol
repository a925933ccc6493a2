// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Streams} from "../../contracts/lib/Streams.sol";
import {Weeks} from "../../contracts/lib/Weeks.sol";

/// @title StreamProofs: the members' pool of a town
/// @dev One step each, from every state that the steps can lead to: what holds after each holds for ever. The records
/// keep what the members are promised, `undivided`; the carry; and how what the streams pay changes at each timesheet.
/// What the streams still have to pay in all, `streams`, no contract keeps.
contract StreamProofs {
    /// @notice When any amount that a pool has room for is paid in, for any number of timesheets that is allowed:
    function proveFund(uint96 undivided, uint96 carry, uint256 streams, uint96 amount, uint16 weeks_) external pure {
        require(Pools.isSound(undivided, carry, streams));
        require(weeks_ > 0 && weeks_ <= Weeks.MOST_SPREAD);
        require(amount <= Streams.room(undivided));

        (uint96 perWeek, uint96 rest) = Streams.spread(amount, weeks_);
        uint256 undividedAfter = uint256(undivided) + amount;
        uint256 carryAfter = uint256(carry) + rest;
        uint256 streamsAfter = streams + uint256(perWeek) * weeks_;

        // What is promised is the carry and what the streams still have to pay, and it fits its records.
        assert(Pools.isSound(undividedAfter, carryAfter, streamsAfter));
        // What any one timesheet gets of the streams, and what ends with it, fit theirs.
        assert(streamsAfter <= type(uint96).max);
    }

    /// @notice When a timesheet of any number of active members is finalised, at least one:
    function proveFinalise(
        uint96 undivided,
        uint96 carry,
        uint256 streams,
        uint96 running,
        uint96 starting,
        uint96 ending,
        uint16 active
    ) external pure {
        require(Pools.isSound(undivided, carry, streams));
        require(Pools.canPay(streams, running, starting, ending));
        require(active > 0);

        uint96 paying = running + starting;
        (uint96 cashPerActive, uint96 carryAfter) = Streams.divide(carry, paying, active);
        uint256 streamsAfter = streams - paying;

        // They get equal parts of all there is: less than a unit for each is left.
        assert(uint256(cashPerActive) * active + carryAfter == uint256(carry) + paying);
        assert(carryAfter < active);
        // What is promised shrinks by exactly what they get, and is the carry and the streams as before.
        assert(Pools.isSound(undivided - uint256(cashPerActive) * active, carryAfter, streamsAfter));
        // What the streams pay next is no more than what they still have to pay.
        assert(uint256(paying) - ending <= streamsAfter);
    }

    /// @notice When a pool is surrendered to the final division:
    function proveSurrender(uint96 undivided, uint96 carry, uint256 streams) external pure {
        require(Pools.isSound(undivided, carry, streams));

        // What is taken is all that was promised: nothing is left of the carry and the streams, and the empty pool is sound.
        assert(uint256(undivided) - carry == streams);
        assert(Pools.isSound(0, 0, 0));
    }
}

/// @title Pools: what the steps of a pool keep
library Pools {
    /// @dev Whether what is promised is the carry and what the streams still have to pay, and fits in 96 bits.
    function isSound(uint256 undivided, uint256 carry, uint256 streams) internal pure returns (bool) {
        return streams <= type(uint96).max && undivided == carry + streams && undivided <= type(uint96).max;
    }

    /// @dev Whether streams that still have so much to pay can pay `running`, and `starting` besides, for the next
    /// timesheet, with which `ending` of it ends: the rest is paid once more at least.
    function canPay(uint256 streams, uint256 running, uint256 starting, uint256 ending) internal pure returns (bool) {
        uint256 paying = running + starting;
        return ending <= paying && streams >= paying + (paying - ending);
    }
}
