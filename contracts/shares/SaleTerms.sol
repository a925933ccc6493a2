// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deeds} from "../lib/Deed.sol";
import {Dividends} from "../lib/Dividends.sol";
import {Tier} from "../members/IMemberRegistry.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";

/// @title SaleTerms: the bounds of a sale's terms
library SaleTerms {
    /// @notice A sale opens so long after its approval, at least, so that a town hears of it.
    uint256 internal constant OPENING_NOTICE = 7 days;

    uint24 internal constant LEAST_PHASE = 14 days;
    uint24 internal constant MOST_PHASE = 90 days;

    /// @notice With fewer nobody could hold a share and less than a fifth of them.
    uint32 internal constant LEAST_GOAL = 6;

    /// @notice A person may buy less than one of so many shares of the goal, so that nobody alone can block a release.
    uint256 internal constant LIMIT_PART = 5;

    uint8 internal constant MOST_TRANCHES = 8;

    /// @notice As much as a share token can still be paid on top of all dividends.
    uint256 internal constant MOST_RAISED = Dividends.MOST_PROFITS;

    uint8 internal constant MOST_NAME_BYTES = 64;
    uint8 internal constant MOST_SYMBOL_BYTES = 16;

    /// @notice Requires what must hold of the terms themselves, whenever they are approved.
    function requireBounds(IShareOffering.Terms memory terms) internal pure {
        require(
            terms.goal >= LEAST_GOAL && terms.goal <= terms.cap,
            IShareOffering.ShareOfferingBadGoal(terms.goal, terms.cap, LEAST_GOAL)
        );
        require(
            terms.price > 0 && uint256(terms.price) * terms.cap <= MOST_RAISED,
            IShareOffering.ShareOfferingBadPrice(terms.price, terms.cap)
        );
        require(
            _isLimit(terms.limitLocal, terms.goal) && _isLimit(terms.limitLater, terms.goal),
            IShareOffering.ShareOfferingBadLimits(terms.limitLocal, terms.limitLater, terms.goal)
        );
        _requirePhases(terms);
        _requireTranches(terms.tranches);
    }

    /// @notice A sale under terms that passed `requireBounds`, whose bounds have the types of the record, as it begins.
    function toSale(IShareOffering.Terms memory terms) internal pure returns (IShareOffering.Sale memory) {
        uint40 countryEnds = terms.countryEnds == 0 ? terms.localEnds : terms.countryEnds;
        uint40 worldEnds = terms.worldEnds == 0 ? countryEnds : terms.worldEnds;

        return
            IShareOffering.Sale({
                opens: terms.opens,
                localLasts: uint24(terms.localEnds - terms.opens),
                countryLasts: uint24(countryEnds - terms.localEnds),
                worldLasts: uint24(worldEnds - countryEnds),
                goal: terms.goal,
                cap: terms.cap,
                limitLocal: terms.limitLocal,
                limitLater: terms.limitLater,
                phase: Phase.Local,
                scope: Tier.None
            });
    }

    function _requirePhases(IShareOffering.Terms memory terms) private pure {
        uint256 ends = _requirePhase(Phase.Local, terms.opens, terms.localEnds);
        if (terms.countryEnds != 0) ends = _requirePhase(Phase.Country, ends, terms.countryEnds);
        if (terms.worldEnds != 0) _requirePhase(Phase.World, ends, terms.worldEnds);
    }

    function _requirePhase(Phase phase, uint256 begins, uint256 ends) private pure returns (uint256) {
        uint256 lasts = ends > begins ? ends - begins : 0;
        require(
            lasts >= LEAST_PHASE && lasts <= MOST_PHASE,
            IShareOffering.ShareOfferingBadPhase(phase, lasts, LEAST_PHASE, MOST_PHASE)
        );
        return ends;
    }

    function _requireTranches(uint16[] memory tranches) private pure {
        uint256 sum;
        bool allAboveZero = true;
        for (uint256 i = 0; i < tranches.length; i++) {
            sum += tranches[i];
            if (tranches[i] == 0) allAboveZero = false;
        }
        require(
            tranches.length <= MOST_TRANCHES && allAboveZero && sum == Deeds.WHOLE,
            IShareOffering.ShareOfferingBadTranches(tranches.length, sum)
        );
    }

    function _isLimit(uint256 limit, uint256 goal) private pure returns (bool) {
        return limit > 0 && limit * LIMIT_PART < goal;
    }
}
