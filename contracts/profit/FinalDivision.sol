// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IContributions} from "../hours/IContributions.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IFinalDivision} from "./IFinalDivision.sol";
import {ITownTreasury} from "./ITownTreasury.sol";

/// @title FinalDivision: the money of a town that has lost its keys, to those who worked last
contract FinalDivision is IFinalDivision {
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IContributions private immutable _CONTRIBUTIONS;
    ITownTreasury private immutable _TREASURY;

    constructor(ITownRegistry towns, IMemberRegistry members, IContributions contributions, ITownTreasury treasury) {
        _TOWNS = towns;
        _MEMBERS = members;
        _CONTRIBUTIONS = contributions;
        _TREASURY = treasury;
    }
}
