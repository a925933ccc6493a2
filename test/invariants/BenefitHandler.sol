// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IBenefits} from "../../contracts/hours/IBenefits.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title BenefitHandler: stewards promise meals and parcels, and hand them out against signatures
abstract contract BenefitHandler is Ghosts {
    uint256 private constant _MOST_BENEFITS = 6;
    bytes32 private constant _REDEMPTION = keccak256(
        "Redemption(uint256 benefit,uint16 weekIndex,uint16 number,uint32 cumulativeUnits)"
    );

    function listBenefit(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        if (steward[town] == address(0) || promises.length > _MOST_BENEFITS) return;
        IBenefits.Terms memory terms = IBenefits.Terms({
            kind: IBenefits.BenefitKind(roll(4)),
            perShift: roll(2) == 0,
            units: uint16(1 + roll(3)),
            validWeeks: uint8(4 + roll(10))
        });

        bytes4 foretold = isActive(town) ? bytes4(0) : ITownRegistry.TownRegistryDormant.selector;
        bytes memory data = abi.encodeCall(IBenefits.list, (town, terms, documentOf("kitchen")));
        requireOutcome(attempt(steward[town], address(benefits), data), foretold, "listBenefit");
        if (foretold != 0) return;

        promises.push(Promise(town, terms.perShift, terms.units, terms.validWeeks, type(uint16).max));
        succeed("listBenefit");
    }

    /// @dev A steward ends a benefit with this week or one of the next.
    function endBenefit(uint256 seed) external handler(seed) {
        if (promises.length == 1 || roll(3) != 0) return;
        uint256 benefit = 1 + roll(promises.length - 1);
        Promise storage p = promises[benefit];
        uint256 last = currentWeek() + roll(4);
        if (steward[p.town] == address(0)) return;

        bytes4 foretold = last < p.lastWeek ? bytes4(0) : IBenefits.BenefitsBadEnd.selector;
        bytes memory data = abi.encodeCall(IBenefits.end, (benefit, uint16(last)));
        requireOutcome(attempt(steward[p.town], address(benefits), data), foretold, "endBenefit");
        if (foretold != 0) return;

        p.lastWeek = last;
        succeed("endBenefit");
    }

    /// @dev A steward hands something out for a week that was worked, to the member or to somebody who signs for them.
    function redeem(uint256 seed) external handler(seed) {
        if (promises.length == 1) return;
        IBenefits.Redemption memory r;
        r.benefit = 1 + roll(promises.length - 1);
        uint32 town = promises[r.benefit].town;
        if (steward[town] == address(0) || hoursOf[town].wallets.length == 0) return;
        r.weekIndex = uint16(_rollWeek(town));
        r.number = uint16(_rollEntitled(r.benefit, town, r.weekIndex));
        uint256 entitled = entitlement(r.benefit, r.weekIndex, r.number);
        r.cumulativeUnits = uint32(roll(4) == 0 ? roll(entitled + 4) : 1 + roll(entitled == 0 ? 1 : entitled));
        address owner = hoursOf[town].wallets[r.number - 1];
        address signer = roll(4) == 0 ? rollPerson() : owner;
        r.signature = signed(signer, address(benefits), "One Small Town benefits", _hashOf(r));

        bytes4 foretold = _whyNotRedeem(r, entitled, signer == owner);
        bytes memory data = abi.encodeCall(IBenefits.redeem, (r));
        requireOutcome(attempt(steward[town], address(benefits), data), foretold, "15: benefits by entitlement");
        if (foretold == IBenefits.BenefitsBadSignature.selector) reach("refused: benefit without signature");
        if (foretold == IBenefits.BenefitsOverEntitlement.selector) reach("refused: benefit above entitlement");
        if (foretold != 0) return;

        redeemed[r.benefit][r.weekIndex][r.number] = r.cumulativeUnits;
        redemptions.push(Redeemed(r.benefit, r.weekIndex, r.number));
        succeed("redeem");
    }

    /// @dev Units that a week entitles a number to, from the ghosts' own timesheets.
    function entitlement(uint256 benefit, uint256 week, uint256 number) internal view returns (uint256) {
        Promise storage p = promises[benefit];
        Sheet[] storage sheets = hoursOf[p.town].sheets;
        if (week > p.lastWeek) return 0;
        for (uint256 i = 0; i < sheets.length; i++) {
            if (sheets[i].week != week || number > sheets[i].quarters.length) continue;
            uint256 shifts = uint8(sheets[i].quarters[number - 1]) / 12;
            if (shifts > 0) return p.perShift ? p.units * shifts : p.units;
        }
        return 0;
    }

    function _whyNotRedeem(
        IBenefits.Redemption memory r,
        uint256 entitled,
        bool signedByOwner
    ) private view returns (bytes4) {
        Promise storage p = promises[r.benefit];
        if (r.weekIndex > p.lastWeek) return IBenefits.BenefitsEnded.selector;
        if (currentWeek() > r.weekIndex + p.validWeeks) return IBenefits.BenefitsExpired.selector;
        if (!done[p.town][r.weekIndex]) return IBenefits.BenefitsNotFinalised.selector;
        if (entitled == 0) return IBenefits.BenefitsNotActive.selector;
        if (r.cumulativeUnits <= redeemed[r.benefit][r.weekIndex][r.number]) {
            return IBenefits.BenefitsRedeemedAlready.selector;
        }
        if (r.cumulativeUnits > entitled) return IBenefits.BenefitsOverEntitlement.selector;
        return signedByOwner ? bytes4(0) : IBenefits.BenefitsBadSignature.selector;
    }

    function _hashOf(IBenefits.Redemption memory r) private pure returns (bytes32) {
        return keccak256(abi.encode(_REDEMPTION, r.benefit, r.weekIndex, r.number, r.cumulativeUnits));
    }

    /// @dev Somebody who is entitled, if anybody is.
    function _rollEntitled(uint256 benefit, uint32 town, uint256 week) private returns (uint256 number) {
        uint256 numbers = hoursOf[town].wallets.length;
        uint256 first = roll(numbers);
        for (uint256 i = 0; i < numbers; i++) {
            number = 1 + ((first + i) % numbers);
            if (entitlement(benefit, week, number) > redeemed[benefit][week][number]) return number;
        }
    }

    /// @dev A week with a timesheet, mostly.
    function _rollWeek(uint32 town) private returns (uint256) {
        Sheet[] storage sheets = hoursOf[town].sheets;
        if (sheets.length == 0 || roll(8) == 0) return currentWeek() - roll(8);
        uint256 recent = sheets.length < 6 ? sheets.length : 6;
        return sheets[sheets.length - 1 - roll(recent)].week;
    }
}
