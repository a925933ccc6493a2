// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Tier} from "../members/IMemberRegistry.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";

/// @title Phases: where a sale stands, from time and what is sold alone
library Phases {
    /// @notice Whether a sale goes on: what can be bought, cancelled or called off.
    function isLive(Phase phase) internal pure returns (bool) {
        return phase >= Phase.Local && phase <= Phase.World;
    }

    /// @notice When a live phase of a sale ends, in seconds: the first second that is not of it.
    function endOf(IShareOffering.Sale memory sale, Phase phase) internal pure returns (uint256 ends) {
        ends = uint256(sale.opens) + sale.localLasts;
        if (phase == Phase.Local) return ends;
        ends += sale.countryLasts;
        if (phase == Phase.Country) return ends;
        ends += sale.worldLasts;
    }

    /// @notice Whether the phase that was written down last is over and still to be judged.
    /// @param now_ seconds.
    function isDue(IShareOffering.Sale memory sale, uint256 now_) internal pure returns (bool) {
        return isLive(sale.phase) && now_ >= endOf(sale, sale.phase);
    }

    /// @notice Judges a phase that is over: with the goal reached the sale has succeeded in it; else the next begins, and
    /// each that is over already is passed, for nothing was sold in it; after the last one the sale has failed.
    /// @param sold shares, at the end of the phase.
    /// @param now_ seconds.
    function judge(IShareOffering.Sale memory sale, uint256 sold, uint256 now_) internal pure {
        if (sold >= sale.goal) {
            sale.scope = Tier(uint8(sale.phase));
            sale.phase = Phase.Succeeded;
            return;
        }
        do {
            sale.phase = sale.phase == Phase.World ? Phase.Failed : Phase(uint8(sale.phase) + 1);
        } while (isDue(sale, now_));
    }

    /// @notice How many shares a phase offers, those sold included: in the later ones outsiders fill the shortfall, no
    /// more.
    function offeredIn(IShareOffering.Sale memory sale) internal pure returns (uint256) {
        return sale.phase == Phase.Local ? sale.cap : sale.goal;
    }

    /// @notice The most shares that one person may hold after a purchase in the phase.
    function limitIn(IShareOffering.Sale memory sale) internal pure returns (uint256) {
        return sale.phase == Phase.Local ? sale.limitLocal : sale.limitLater;
    }
}
