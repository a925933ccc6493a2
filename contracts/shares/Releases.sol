// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry} from "../projects/IProjectRegistry.sol";
import {IReleases} from "./IReleases.sol";
import {IShareOffering} from "./IShareOffering.sol";

/// @title Releases: how the money of a successful sale leaves escrow
contract Releases is IReleases {
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IShareOffering private immutable _OFFERING;

    constructor(ITownRegistry towns, IMemberRegistry members, IProjectRegistry projects, IShareOffering offering) {
        _TOWNS = towns;
        _MEMBERS = members;
        _PROJECTS = projects;
        _OFFERING = offering;
    }
}
