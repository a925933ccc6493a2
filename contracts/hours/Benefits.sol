// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {IBenefits} from "./IBenefits.sol";
import {IContributions} from "./IContributions.sol";

/// @title Benefits: meals, parcels, electricity: what an active week also entitles to
contract Benefits is IBenefits {
    IAuthority private immutable _AUTHORITY;
    IMemberRegistry private immutable _MEMBERS;
    IContributions private immutable _CONTRIBUTIONS;

    constructor(IAuthority authority, IMemberRegistry members, IContributions contributions) {
        _AUTHORITY = authority;
        _MEMBERS = members;
        _CONTRIBUTIONS = contributions;
    }
}
