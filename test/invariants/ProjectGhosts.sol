// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {MemberGhosts} from "./MemberGhosts.sol";

/// @title ProjectGhosts: the towns' businesses and who manages them
abstract contract ProjectGhosts is MemberGhosts {
    struct Management {
        address manager;
        address payout;
    }

    uint64[] internal businesses;
    uint64 internal neverOffered;
    mapping(uint64 business => bool) internal isCornerstone;
    mapping(uint64 business => Management) internal managementOf;

    /// @dev Whether everybody who starts a business is there: ambassadors in person, a member, a project manager.
    function canAddBusiness(uint32 town) internal view returns (bool) {
        Officers storage o = officers[town];
        bool keys = townKey(town) == o.townAmbassador && countryKey(town) == o.countryAmbassador;
        return isActive(town) && keys && isMember(o.coordinator, town) && !holdsKey(o.payout);
    }

    /// @dev One more business, managed as the town's first.
    function addProject(uint32 town, ProjectKind kind) internal returns (uint64 business) {
        business = createBusiness(town, kind);
        businesses.push(business);
        isCornerstone[business] = kind == ProjectKind.Cornerstone;
        managementOf[business] = Management({manager: officers[town].manager, payout: officers[town].payout});
    }

    /// @dev Who asks for a business's money, is paid it, or approves it.
    function isInsider(uint64 business, address wallet) internal view returns (bool) {
        if (wallet == countryKey(uint32(business >> 32))) return wallet != address(0);
        return wallet == managementOf[business].manager || wallet == managementOf[business].payout;
    }
}
