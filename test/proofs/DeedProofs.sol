// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deed, Deeds} from "../../contracts/lib/Deed.sol";
import {Parts} from "./Parts.sol";

/// @title DeedProofs: how a profit is divided
contract DeedProofs {
    using Deeds for Deed;

    /// @notice Of every profit below 2²⁴⁰ units, with every deed that may be agreed:
    function proveSplit(Deed memory deed, bool cornerstone, uint256 amount) external pure {
        require(amount < 2 ** 240);
        deed.check(cornerstone);

        (uint256 investors, uint256 members, uint256 fund, uint256 country) = deed.split(amount);

        // The four parts sum to the profit.
        assert(investors + members + fund + country == amount);
        // Investors never get more than the ceiling of all deeds.
        assert(investors * Deeds.WHOLE <= amount * Deeds.INVESTORS_CEILING);
        // Members and town fund together never get less than the floor of all deeds, to the unit.
        assert((members + fund) * Deeds.WHOLE >= amount * Deeds.COMMUNITY_FLOOR);
        // Investors, members and country office get their part, rounded down to a unit.
        assert(Parts.isRoundedDown(investors, amount, deed.investors));
        assert(Parts.isRoundedDown(members, amount, deed.members));
        assert(Parts.isRoundedDown(country, amount, deed.country));
        // The town fund gets at least its part, and less than three units more.
        assert(Parts.isRoundedUp(fund, amount, deed.fund, 3));
    }

    /// @notice With the deed of a business that has agreed none:
    function proveThirds() external pure {
        Deed memory thirds = Deeds.thirds();

        // The parts are a whole.
        assert(uint256(thirds.investors) + thirds.members + thirds.fund + thirds.country == Deeds.WHOLE);
        // It is within the bounds of every deed.
        assert(thirds.investors <= Deeds.INVESTORS_CEILING);
        assert(uint256(thirds.members) + thirds.fund >= Deeds.COMMUNITY_FLOOR);
        assert(thirds.members > 0 && thirds.country == 0);
    }
}
