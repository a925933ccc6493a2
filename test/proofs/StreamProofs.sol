// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Streams} from "../../contracts/lib/Streams.sol";
import {Weeks} from "../../contracts/lib/Weeks.sol";

/// @title StreamProofs: the members' pool of a town
/// @dev One step each, from every state that the steps can lead to: what holds after each holds for ever. The records
/// keep what the streams pay next, `running`, and how much of that ends then, `ending`; what they still have to pay in
/// all, `streams`, no contract keeps. The carry and that are what the members are promised.
contract StreamProofs {
    /// @notice When any amount that a pool has room for is paid in, for any number of timesheets that is allowed:
    function proveFund(uint96 carry, uint96 running, uint256 streams, uint256 amount, uint16 weeks_) external pure {
        require(Pools.isSound(carry, running, streams));
        require(weeks_ > 0 && weeks_ <= Weeks.MOST_SPREAD);
        require(amount <= Streams.room(carry, running));

        (uint96 perWeek, uint96 rest) = Streams.spread(amount, weeks_);
        uint256 carryAfter = uint256(carry) + rest;
        uint256 streamsAfter = streams + uint256(perWeek) * weeks_;

        // What is promised grows by exactly that amount.
        assert(carryAfter + streamsAfter == carry + streams + amount);
        // What is promised still fits its records.
        assert(Pools.isSound(carryAfter, uint256(running) + perWeek, streamsAfter));
    }

    /// @notice When a timesheet of any number of active members is finalised:
    function proveFinalise(uint96 carry, uint96 running, uint96 ending, uint256 streams, uint16 active) external pure {
        require(Pools.isSound(carry, running, streams));
        require(Pools.canEnd(running, ending, streams));

        (uint96 cashPerActive, uint96 carryAfter) = Streams.divide(carry, running, active);
        uint256 streamsAfter = streams - running;

        // What is promised shrinks by exactly what the active members get.
        assert(carryAfter + streamsAfter + uint256(cashPerActive) * active == carry + streams);
        // They get equal parts of all there is: less than a unit for each is left.
        assert(active == 0 || carryAfter < active);
        // Without active members all of it waits for the next timesheet.
        assert(active > 0 || (carryAfter == uint256(carry) + running && cashPerActive == 0));
        // What is promised still fits its records.
        assert(Pools.isSound(carryAfter, running - ending, streamsAfter));
    }

    /// @notice At each of the steps in which a pool is surrendered to the final division:
    function proveSurrender(uint96 amount, uint96 running, uint96 ending, uint256 streams) external pure {
        require(Pools.isSound(amount, running, streams));
        require(Pools.canEnd(running, ending, streams));

        uint256 amountAfter = uint256(amount) + running;
        uint256 streamsAfter = streams - running;

        // What was taken and what the streams still have to pay stay the same together.
        assert(amountAfter + streamsAfter == amount + streams);
        // Both still fit their records, and once nothing runs any more, all has been taken.
        assert(Pools.isSound(amountAfter, running - ending, streamsAfter));
        assert(running > ending || streamsAfter == 0);
    }
}

/// @title Pools: what the steps of a pool keep
library Pools {
    /// @dev Whether all that is promised fits in 96 bits, and no stream has more timesheets left than are allowed.
    function isSound(uint256 carry, uint256 running, uint256 streams) internal pure returns (bool) {
        return running <= streams && streams <= running * Weeks.MOST_SPREAD && carry + streams <= type(uint96).max;
    }

    /// @dev Whether so much of it can end with the next timesheet, so that the rest is paid twice at least.
    function canEnd(uint256 running, uint256 ending, uint256 streams) internal pure returns (bool) {
        if (ending > running) return false;
        uint256 staying = running - ending;
        return streams >= running + staying && streams <= running + staying * (Weeks.MOST_SPREAD - 1);
    }
}
