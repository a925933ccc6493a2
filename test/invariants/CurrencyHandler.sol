// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Dollar} from "../support/Dollar.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title CurrencyHandler: the issuer of one town's currency turns hostile, whatever the other town's does
/// @dev Every other handler foretells what that does to its town, and nothing to the other.
abstract contract CurrencyHandler is Ghosts {
    uint256 private constant _MOST_FEE = 9;

    mapping(uint32 town => bool) private _hasShrunk;

    /// @dev The issuer takes a fee from every transfer, or lets none through and says false; sooner or later it stops.
    function turn(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        Dollar currency = currencyOf(town);
        if (isHostile(town)) {
            currency.setFails(false);
            currency.setFee(0);
            succeed("currency turns friendly");
        } else if (roll(4) != 0) {
            return;
        } else if (roll(2) == 0) {
            currency.setFails(true);
            succeed("currency says false");
        } else {
            currency.setFee(1 + roll(_MOST_FEE));
            succeed("currency takes a fee");
        }
        if (isHostile(1) && isHostile(2)) reach("state: both currencies hostile");
    }

    /// @dev The issuer takes a part of what everybody has or all of it, from our contracts too; once, and not in every run.
    function shrink(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        if (_hasShrunk[town] || roll(4) != 0) return;
        _hasShrunk[town] = true;
        uint256 parts = 1 + roll(12);

        address[] memory holders = moneyHolders();
        for (uint256 i = 0; i < holders.length; i++) {
            currencyOf(town).shrink(holders[i], parts);
        }
        for (uint256 i = 0; i < people.length; i++) {
            currencyOf(town).shrink(people[i], parts);
        }
        succeed("currency shrinks");
    }

    /// @dev The issuer refuses payments to somebody.
    function refuse(uint256 seed) external handler(seed) {
        refusePerson(rollTown(), rollPerson());
        succeed("refuse");
    }
}
