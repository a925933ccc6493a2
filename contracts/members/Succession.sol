// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAuthority} from "../roles/IAuthority.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title Succession: who follows a wallet that was lost, or a person who died
contract Succession is ISuccession {
    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;

    constructor(IAuthority authority, ITownRegistry towns, IMemberRegistry members) {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
    }
}
